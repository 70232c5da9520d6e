-- Collecting figures: forms, who reports on them, which enterprises a unit reports, sheets with their cells and steps, and
-- the tokens of machines. A sheet's figures are observations from the moment it is handed in; see docs/adr/0018-figures.md.

create table form (
  id text primary key,
  revision integer not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  -- As src/indicator/domain/form/model.ts; of the newest version.
  content jsonb not null,
  content_revision integer not null,
  -- Sheets may be missing: it was opened, or asks other units.
  unmade boolean not null default true,
  name text not null generated always as (content ->> 'name') stored,
  frequency text not null generated always as (content ->> 'frequency') stored,
  rows text not null generated always as (content ->> 'rows') stored,
  first_period text not null generated always as (content ->> 'firstPeriod') stored,
  columns integer not null generated always as (jsonb_array_length(content -> 'columns')) stored,
  -- Who keeps it.
  region_id text references region (code),
  unit_id text references unit (id),
  -- The chain whose figures it asks for; null: of no chain in particular.
  chain_id text references chain (id),
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index form_open on form (id) where state = 'open';

-- Every content that a form ever had: a sheet keeps the one that held when its period was opened.
create table form_version (
  form_id text not null references form (id) on delete cascade,
  revision integer not null,
  content jsonb not null,
  primary key (form_id, revision)
);

create table form_unit (
  form_id text not null references form (id) on delete cascade,
  unit_id text not null references unit (id),
  -- Joined later: reports from this period on.
  from_period text,
  primary key (form_id, unit_id)
);
create index form_unit_unit on form_unit (unit_id);

-- The version that holds for a period, from the moment its first sheet is made: a later change is for the next period.
create table form_period (
  form_id text not null references form (id) on delete cascade,
  period text not null,
  -- Last day of the period: units stand where they stood then.
  last_day date not null,
  content_revision integer not null,
  opens_on date not null,
  due_on date not null,
  primary key (form_id, period)
);

create table roster (
  id text primary key,
  revision integer not null,
  unit_id text not null references unit (id),
  enterprise_id text not null,
  name text not null,
  -- The chain that its figures count for.
  chain_id text references chain (id),
  region_id text not null references region (code),
  from_month text not null,
  -- Last month that it is reported for; null: no end is known.
  until_month text check (until_month >= from_month),
  changed_at timestamptz not null,
  changed_by text not null
);
create index roster_unit on roster (unit_id, enterprise_id, from_month);
create index roster_name on roster (name, id);
create index roster_enterprise on roster (enterprise_id);

create table sheet (
  id text primary key,
  -- Counts what happened to the whole of it; cells have their own.
  revision integer not null,
  form_id text not null references form (id),
  content_revision integer not null,
  period text not null,
  unit_id text not null references unit (id),
  region_id text not null references region (code),
  chain_id text references chain (id),
  state text not null check (state in ('open', 'submitted', 'returned', 'approved')),
  opens_on date not null,
  due_on date not null,
  extended_to date,
  asked_to date,
  asked_reason text,
  submitted_on date,
  submitted_at timestamptz,
  submitted_by_id text,
  submitted_by text,
  approved_at timestamptz,
  approved_by_id text,
  approved_by text,
  was_approved boolean not null default false,
  returned_reason text,
  returned_cells integer not null default 0,
  -- Required cells that hold a figure or the reason why there is none, and all required ones.
  filled integer not null default 0,
  wanted integer not null default 0,
  activity_at timestamptz,
  activity_by text,
  urged_at timestamptz,
  urged_by text,
  urged_times integer not null default 0,
  -- The deadline that was reminded of, and the one whose passing was told.
  reminded_for date,
  late_for date,
  unique (form_id, period, unit_id)
);
create index sheet_unit on sheet (unit_id, period);
create index sheet_waiting on sheet (region_id, form_id) where state = 'submitted';
create index sheet_due on sheet (due_on) where state in ('open', 'returned');

-- Rows as they were when the sheet was made, kept up while it is open.
create table sheet_row (
  sheet_id text not null references sheet (id) on delete cascade,
  row_key text not null,
  place integer not null,
  title text not null,
  enterprise_id text not null,
  -- Chain that its figures count for; '' for none.
  figure_chain text not null,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (sheet_id, row_key)
);

create table sheet_cell (
  sheet_id text not null references sheet (id) on delete cascade,
  row_key text not null,
  indicator_id text not null,
  revision integer not null,
  -- null without a reason: blank, which is not 0.
  value bigint,
  reason text,
  note text,
  -- What was typed and is no figure.
  unread text,
  -- Where a figure that was filled in came from.
  filled_from jsonb,
  returned text,
  -- Revision of the observation that this cell has made or confirmed.
  recorded integer,
  saved_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (sheet_id, row_key, indicator_id)
) with (fillfactor = 80);

create table sheet_step (
  id bigint generated always as identity primary key,
  sheet_id text not null references sheet (id) on delete cascade,
  step text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  reason text,
  cells integer,
  region_id text not null,
  unit_id text not null,
  chain_id text
);
create index sheet_step_sheet on sheet_step (sheet_id, id);

create table machine_token (
  id text primary key,
  name text not null,
  -- SM3 of the token; the token itself is shown once and kept nowhere.
  hash text not null unique,
  post_id text not null references post (id),
  region_id text not null references region (code),
  unit_id text not null references unit (id),
  chain_id text references chain (id),
  created_at timestamptz not null,
  created_by text not null,
  expires_on date not null,
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz,
  revoked_by text
);

-- Batches of figures that were taken, with their answers: the same batch sent again does nothing twice.
create table figure_batch (
  post_id text not null,
  key text not null,
  -- SM3 of what was sent.
  hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (post_id, key)
);
create index figure_batch_at on figure_batch (at);

do $$
declare
  name text;
  define text := jw_reach_condition('', 'indicator.define');
  owner text := jw_reach_condition('f.', 'indicator.define');
  readable text := jw_reach_condition('', 'indicator.read');
  writable text := jw_reach_condition('', 'indicator.enter', 'indicator.review');
  enterable text := jw_reach_condition('', 'indicator.enter');
begin
  -- What is asked is no secret; what was answered is read within reach.
  foreach name in array array['form', 'form_version', 'form_unit', 'form_period'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select jw_is_system()) or (select jw_may(''indicator.read'')))', name || '_read', name);
  end loop;
  execute format('create policy form_define on form for all using (%1$s) with check (%1$s)', define);
  foreach name in array array['form_version', 'form_unit', 'form_period'] loop
    execute format('create policy %I on %I for all using (exists (select from form f where f.id = form_id and %3$s)) with check (exists (select from form f where f.id = form_id and %3$s))',
      name || '_define', name, owner);
  end loop;

  foreach name in array array['roster', 'sheet', 'sheet_row', 'sheet_cell', 'sheet_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_read', name, readable);
  end loop;
  execute format('create policy roster_write on roster for all using (%1$s) with check (%1$s)', enterable);
  foreach name in array array['sheet', 'sheet_row', 'sheet_cell', 'sheet_step'] loop
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name, writable);
  end loop;

  alter table machine_token enable row level security;
  execute format('create policy machine_token_kept on machine_token for all using (%1$s) with check (%1$s)', define);
  alter table figure_batch enable row level security;
  create policy figure_batch_own on figure_batch for all
    using ((select jw_is_system()) or post_id = (select jw_post()))
    with check ((select jw_is_system()) or post_id = (select jw_post()));
end $$;
