-- Something that somebody should look at, told once while its cause lasts; how far the watch has looked; and its limits.
-- See docs/adr/0020-reading-figures.md.

create table warning (
  id text primary key,
  -- Rule, subject and since when as one text: `causeOf` of src/indicator/domain/warning/model.ts.
  cause text not null unique,
  rule text not null check (rule in ('pace', 'streak', 'outlier', 'missing', 'mismatch', 'heaping', 'copy-forward')),
  light text not null check (light in ('red', 'yellow', 'blue')),
  -- The indicator; of a form that did not come in, the form.
  about text not null,
  region_id text not null references region (code),
  -- '' for the region itself.
  unit_id text not null default '',
  -- '' for all of them together.
  chain_id text not null default '',
  since text not null,
  period text not null,
  -- What it rests on; whole numbers as text, exact.
  evidence jsonb not null,
  -- The figures behind it, as they were when it was last found.
  behind jsonb not null,
  -- A number in it is of fewer than three enterprises, or would give such a one away.
  small boolean not null,
  state text not null check (state in ('open', 'aside', 'over')),
  revision integer not null default 1,
  aside_by_id text,
  aside_by_name text,
  aside_at timestamptz,
  aside_reason text,
  -- Null while it is put aside: until it is over.
  aside_until date,
  raised_at timestamptz not null,
  last_found_at timestamptz not null,
  over_at timestamptz,
  -- People were told; once, also when it comes again.
  told_at timestamptz,
  check ((state = 'over') = (over_at is not null)),
  check ((state = 'aside') = (aside_by_id is not null))
);
create index warning_region on warning (region_id, state, raised_at desc);
create index warning_unit on warning (unit_id, state) where unit_id <> '';
create index warning_chain on warning (chain_id, state) where chain_id <> '';
create index warning_about on warning (about, rule, state);
create index warning_untold on warning (raised_at) where told_at is null and state = 'open';

-- Work that was given on account of a warning: tasks, and what units above were asked for.
create table warning_work (
  warning_id text not null references warning (id),
  item_id text not null references work_item (id),
  primary key (warning_id, item_id)
);
create index warning_work_item on warning_work (item_id);

-- What is to be looked at: an indicator in the regions right below one ('' the topmost), or as one unit reports it.
create table watch_due (
  about text not null,
  axis text not null check (axis in ('regions', 'unit', 'units', 'sheets')),
  place_id text not null,
  noted bigint generated always as identity,
  primary key (about, axis, place_id)
);

-- How far the watch has looked; one row.
create table watch_state (
  one boolean primary key default true check (one),
  -- Figures and targets saved until then were looked at.
  looked_until timestamptz,
  -- Day and month for which everything that depends on it was noted.
  day date,
  -- When the list of what is due was last empty.
  finished_at timestamptz,
  -- Day of the last digest.
  digest_on date
);
insert into watch_state default values;

-- When each rule speaks in a region and all below it, unless one below has its own; '' for everywhere.
create table watch_limits (
  region_id text primary key,
  revision integer not null,
  -- As `WarningLimits` of src/indicator/domain/warning/limits.ts; null: taken back.
  limits jsonb,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);

-- Versions are only ever added, in the order of time: what was saved since a moment stands at the end.
create index observation_version_saved on observation_version using brin (saved_at);

do $$
begin
  alter table warning enable row level security;
  -- Whoever was given work on account of it sees what it is about.
  execute format('create policy warning_read on warning for select using (%s or exists (
    select from warning_work g join work_item w on w.id = g.item_id where g.warning_id = warning.id))',
    jw_reach_condition('', 'indicator.read'));
  create policy warning_keep on warning for all using ((select jw_is_system())) with check ((select jw_is_system()));
  execute format('create policy warning_aside on warning for update using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'indicator.review'));

  alter table warning_work enable row level security;
  create policy warning_work_read on warning_work for select using ((select jw_post()) <> '' or (select jw_person()) <> '');
  create policy warning_work_put on warning_work for insert
    with check (exists (select from work_item w where w.id = item_id and w.created_by_id = (select jw_person())) or (select jw_is_system()));

  alter table watch_due enable row level security;
  create policy watch_due_kept on watch_due for all using ((select jw_is_system())) with check ((select jw_is_system()));

  alter table watch_state enable row level security;
  create policy watch_state_read on watch_state for select using ((select jw_may('indicator.read')));
  create policy watch_state_kept on watch_state for update using ((select jw_is_system())) with check ((select jw_is_system()));

  alter table watch_limits enable row level security;
  create policy watch_limits_read on watch_limits for select using ((select jw_may('indicator.read')));
  execute 'create policy watch_limits_write on watch_limits for all using ((select jw_is_system()) or region_id in (select jw_regions(''indicator.define''))) with check ((select jw_is_system()) or region_id in (select jw_regions(''indicator.define'')))';
end $$;
