-- What is kept of a chain: who runs it, what its chief did, its maps and the entries of its lists.

create table chain_file (
  chain_id text primary key references chain (id),
  revision integer not null,
  -- As src/chain/domain/model.ts.
  content jsonb not null,
  region_id text not null references region (code),
  unit_id text references unit (id),
  changed_at timestamptz not null,
  changed_by text not null
);

create table chain_act (
  id text primary key,
  chain_id text not null references chain (id),
  kind text not null,
  on_day date not null,
  place text not null,
  by_name text not null,
  subject text not null,
  found text not null,
  -- Why it does not count; nothing is taken away.
  struck text,
  region_id text not null references region (code),
  unit_id text references unit (id),
  noted_at timestamptz not null,
  noted_by text not null
);
create index chain_act_chain on chain_act (chain_id, on_day);

-- Every map that was ever put up; the newest of its kind is the one that holds.
create table chain_map (
  id text primary key,
  chain_id text not null references chain (id),
  map_id text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  -- SM3 of the content.
  digest text not null,
  content bytea not null,
  region_id text not null references region (code),
  unit_id text references unit (id),
  at timestamptz not null,
  by_name text not null
);
create index chain_map_chain on chain_map (chain_id, map_id, at);

create table chain_entry (
  id text primary key,
  revision integer not null,
  chain_id text not null references chain (id),
  list_id text not null,
  name text not null,
  words text not null,
  -- Who is to do something about it, and by when.
  owner text not null,
  due_on date,
  settled_on date,
  region_id text not null references region (code),
  unit_id text references unit (id),
  changed_at timestamptz not null,
  changed_by text not null
);
create index chain_entry_chain on chain_entry (chain_id, list_id, id);

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'chain.read');
  writable text := jw_reach_condition('', 'chain.keep');
begin
  foreach name in array array['chain_file', 'chain_act', 'chain_map', 'chain_entry'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using (%s) with check (%s)', name || '_keep', name, writable, writable);
  end loop;
  -- Who runs a chain and what its chief did is for everybody of the place; what is weak or wanted for those who work on it.
  foreach name in array array['chain_file', 'chain_act', 'chain_map'] loop
    execute format('create policy %I on %I for select using (%s or (region_id in (select jw_own_regions()) and (select jw_may(''chain.read''))))',
      name || '_read', name, readable);
  end loop;
  execute format('create policy chain_entry_read on chain_entry for select using (%s)', readable);
end $$;
