-- Dispatch: by which rules, who has to report when, what a cycle froze, and letters of supervision.
-- See docs/adr/0024-duty-to-done.md.

-- Every rule that an office ever set, from which day on; the nearest region above holds where a region has set none.
create table dispatch_rules (
  id bigint generated always as identity primary key,
  region_id text not null references region (code),
  kind text not null check (kind in ('light', 'weights', 'urging', 'cycle', 'sign')),
  from_day date not null,
  -- As src/task/domain/settings/rules.ts; null: what holds above holds again.
  content jsonb,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index dispatch_rules_region on dispatch_rules (region_id, kind, from_day, id);

create table dispatch_cycle (
  id text primary key,
  revision integer not null,
  kind text not null check (kind in ('monthly', 'quarterly', 'yearly')),
  period text not null,
  opens_on date not null,
  due_on date not null,
  state text not null check (state in ('planned', 'open', 'closed', 'frozen')),
  -- Who and when, as src/task/domain/cycle/cycle.ts.
  opened jsonb,
  closed jsonb,
  frozen jsonb,
  -- Since when somebody freezes it: reports that come meanwhile are no longer its own.
  freezing_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  region_id text not null references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  unique (region_id, kind, period),
  check (due_on >= opens_on),
  check ((state = 'frozen') = (frozen is not null))
);
create index dispatch_cycle_state on dispatch_cycle (state, due_on) where state <> 'frozen';

-- Whose tasks a cycle takes: its own region and those below that do not dispatch for themselves. A task is in one cycle of
-- a kind and period at most.
create table dispatch_cycle_region (
  cycle_id text not null references dispatch_cycle (id),
  kind text not null,
  period text not null,
  region_id text not null references region (code),
  primary key (cycle_id, region_id),
  unique (kind, period, region_id)
);
create index dispatch_cycle_region_region on dispatch_cycle_region (region_id);

create table dispatch_reminder (
  cycle_id text not null references dispatch_cycle (id),
  no integer not null,
  on_day date not null,
  -- By the round, which reminds once a day at most; else by a person.
  by_round boolean not null,
  unit_ids text[] not null,
  words text not null,
  by jsonb not null,
  region_id text not null,
  unit_id text,
  chain_id text,
  primary key (cycle_id, no)
);
create unique index dispatch_reminder_round on dispatch_reminder (cycle_id, on_day) where by_round;

-- Units on whose workbench a cycle has put reporting; `done_at`: nothing is missing any more.
create table dispatch_asked (
  cycle_id text not null references dispatch_cycle (id),
  unit_id text not null references unit (id),
  done_at timestamptz,
  primary key (cycle_id, unit_id)
);

-- What a cycle froze, for ever.
create table dispatch_snapshot (
  cycle_id text primary key references dispatch_cycle (id),
  -- Canonical JSON as src/task/domain/snapshot/snapshot.ts, and its SM3 digest.
  text text not null,
  digest text not null,
  -- Which facts there were: of each task its last event, and which figures from elsewhere.
  known jsonb not null,
  -- Lights, rates and places out of the text, for lists.
  head jsonb not null,
  known_at timestamptz not null,
  region_id text not null references region (code),
  unit_id text,
  chain_id text
);
create function dispatch_snapshot_stands() returns trigger language plpgsql as $$
begin
  raise exception 'what a dispatch froze is never changed';
end $$;
create trigger dispatch_snapshot_kept before update or delete on dispatch_snapshot
  for each row execute function dispatch_snapshot_stands();
create trigger dispatch_snapshot_whole before truncate on dispatch_snapshot
  for each statement execute function dispatch_snapshot_stands();

-- Letters of supervision; the last number of each sign and year is counted where everybody who sends one sees it.
create table dispatch_letter (
  number text primary key,
  sign text not null,
  year integer not null,
  no integer not null,
  task_id text not null references task (id),
  duty_id text not null,
  to_unit_id text references unit (id),
  to_unit_name text not null,
  on_day date not null,
  reply_by date not null,
  words text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  region_id text not null references region (code),
  unit_id text,
  chain_id text,
  unique (sign, year, no)
);
create index dispatch_letter_day on dispatch_letter (on_day desc, number);
create index dispatch_letter_task on dispatch_letter (task_id);

create table dispatch_letter_count (
  sign text not null,
  year integer not null,
  last integer not null,
  primary key (sign, year)
);

-- Reports of a cycle, and answers to letters, are looked up where they stand.
create index task_event_cycle on task_event ((body -> 'report' ->> 'cycleId'), task_id, duty_id) where kind = 'reported';
create index task_event_answer on task_event ((body ->> 'number')) where kind = 'letter-answered';

do $$
declare
  name text;
  over text := '((select jw_is_system()) or region_id in (select jw_regions(''task.dispatch'')))';
begin
  -- By what rules and when is no secret to whoever has tasks; how others did is.
  alter table dispatch_rules enable row level security;
  create policy dispatch_rules_read on dispatch_rules for select using ((select jw_may('task.read')));
  execute format('create policy dispatch_rules_put on dispatch_rules for insert with check (%s)', over);

  alter table dispatch_cycle enable row level security;
  create policy dispatch_cycle_read on dispatch_cycle for select using ((select jw_may('task.read')));
  execute format('create policy dispatch_cycle_put on dispatch_cycle for insert with check (%s)', over);
  execute format('create policy dispatch_cycle_change on dispatch_cycle for update using (%1$s) with check (%1$s)', over);

  alter table dispatch_cycle_region enable row level security;
  create policy dispatch_cycle_region_read on dispatch_cycle_region for select using ((select jw_may('task.read')));
  execute format('create policy dispatch_cycle_region_put on dispatch_cycle_region for insert with check (%s)', over);

  alter table dispatch_asked enable row level security;
  create policy dispatch_asked_kept on dispatch_asked for all using ((select jw_is_system())) with check ((select jw_is_system()));

  foreach name in array array['dispatch_reminder', 'dispatch_snapshot'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_read', name, jw_reach_condition('', 'task.read'));
  end loop;
  execute format('create policy dispatch_reminder_put on dispatch_reminder for insert with check (%s)', over);
  create policy dispatch_snapshot_put on dispatch_snapshot for insert with check ((select jw_is_system()));

  alter table dispatch_letter enable row level security;
  create policy dispatch_letter_read on dispatch_letter for select using (exists (select from task_party p where p.task_id = dispatch_letter.task_id));
  execute format('create policy dispatch_letter_put on dispatch_letter for insert with check (%s)',
    jw_reach_condition('', 'task.dispatch'));

  -- What is frozen is reckoned from every fact there is: the platform itself need not ask of each who has a part in its task.
  foreach name in array array['task_duty', 'task_event', 'task_reading'] loop
    execute format('alter policy %1$I on %2$I using ((select jw_is_system()) or exists (select from task_party p where p.task_id = %2$I.task_id))',
      name || '_read', name);
  end loop;

  alter table dispatch_letter_count enable row level security;
  create policy dispatch_letter_count_kept on dispatch_letter_count for all
    using ((select jw_may('task.dispatch'))) with check ((select jw_may('task.dispatch')));
end $$;
