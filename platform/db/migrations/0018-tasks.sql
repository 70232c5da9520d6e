-- Tasks: what happened to them, one row each and only ever added; how they stand, reckoned from that; who has a part in them;
-- files that show that something was done. See docs/adr/0024-duty-to-done.md.

create table task (
  id text primary key,
  -- Counts its events.
  revision integer not null,
  title text not null,
  -- As src/task/domain/model/task.ts: the events replayed.
  content jsonb not null,
  state text not null check (state in ('planned', 'open', 'closed', 'withdrawn')),
  source_kind text not null check (source_kind in ('plan', 'instruction', 'meeting', 'upper-document')),
  -- Title of the plan, meeting or document, or who gave it.
  source_name text not null,
  plan_id text,
  edition integer,
  item_id text,
  place text,
  -- The task and duty that it is a part of, handed down.
  parent_id text references task (id),
  parent_duty text,
  -- The recurring task that this is one time of.
  occurrence_of text references task (id),
  occurrence_key text,
  occurrence_period text,
  -- First and present deadline of the leads.
  first_due_on date,
  due_on date,
  -- The worst light of its duties on the day `lit_on`, with its reason as src/task/domain/light/light.ts.
  light text not null check (light in ('red', 'yellow', 'blue', 'green', 'none')),
  light_reason jsonb not null,
  lit_on date not null,
  -- For lists, all reckoned from the content: what kind it is, its first lead, how far its least figure is in percent, the
  -- last report of any unit, and what somebody in it waits for.
  kind text not null check (kind in ('usual', 'recurring', 'occurrence', 'part')),
  lead_name text not null,
  chain_ids text[] not null,
  progress integer,
  reported_on date,
  help boolean not null,
  disputed boolean not null,
  extension_asked boolean not null,
  -- Days of its milestones, for the calendar.
  milestone_days date[] not null,
  -- Indicators by which its figures count, and when they were looked at last; when its times were made last.
  indicator_ids text[] not null,
  counted_at timestamptz,
  times_made_on date,
  words text not null generated always as (lower(title || ' ' || source_name || ' ' || lead_name)) stored,
  -- What somebody has to look at before it is sent, as src/task/domain/from-plan/draft.ts.
  doubts jsonb not null default '[]',
  -- Who keeps it: the office that made it.
  region_id text not null references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  created_on date not null,
  created_at timestamptz not null,
  created_by text not null,
  created_by_id text not null,
  -- The instant of its last event: the next is never before it, whichever server adds it.
  activity_at timestamptz not null,
  activity_by text not null,
  unique (occurrence_of, occurrence_key)
);
create unique index task_of_item on task (plan_id, item_id) where item_id is not null and parent_id is null and occurrence_of is null;
create index task_state on task (state, due_on, id);
create index task_light on task (light, due_on, id);
-- What was red and is closed turns green with the next month; nothing else that is over changes with the day.
create index task_lit on task (lit_on) where state = 'open' or light = 'yellow';
create index task_times on task (times_made_on) where kind = 'recurring' and state = 'open';
create index task_counted on task (counted_at) where state = 'open' and indicator_ids <> '{}';
create index task_parent on task (parent_id) where parent_id is not null;
create index task_plan on task (plan_id) where plan_id is not null;

-- What one unit owes of a task, for lists; content of the task is the truth.
create table task_duty (
  task_id text not null references task (id),
  duty_id text not null,
  -- null: only a name that nobody has said who it is.
  unit_id text references unit (id),
  unit_name text not null,
  role text not null check (role in ('lead', 'cooperating')),
  part text,
  own boolean not null,
  state text not null,
  first_due_on date,
  due_on date,
  light text not null,
  light_reason jsonb not null,
  sent_on date,
  signed_on date,
  submitted_on date,
  closed_on date,
  missed boolean not null,
  -- Last report, and the dispatch that it was for.
  reported_on date,
  reported_cycle text,
  -- The last report asks for help or names a problem.
  help text,
  problem text,
  extension_to date,
  urged_on date,
  urged_times integer not null default 0,
  -- Waits for an answer: number of the newest letter.
  letter text,
  letter_by date,
  region_id text references region (code),
  primary key (task_id, duty_id)
);
create index task_duty_unit on task_duty (unit_id, state, due_on);
create index task_duty_due on task_duty (due_on) where state in ('sent', 'signed', 'handed-back', 'submitted');

-- Everybody who has a part in a task, and the office that keeps it (`duty_id` is ''): whoever reaches one of them reads it.
create table task_party (
  task_id text not null references task (id),
  duty_id text not null,
  role text not null check (role in ('keeper', 'lead', 'cooperating')),
  region_id text,
  unit_id text,
  chain_id text,
  -- Place of the task itself, which its keeper may write.
  by_region_id text,
  by_unit_id text,
  by_chain_id text
);
-- Parties are only ever added.
create unique index task_party_once on task_party (task_id, duty_id, chain_id) nulls not distinct;
create index task_party_unit on task_party (unit_id);
create index task_party_region on task_party (region_id);

create table task_event (
  task_id text not null references task (id),
  no integer not null,
  kind text not null,
  duty_id text,
  at timestamptz not null,
  on_day date not null,
  by_id text not null,
  by_name text not null,
  by_unit_id text,
  -- As src/task/domain/model/event.ts.
  body jsonb not null,
  -- A phone without signal sends a report again: the same key of the same person is kept once.
  key text,
  primary key (task_id, no)
);
create index task_event_at on task_event (at);
create unique index task_event_key on task_event (task_id, by_id, key) where key is not null;
-- No two letters have one number.
create unique index task_event_letter on task_event ((body ->> 'number')) where kind = 'urged' and body ->> 'number' is not null;

-- Figures of deliverables that do not come by reports, as they became known.
create table task_reading (
  task_id text not null references task (id),
  deliverable_id text not null,
  on_day date not null,
  at timestamptz not null,
  value bigint not null,
  -- Where it comes from, in words, and a link to it.
  source text not null,
  link text,
  primary key (task_id, deliverable_id, on_day, at)
);

create table task_depends (
  task_id text not null references task (id),
  on_task_id text not null references task (id),
  primary key (task_id, on_task_id)
);
create index task_depends_on on task_depends (on_task_id);

create table task_file (
  id text primary key,
  task_id text not null references task (id),
  duty_id text,
  kind text not null check (kind in ('file', 'photo', 'document')),
  name text not null,
  media_type text not null,
  size integer not null,
  -- SM3 of the content.
  digest text not null,
  content bytea not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  -- Event that it stands in; null: sent, and not used yet.
  event_no integer
);
create index task_file_task on task_file (task_id, duty_id);

-- Every question is asked of the parties of the one task in hand, so that a change of one task does not walk all of them; a list
-- asks for all at once (the planner may read them as a whole). What follows from the facts of a task that somebody sees is read on
-- the platform's own behalf.
do $$
declare
  name text;
  keeps text := jw_reach_condition('by_', 'task.dispatch', 'task.instruct', 'task.subdivide');
  makes text := jw_reach_condition('', 'task.dispatch', 'task.instruct', 'task.subdivide');
  works text := jw_reach_condition('p.', 'task.report', 'task.subdivide', 'task.dispatch', 'task.close', 'task.instruct');
begin
  -- Asks no other table, so that the others can ask it.
  alter table task_party enable row level security;
  execute format('create policy task_party_read on task_party for select using (%s)', jw_reach_condition('', 'task.read'));
  execute format('create policy task_party_put on task_party for insert with check (%s)', keeps);

  alter table task enable row level security;
  create policy task_read on task for select using ((select jw_is_system()) or exists (
    select from task_party p where p.task_id = task.id));
  execute format('create policy task_make on task for insert with check (%s)', makes);
  execute format('create policy task_work on task for update using ((select jw_is_system()) or exists (select from task_party p where p.task_id = task.id and %1$s)) with check ((select jw_is_system()) or exists (select from task_party p where p.task_id = task.id and %1$s))', works);

  foreach name in array array['task_duty', 'task_event', 'task_reading', 'task_depends', 'task_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %1$I on %2$I for select using ((select jw_is_system()) or exists (select from task_party p where p.task_id = %2$I.task_id))', name || '_read', name);
    execute format('create policy %1$I on %2$I for insert with check ((select jw_is_system()) or exists (select from task_party p where p.task_id = %2$I.task_id and %3$s))', name || '_put', name, works);
  end loop;
  -- What happened and what was shown is never changed or taken away; what follows from it is reckoned anew.
  foreach name in array array['task_duty', 'task_depends'] loop
    execute format('create policy %1$I on %2$I for update using ((select jw_is_system()) or exists (select from task_party p where p.task_id = %2$I.task_id and %3$s))', name || '_change', name, works);
    execute format('create policy %1$I on %2$I for delete using ((select jw_is_system()) or exists (select from task_party p where p.task_id = %2$I.task_id and %3$s))', name || '_drop', name, works);
  end loop;
  execute format('create policy task_file_use on task_file for update using (exists (select from task_party p where p.task_id = task_file.task_id and %s))', works);
end $$;
