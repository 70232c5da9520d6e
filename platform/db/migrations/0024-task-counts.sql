-- Tasks with a figure that is counted in another part of the platform are looked at with those that count by indicators.
alter table task add column counts_events boolean not null
  generated always as (coalesce(content -> 'deliverables' @> '[{"counts": "events"}]', false)) stored;

drop index task_counted;
create index task_counted on task (counted_at) where state = 'open' and (indicator_ids <> '{}' or counts_events);
