-- A supervision letter that is a paper is about several tasks: it stands among the events of each, and one answer closes all.
-- A letter that is sent with one task still has a number of its own.
drop index task_event_letter;
create unique index task_event_letter on task_event ((body ->> 'number'))
  where kind = 'urged' and body ->> 'number' is not null and body ->> 'paperId' is null;
create unique index task_event_paper on task_event ((body ->> 'number'), task_id, duty_id)
  where kind = 'urged' and body ->> 'paperId' is not null;

alter table dispatch_letter add column paper_id text;
-- A paper may ask for an answer without a day.
alter table dispatch_letter alter column reply_by drop not null;
alter table dispatch_letter drop constraint dispatch_letter_pkey;
alter table dispatch_letter drop constraint dispatch_letter_sign_year_no_key;
alter table dispatch_letter add primary key (number, task_id, duty_id);
create unique index dispatch_letter_once on dispatch_letter (number) where paper_id is null;
create index dispatch_letter_paper on dispatch_letter (paper_id) where paper_id is not null;

-- A cycle may be narrowed to one chain: its tasks are dispatched by themselves, and the cycle of the whole takes the others. A
-- task of several such chains is in the cycle that was made first: `apart` names the chains that others took before, `chains`
-- the chain with those below it.
alter table dispatch_cycle drop constraint dispatch_cycle_region_id_kind_period_key;
create unique index dispatch_cycle_once on dispatch_cycle (region_id, kind, period, chain_id) nulls not distinct;
alter table dispatch_cycle_region add column chain_id text references chain (id);
alter table dispatch_cycle_region add column chains text[] not null default '{}';
alter table dispatch_cycle_region add column apart text[] not null default '{}';
alter table dispatch_cycle_region drop constraint dispatch_cycle_region_kind_period_region_id_key;
create unique index dispatch_cycle_region_once on dispatch_cycle_region (kind, period, region_id, chain_id) nulls not distinct;
create policy dispatch_cycle_region_apart on dispatch_cycle_region for update
  using ((select jw_is_system())) with check ((select jw_is_system()));
