-- The workbench: who is to do what until when, saved views and personal settings. Row-level security everywhere: an item
-- is seen by whoever is to do it, gave it, gets a copy of it, or holds work.assign over its place.

create table work_item (
  id text primary key,
  revision integer not null,
  kind text not null,
  title text not null,
  detail text not null,
  importance text not null check (importance in ('normal', 'high')),
  link text,
  origin_slice text,
  origin_kind text,
  origin_id text,
  basis text,
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  assignee_kind text not null check (assignee_kind in ('post', 'unit', 'person', 'holders')),
  assignee_id text not null,
  assignee_name text not null,
  assignee_key text not null generated always as (assignee_kind || ':' || assignee_id) stored,
  created_by_id text not null,
  created_by_name text not null,
  created_by_title text,
  created_at timestamptz not null,
  due_on date,
  state text not null check (state in ('open', 'claimed', 'done', 'returned', 'withdrawn')),
  claimed_by_id text,
  claimed_by_name text,
  claimed_by_title text,
  closed_at timestamptz,
  outcome text
);
create index work_item_assignee on work_item (assignee_key, state, due_on);
create index work_item_created_by on work_item (created_by_id, created_at desc);
create index work_item_region on work_item (region_id, created_at desc);
create index work_item_chain on work_item (chain_id, created_at desc) where chain_id is not null;
create index work_item_unit on work_item (unit_id, created_at desc);
-- A record asks the same thing of the same party once.
create unique index work_item_origin on work_item (origin_slice, origin_kind, origin_id, kind, assignee_key)
  where origin_slice is not null and state in ('open', 'claimed');

create table work_copy (
  item_id text not null references work_item (id),
  party_kind text not null check (party_kind in ('post', 'unit', 'person', 'holders')),
  party_id text not null,
  party_name text not null,
  party_key text not null generated always as (party_kind || ':' || party_id) stored,
  primary key (item_id, party_kind, party_id)
);
create index work_copy_party on work_copy (party_key, item_id);

create table work_step (
  item_id text not null references work_item (id),
  number integer not null,
  step text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  by_title text,
  note text,
  primary key (item_id, number)
);

create table saved_view (
  person_id text not null references person (id),
  list text not null,
  name text not null,
  usual boolean not null,
  view jsonb not null,
  primary key (person_id, list, name)
);

create table person_setting (
  person_id text not null references person (id),
  name text not null,
  value jsonb not null,
  primary key (person_id, name)
);

-- What the one who asks counts as when work is given: his post, his post's unit, himself.
create function jw_parties() returns setof text
language sql stable security definer set search_path = public as $$
  select 'person:' || jw_person() where jw_person() <> ''
  union all
  select unnest(array['post:' || p.id, 'unit:' || p.unit_id]) from post p where p.id = jw_post()
$$;

-- `holders:plan.review` for each permission of the post.
create function jw_holder_keys() returns setof text
language sql stable security definer set search_path = public as $$
  select 'holders:' || unnest(r.permissions)
  from post_grant g join access_role r on r.id = g.role_id
  where g.post_id = jw_post() and g.state = 'granted'
$$;

create function jw_copied_work() returns setof text
language sql stable security definer set search_path = public as $$
  select c.item_id from work_copy c where c.party_key in (select jw_parties())
$$;

do $$
declare
  assigner text := jw_reach_condition('', 'work.assign');
  -- A role has one reach for all its permissions; any of these finds it.
  holder text := '(assignee_key in (select jw_holder_keys()) and '
    || jw_reach_condition('', 'plan.read', 'plan.draft', 'plan.review', 'plan.publish', 'work.assign') || ')';
  mine text := 'assignee_key in (select jw_parties()) or created_by_id = (select jw_person())';
begin
  alter table work_item enable row level security;
  execute format('create policy work_item_read on work_item for select using (%s or id in (select jw_copied_work()) or %s or %s)',
    mine, holder, assigner);
  execute format('create policy work_item_change on work_item for update using (%s or %s or %s) with check ((select jw_person()) <> '''' or (select jw_is_system()))',
    mine, holder, assigner);
  create policy work_item_put on work_item for insert
    with check ((select jw_is_system()) or created_by_id = (select jw_person()));

  alter table work_copy enable row level security;
  create policy work_copy_read on work_copy for select
    using (party_key in (select jw_parties()) or exists (select from work_item i where i.id = item_id));
  create policy work_copy_put on work_copy for insert with check (exists (select from work_item i where i.id = item_id));
  alter table work_step enable row level security;
  create policy work_step_read on work_step for select using (exists (select from work_item i where i.id = item_id));
  create policy work_step_put on work_step for insert with check (exists (select from work_item i where i.id = item_id));
end $$;

-- Closes what a record asked for, whoever may see it: the one who publishes need not be the one who was to review.
create function jw_close_work(slice text, kind_of text, record text, kinds text[], at_time timestamptz,
  person text, person_name text, title_of text, said text, next_state text)
returns table (id text, title text, assignee_key text, created_by_id text)
language sql volatile security definer set search_path = public as $$
  with closed as (
    update work_item i
    set state = next_state, closed_at = at_time, outcome = said, revision = i.revision + 1
    where i.origin_slice = slice and i.origin_kind = kind_of and i.origin_id = record
      and (kinds is null or i.kind = any (kinds)) and i.state in ('open', 'claimed', 'returned')
    returning i.id, i.title, i.assignee_key, i.created_by_id),
  steps as (
    insert into work_step (item_id, number, step, at, by_id, by_name, by_title, note)
    select c.id, (select coalesce(max(s.number), 0) + 1 from work_step s where s.item_id = c.id),
      'close', at_time, person, person_name, title_of, said
    from closed c)
  select c.id, c.title, c.assignee_key, c.created_by_id from closed c
$$;

alter table saved_view enable row level security;
create policy saved_view_own on saved_view for all
  using (person_id = (select jw_person())) with check (person_id = (select jw_person()));
alter table person_setting enable row level security;
create policy person_setting_own on person_setting for all
  using (person_id = (select jw_person())) with check (person_id = (select jw_person()));
