-- Projects: what is known of one, in versions; what happened to it; what was invested, month by month, in versions; papers
-- and photographs; why it is stuck; pairs that may be one project; norms. See docs/adr/0026-projects.md. Money is whole fen.

create table project (
  id text primary key,
  -- Counts every change of it, also of its stage; months have their own.
  revision integer not null,
  -- As src/project/domain/model/content.ts; the newest version.
  content jsonb not null,
  name text not null,
  enterprise text not null,
  code text,
  total_fen bigint not null check (total_fen >= 0),
  -- Who keeps it.
  region_id text not null references region (code),
  unit_id text not null references unit (id),
  chain_id text references chain (id),
  -- By what happened to it so far; see src/project/domain/stage/.
  position text not null check (position in ('planned', 'waiting', 'started', 'completed', 'producing', 'reached')),
  library text not null generated always as (
    case when position in ('planned', 'waiting') then position when position = 'started' then 'building' else 'done' end) stored,
  position_on date not null,
  started_on date,
  completed_on date,
  producing_on date,
  reached_on date,
  -- A step waits for a second person.
  undecided boolean not null default false,
  withdrawn_on date,
  -- The project that it is one with: it counts there.
  merged_into text references project (id),
  -- Whether it is in the libraries and in every sum.
  counts boolean not null generated always as (withdrawn_on is null and merged_into is null) stored,
  done_fen bigint not null default 0,
  confirmed_fen bigint not null default 0,
  last_month text,
  light text not null default 'green' check (light in ('red', 'yellow', 'blue', 'green')),
  -- Rules that speak, the most pressing first, and their first sentence.
  alarm_rules text[] not null default '{}',
  alarm_reason text,
  -- The day on which its alarms were last looked at.
  looked_on date,
  -- By which projects that may be the same find each other; src/project/domain/double/keys.ts.
  likeness_keys text[] not null,
  -- Name, enterprise, number and site in small letters.
  searched text not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index project_region on project (region_id) where counts;
create index project_unit on project (unit_id);
create index project_chain on project (chain_id) where counts;
create index project_changed on project (changed_at desc, id);
create index project_name on project (name, id);
create index project_total on project (total_fen desc, id);
create index project_look on project (looked_on nulls first) where counts;
create index project_merged on project (merged_into) where merged_into is not null;
create index project_likeness on project using gin (likeness_keys);
create index project_code on project (code) where code is not null;

-- Planned investment by year, from the content.
create table project_year (
  project_id text not null references project (id) on delete cascade,
  year integer not null,
  fen bigint not null check (fen >= 0),
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (project_id, year)
);
create index project_year_year on project_year (year, project_id) include (fen);

create table project_version (
  project_id text not null references project (id) on delete cascade,
  revision integer not null,
  content jsonb not null,
  -- Parts of the content that this version changed.
  parts text[] not null,
  reason text,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (project_id, revision)
);

create table project_event (
  id text primary key,
  -- The order in which they were written down.
  seq bigint generated always as identity,
  project_id text not null references project (id) on delete cascade,
  kind text not null check (kind in ('step', 'back', 'withdraw', 'restore')),
  position text not null,
  happened_on date not null,
  evidence text not null,
  files text[] not null default '{}',
  note text not null default '',
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  agreed boolean,
  decided_at timestamptz,
  decided_by_id text,
  decided_by text,
  decided_reason text,
  region_id text not null,
  unit_id text not null,
  chain_id text
);
create index project_event_project on project_event (project_id, seq);

create table project_month (
  project_id text not null references project (id) on delete cascade,
  month text not null,
  revision integer not null,
  fen bigint not null check (fen >= 0),
  -- How it goes, what hinders it.
  progress text not null default '',
  problem text not null default '',
  vintage text not null check (vintage in ('reported', 'confirmed')),
  saved_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  confirmed_at timestamptz,
  confirmed_by text,
  -- Why a second person gave it back.
  returned text,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (project_id, month)
);
create index project_month_month on project_month (month, project_id) include (fen, vintage);

-- Every figure of a month that was ever saved or confirmed.
create table project_month_version (
  project_id text not null references project (id) on delete cascade,
  month text not null,
  revision integer not null,
  fen bigint not null,
  progress text not null,
  problem text not null,
  vintage text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  reason text,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (project_id, month, revision)
);

create table project_file (
  id text primary key,
  project_id text not null references project (id) on delete cascade,
  kind text not null check (kind in ('photo', 'paper')),
  name text not null,
  type text not null,
  size integer not null,
  -- Of the bytes: the same file is kept once.
  sm3 text not null,
  taken_on date not null,
  note text not null default '',
  bytes bytea not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  -- Taken out of sight with a reason; what an event shows stays.
  removed_at timestamptz,
  removed_by text,
  removed_reason text,
  region_id text not null,
  unit_id text not null,
  chain_id text
);
create index project_file_project on project_file (project_id, taken_on desc);
create unique index project_file_once on project_file (project_id, sm3) where removed_at is null;

create table project_alarm (
  id text primary key,
  project_id text not null references project (id) on delete cascade,
  -- Rule and what it is about: the same cause is told once.
  cause text not null,
  rule text not null,
  light text not null,
  since date not null,
  reason text not null,
  raised_at timestamptz not null,
  over_at timestamptz,
  region_id text not null,
  unit_id text not null,
  chain_id text
);
create unique index project_alarm_open on project_alarm (project_id, cause) where over_at is null;
create index project_alarm_project on project_alarm (project_id, raised_at);

-- Who follows a project sees it, wherever it lies.
create table project_follower (
  project_id text not null references project (id) on delete cascade,
  kind text not null check (kind in ('unit', 'person')),
  party_id text not null,
  region_id text not null,
  unit_id text not null,
  chain_id text,
  primary key (project_id, kind, party_id)
);
create index project_follower_party on project_follower (kind, party_id);

-- Two projects that may be one, the older first.
create table project_pair (
  id text primary key,
  revision integer not null,
  first_id text not null references project (id) on delete cascade,
  second_id text not null references project (id) on delete cascade,
  score integer not null,
  reasons jsonb not null,
  state text not null check (state in ('open', 'same', 'other')),
  found_at timestamptz not null,
  -- Of `same`: the one that goes on.
  kept_id text,
  decided_at timestamptz,
  decided_by_id text,
  decided_by text,
  decided_reason text,
  -- The region that both lie in.
  region_id text references region (code),
  unit_id text,
  chain_id text,
  unique (first_id, second_id),
  check (first_id <> second_id)
);
create index project_pair_second on project_pair (second_id);
create index project_pair_open on project_pair (found_at desc) where state = 'open';

create table project_pair_step (
  id bigint generated always as identity primary key,
  pair_id text not null references project_pair (id) on delete cascade,
  step text not null check (step in ('same', 'other', 'undo')),
  kept_id text,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index project_pair_step_pair on project_pair_step (pair_id, id);

-- Norms that a region sets for itself and those below it, from a day on.
create table project_norm (
  region_id text not null references region (code),
  from_day date not null,
  revision integer not null,
  content jsonb not null,
  unit_id text references unit (id),
  chain_id text references chain (id),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (region_id, from_day)
);

create function jw_followed_projects() returns setof text
language sql stable security definer set search_path = public as $$
  select f.project_id from project_follower f
  where jw_may('project.read') and (
    (f.kind = 'person' and f.party_id = jw_person())
    or (f.kind = 'unit' and f.party_id in (select p.unit_id from post p where p.id = jw_post())))
$$;

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'project.read');
  writable text := jw_reach_condition('', 'project.keep', 'project.review');
  review text := jw_reach_condition('', 'project.review');
begin
  alter table project enable row level security;
  execute format('create policy project_read on project for select using (%s or id in (select jw_followed_projects()))', readable);
  execute format('create policy project_write on project for all using (%1$s) with check (%1$s)', writable);
  foreach name in array array['project_year', 'project_version', 'project_event', 'project_month', 'project_month_version',
    'project_file', 'project_alarm', 'project_follower'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s or project_id in (select jw_followed_projects()))',
      name || '_read', name, readable);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name, writable);
  end loop;

  -- A pair is seen by those who see both of its projects.
  alter table project_pair enable row level security;
  create policy project_pair_read on project_pair for select using (
    exists (select from project p where p.id = first_id) and exists (select from project p where p.id = second_id));
  execute format('create policy project_pair_decide on project_pair for update using (
    exists (select from project p where p.id = first_id and %1$s) and exists (select from project p where p.id = second_id and %1$s))',
    jw_reach_condition('p.', 'project.review'));
  -- What is found beside a project in reach may lie beyond it: the platform writes it down.
  create policy project_pair_found on project_pair for insert with check ((select jw_is_system()));
  create policy project_pair_kept on project_pair for all using ((select jw_is_system())) with check ((select jw_is_system()));
  alter table project_pair_step enable row level security;
  create policy project_pair_step_read on project_pair_step for select using (
    exists (select from project_pair p where p.id = pair_id));
  create policy project_pair_step_write on project_pair_step for insert with check (
    exists (select from project_pair p where p.id = pair_id) and (select jw_may('project.review')));

  -- What is asked of projects is no secret.
  alter table project_norm enable row level security;
  create policy project_norm_read on project_norm for select using ((select jw_is_system()) or (select jw_may('project.read')));
  execute format('create policy project_norm_write on project_norm for all using (%1$s) with check (%1$s)', review);
end $$;
