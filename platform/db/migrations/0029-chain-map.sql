-- Where enterprises stand on the maps of chains, what the office changed on a map, and what came of its gaps.
-- See docs/adr/0031-chain-map.md. A row belongs to the region and the unit of its enterprise, so that who sees the one sees the other.

create table chain_place (
  chain_id text not null references chain (id),
  enterprise_id text not null references enterprise (id) on delete cascade,
  -- Of the map that holds for the chain. Null: a person says that it belongs to no node.
  node_id text,
  -- What the rule reckoned, 0 to 100.
  score real not null,
  reason text not null,
  -- Beside a person's word what the rule says; else what it would say next.
  second_id text,
  by_kind text not null check (by_kind in ('rule', 'person')),
  by_name text,
  at timestamptz not null,
  region_id text not null references region (code),
  unit_id text references unit (id),
  primary key (chain_id, enterprise_id),
  check (by_kind = 'person' or node_id is not null)
);
create index chain_place_node on chain_place (chain_id, node_id, score desc, enterprise_id);
create index chain_place_enterprise on chain_place (enterprise_id);

-- Where it stood before.
create table chain_place_past (
  id bigint generated always as identity primary key,
  chain_id text not null references chain (id),
  enterprise_id text not null references enterprise (id) on delete cascade,
  node_id text,
  reason text not null,
  by_kind text not null,
  by_name text,
  at timestamptz not null,
  until timestamptz not null
);
create index chain_place_past_enterprise on chain_place_past (enterprise_id, chain_id, until desc);

-- The placing of all enterprises of a chain, the last one; under way it goes on from where it was.
create table chain_placing (
  chain_id text primary key references chain (id),
  state text not null check (state in ('running', 'done', 'failed')),
  -- The last enterprise (its no) that was looked at.
  seen_no bigint not null default 0,
  read integer not null default 0,
  placed integer not null default 0,
  outside integer not null default 0,
  failure text,
  at timestamptz not null,
  ended_at timestamptz,
  by_name text not null,
  region_id text not null references region (code),
  unit_id text references unit (id)
);

-- What the office of a chain changed on the map of the pack, each time over the pack itself.
create table chain_map_edition (
  chain_id text not null references chain (id),
  revision integer not null,
  from_day date not null,
  -- As src/chain/domain/map/edits.ts.
  edits jsonb not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  region_id text not null references region (code),
  unit_id text references unit (id),
  primary key (chain_id, revision)
);

-- What was made of a gap: a line of a list or a task.
create table chain_gap (
  id text primary key,
  chain_id text not null references chain (id),
  node_id text not null,
  kind text not null check (kind in ('entry', 'task')),
  list_id text,
  target_id text not null,
  title text not null,
  -- How the node stood when it was made.
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  region_id text not null references region (code),
  unit_id text references unit (id)
);
create index chain_gap_chain on chain_gap (chain_id, node_id, at desc);

-- Enterprises that changed in what places go by, until they are placed anew.
create table chain_place_stale (
  enterprise_id text primary key references enterprise (id) on delete cascade
);

-- Nothing waits where no chain was ever placed: the first placing reads everybody.
create function chain_place_made_stale() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from chain_placing) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into chain_place_stale select id from changed on conflict do nothing;
  else
    insert into chain_place_stale
      select c.id from changed c join former f on f.id = c.id
      where (c.name, c.industry, c.products, c.scope, c.region_id, c.unit_id, c.state, c.merged_into)
        is distinct from (f.name, f.industry, f.products, f.scope, f.region_id, f.unit_id, f.state, f.merged_into)
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger chain_place_stale_new after insert on enterprise
  referencing new table as changed for each statement execute function chain_place_made_stale();
create trigger chain_place_stale_changed after update on enterprise
  referencing new table as changed old table as former for each statement execute function chain_place_made_stale();

do $$
declare
  name text;
  kept text := jw_reach_condition('', 'chain.keep');
begin
  alter table chain_place enable row level security;
  execute format('create policy chain_place_read on chain_place for select using (%s)',
    jw_reach_condition('', 'chain.read', 'enterprise.read'));
  execute format('create policy chain_place_write on chain_place for all using (%1$s) with check (%1$s)', kept);
  alter table chain_place_past enable row level security;
  create policy chain_place_past_read on chain_place_past for select using (
    (select jw_is_system()) or exists (select from chain_place p
      where p.chain_id = chain_place_past.chain_id and p.enterprise_id = chain_place_past.enterprise_id));
  execute format('create policy chain_place_past_write on chain_place_past for insert with check (%s)',
    '(select jw_is_system()) or exists (select from chain_place p
      where p.chain_id = chain_place_past.chain_id and p.enterprise_id = chain_place_past.enterprise_id and '
      || jw_reach_condition('p.', 'chain.keep') || ')');

  -- How a chain is drawn is for everybody of the place, as who runs it.
  foreach name in array array['chain_placing', 'chain_map_edition', 'chain_gap'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s or (region_id in (select jw_own_regions()) and (select jw_may(''chain.read''))))',
      name || '_read', name, jw_reach_condition('', 'chain.read'));
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name, kept);
  end loop;

  alter table chain_place_stale enable row level security;
  create policy chain_place_stale_kept on chain_place_stale for all using ((select jw_is_system())) with check ((select jw_is_system()));
end $$;
