-- What people decided about plans before their tasks were made: who is meant by a name, which items become no task, which
-- changes of a newer edition were dealt with; and meetings about tasks. See docs/adr/0024-duty-to-done.md.

-- Who is meant by a name in a plan; several units for a collective name such as 各县区. Holds for every edition.
create table task_plan_name (
  plan_id text not null references plan (id),
  name text not null,
  unit_ids text[] not null,
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (plan_id, name)
);

-- What was decided about an item of a plan as an edition has it: left out (no task), kept (the task stays as it is although
-- the edition says otherwise), applied (the task was changed). A later edition is asked about anew.
create table task_plan_item (
  plan_id text not null references plan (id),
  item_id text not null,
  edition integer not null,
  what text not null check (what in ('left-out', 'kept', 'applied')),
  reason text not null,
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (plan_id, item_id)
);

create table task_meeting (
  id text primary key,
  revision integer not null,
  title text not null,
  held_on date not null,
  place text,
  -- Who sits: [{"unitId", "name"}]; who leads it, in words.
  chair text,
  sits jsonb not null,
  state text not null check (state in ('open', 'ended')),
  note text,
  region_id text not null references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  created_at timestamptz not null,
  created_by text not null,
  created_by_id text not null,
  ended_at timestamptz,
  ended_by text,
  activity_at timestamptz not null,
  activity_by text not null
);
create index task_meeting_day on task_meeting (held_on, id);

-- Its agenda. `why` is why a task was put on it, as things stood then; the decisions are never changed.
create table task_meeting_item (
  meeting_id text not null references task_meeting (id),
  id text not null,
  position integer not null,
  kind text not null check (kind in ('red', 'disputed', 'help', 'extension', 'escalated', 'free')),
  title text not null,
  why text not null,
  task_id text references task (id),
  duty_id text,
  -- As src/task/domain/meeting/model.ts, in their order.
  decisions jsonb not null default '[]',
  primary key (meeting_id, id)
);
create index task_meeting_item_task on task_meeting_item (task_id) where task_id is not null;

-- What was brought before a chief is looked for over all tasks.
create index task_event_pressed on task_event (task_id, duty_id, no) where kind = 'urged';

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'task.read');
  keeps text := jw_reach_condition('', 'task.dispatch');
  seen text := jw_reach_condition('m.', 'task.read');
  kept text := jw_reach_condition('m.', 'task.dispatch');
begin
  foreach name in array array['task_plan_name', 'task_plan_item', 'task_meeting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_read', name, readable);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_keep', name, keeps);
  end loop;
  alter table task_meeting_item enable row level security;
  execute format('create policy task_meeting_item_read on task_meeting_item for select using (exists (select from task_meeting m where m.id = meeting_id and %s))', seen);
  execute format('create policy task_meeting_item_keep on task_meeting_item for all using (exists (select from task_meeting m where m.id = meeting_id and %1$s)) with check (exists (select from task_meeting m where m.id = meeting_id and %1$s))', kept);
end $$;
