-- What is to be reached: indicator × region × chain × unit × period × edition of a plan; how it was handed down, and every
-- dated adjustment. A first value is never overwritten; see docs/adr/0018-figures.md. Figures are whole numbers, the value
-- times 10^decimals of the indicator; rates of growth are in millionths.

create table target (
  id text primary key,
  indicator_id text not null references indicator (id),
  region_id text not null references region (code),
  -- '' for all of them.
  chain_id text not null default '',
  unit_id text not null default '',
  -- Of one enterprise; '' for none.
  enterprise_id text not null default '',
  enterprise_name text not null default '',
  period text not null,
  op text not null check (op in ('>=', '>', '<=', '<', '=', '~', 'range')),
  mode text not null check (mode in ('level', 'increment', 'cumulative', 'annual', 'growth')),
  value bigint not null,
  -- Upper end of a range.
  value2 bigint check ((value2 is not null) = (op = 'range') and value2 >= value),
  base_period text,
  base_value bigint,
  base_per_year boolean not null default false,
  -- First period that a cumulative target counts.
  from_period text,
  year integer generated always as (left(period, 4)::integer) stored,
  first_year integer generated always as (left(coalesce(from_period, period), 4)::integer) stored,

  -- The sentence or cell that it comes from; of what was handed down that of the target it was handed down from.
  plan_id text not null references plan (id),
  edition integer not null,
  item_id text not null,
  cell_row integer,
  cell_column integer,
  -- As the plan says it: name and figure.
  said text not null,
  -- Why it was taken although something is wrong with it.
  remark text,
  -- Latest edition that says the same.
  confirmed_edition integer not null,

  -- The target of the place above that it is a part of; null at the top.
  parent_id text references target (id),
  -- By a person; else the plan itself says what this place has to do.
  handed boolean not null default false,
  -- Of an earlier edition, in the place of which it stands.
  replaces_id text references target (id),
  -- How much stricter than itself it may be handed down, in millionths; 0: not at all.
  overshoot integer not null default 0 check (overshoot between 0 and 1000000),
  -- From when on the first value holds.
  set_on date not null,
  -- No longer: a later edition says otherwise.
  ended_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  check (base_value is null or base_period is not null),
  check ((cell_row is null) = (cell_column is null))
);
create index target_place on target (indicator_id, region_id, chain_id, year) where ended_on is null;
-- The order in which the list is read.
create index target_order on target (year desc, indicator_id, region_id, chain_id, id) where ended_on is null;
create index target_region on target (region_id, year) where ended_on is null;
create index target_plan on target (plan_id, item_id);
-- A plan says a thing once; a place is handed down to once.
create unique index target_said on target
  (plan_id, item_id, coalesce(cell_row, -1), coalesce(cell_column, -1), region_id, chain_id, unit_id, period)
  where not handed and ended_on is null;
create unique index target_handed on target (parent_id, region_id, chain_id, unit_id, enterprise_id)
  where parent_id is not null and ended_on is null;

-- Another value from a day on, asked by one and approved by another.
create table target_adjustment (
  id text primary key,
  target_id text not null references target (id),
  -- Counts from 1 within its target, in the order in which they were approved.
  number integer,
  holds_on date not null,
  value bigint not null,
  before bigint not null,
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused')),
  asked_at timestamptz not null,
  asked_by_id text not null,
  asked_by_name text not null,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  decision text,
  check ((state = 'asked') = (decided_at is null)),
  check ((state = 'approved') = (number is not null)),
  -- The second person.
  check (decided_by_id is distinct from asked_by_id)
);
create unique index target_adjustment_order on target_adjustment (target_id, number) where number is not null;
create unique index target_adjustment_open on target_adjustment (target_id) where state = 'asked';

-- What somebody is preparing to hand down; nobody below sees it.
create table target_draft (
  target_id text primary key references target (id),
  revision integer not null,
  -- As `HandingDraft` of src/indicator/domain/handing/draft.ts.
  content jsonb not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);

-- What those who got a target have to say against it.
create table target_objection (
  id text primary key,
  target_id text not null references target (id),
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  answer text,
  answered_at timestamptz,
  answered_by_id text,
  answered_by_name text,
  check ((answer is null) = (answered_at is null))
);
create unique index target_objection_open on target_objection (target_id) where answer is null;

-- What was decided about the lines of an edition, before and when they were loaded.
create table target_loading (
  plan_id text not null references plan (id),
  edition integer not null,
  -- Where the plan belongs.
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  revision integer not null,
  decisions jsonb not null,
  loaded_at timestamptz,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (plan_id, edition)
);

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'indicator.read');
  writable text := jw_reach_condition('', 'indicator.target');
  mine text := jw_reach_condition('t.', 'indicator.target');
begin
  alter table target enable row level security;
  -- What was set for one's own region and those above it is known there, as a published plan is.
  execute format('create policy target_read on target for select using (%s or (unit_id = '''' and enterprise_id = ''''
    and (select jw_may(''indicator.read'')) and region_id in (select jw_own_regions())))', readable);
  execute format('create policy target_write on target for all using (%1$s) with check (%1$s)', writable);

  foreach name in array array['target_adjustment', 'target_objection'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (exists (select from target t where t.id = target_id))', name || '_read', name);
  end loop;
  foreach name in array array['target_adjustment', 'target_objection', 'target_draft'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using (exists (select from target t where t.id = target_id and %3$s)) with check (exists (select from target t where t.id = target_id and %3$s))', name || '_write', name, mine);
  end loop;

  alter table target_loading enable row level security;
  execute format('create policy target_loading_kept on target_loading for all using (%1$s) with check (%1$s)', writable);
end $$;
