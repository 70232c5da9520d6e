-- What was reported, every version of it, and its roll-up; see docs/adr/0018-figures.md. Periods are `2025`, `2025-Q1`,
-- `2025-03`; figures are whole numbers, the value times 10^decimals of the indicator.

create table indicator (
  id text primary key,
  -- As src/indicator/domain/definition.ts; who owns it, so that a county may have its own.
  definition jsonb not null,
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  -- Pack or edition that it came from.
  origin text not null,
  valid_to date,
  -- As its origin lists it.
  position integer not null default 0,
  created_at timestamptz not null
);

-- Where a unit stood, and when: a figure counts where its unit was in the period. Kept by a trigger on unit.
create table unit_place (
  unit_id text not null references unit (id) on delete cascade,
  region_id text not null references region (code),
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  primary key (unit_id, valid_from)
);

insert into unit_place (unit_id, region_id) select id, region_id from unit;

create function unit_was_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into unit_place (unit_id, region_id) values (new.id, new.region_id);
  elsif new.region_id is distinct from old.region_id then
    -- Moved twice on one day: only the last place of the day counts.
    delete from unit_place where unit_id = new.id and valid_from = current_date;
    update unit_place set valid_to = current_date where unit_id = new.id and valid_to = 'infinity' and valid_from < current_date;
    insert into unit_place (unit_id, region_id, valid_from)
    values (new.id, new.region_id,
      case when exists (select from unit_place p where p.unit_id = new.id) then current_date else '-infinity'::date end);
  end if;
  return null;
end $$;
create trigger unit_place_kept after insert or update of region_id on unit for each row execute function unit_was_moved();

create table observation (
  id bigint generated always as identity primary key,
  indicator_id text not null references indicator (id),
  period text not null,
  -- Last day of the period: the region tree of that day is the one it counts in.
  period_end date not null,
  unit_id text not null references unit (id),
  -- Enterprise that the figure is of, when it is of one; '' when it is the unit's own.
  enterprise_id text not null default '',
  region_id text not null references region (code),
  chain_id text not null default '',
  -- `part`: rolls up; `own`: of a node over others, set beside the sum of its parts.
  role text not null check (role in ('part', 'own')),
  revision integer not null,
  -- null: stated that there is none; `reason` says why.
  value bigint,
  reason text,
  vintage text not null check (vintage in ('preliminary', 'revised', 'final')),
  saved_at timestamptz not null,
  check (value is not null or reason is not null)
);
create unique index observation_key on observation (indicator_id, period, unit_id, enterprise_id, chain_id, role);
create index observation_place on observation (indicator_id, period, region_id) include (value);
create index observation_unit on observation (unit_id, period);
create index observation_enterprise on observation (enterprise_id, indicator_id, period) where enterprise_id <> '';

-- Every figure that was ever saved; the newest is the observation's.
create table observation_version (
  observation_id bigint not null references observation (id) on delete cascade,
  revision integer not null,
  value bigint,
  reason text,
  vintage text not null,
  saved_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  note text,
  primary key (observation_id, revision)
);

-- Differences that no cell has yet. Written with the figure in one transaction, so that nobody waits for a shared row.
create table rollup_pending (
  id bigint generated always as identity primary key,
  indicator_id text not null,
  period text not null,
  period_end date not null,
  region_id text not null,
  unit_id text not null,
  chain_id text not null,
  -- What is to be added: sum, number of figures, number of enterprises.
  total numeric not null,
  figures integer not null,
  firms integer not null
);

-- Sums over a region and all below it (`unit_id` ''), or over a unit and all below it (`region_id` ''), of one chain and
-- all below it, or of all ('').
create table rollup_cell (
  indicator_id text not null,
  period text not null,
  region_id text not null,
  unit_id text not null,
  chain_id text not null,
  total numeric not null,
  figures bigint not null,
  firms bigint not null,
  primary key (indicator_id, region_id, unit_id, chain_id, period)
);

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'indicator.read');
  writable text := jw_reach_condition('', 'indicator.enter', 'indicator.review');
begin
  alter table indicator enable row level security;
  execute 'create policy indicator_read on indicator for select using ((select jw_is_system()) or (select jw_may(''indicator.read'', ''indicator.enter'')))';
  execute format('create policy indicator_define on indicator for all using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'indicator.define'));

  alter table unit_place enable row level security;
  create policy unit_place_read on unit_place for select using ((select jw_post()) <> '' or (select jw_person()) <> '');

  foreach name in array array['observation', 'rollup_pending', 'rollup_cell'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_read', name, readable);
  end loop;
  execute format('create policy observation_write on observation for all using (%1$s) with check (%1$s)', writable);
  -- Whoever may write a figure writes its difference; taking it away is the fold's.
  execute format('create policy rollup_pending_put on rollup_pending for insert with check (%s)', writable);
  create policy rollup_pending_fold on rollup_pending for delete using ((select jw_is_system()));
  create policy rollup_cell_fold on rollup_cell for all using ((select jw_is_system())) with check ((select jw_is_system()));

  alter table observation_version enable row level security;
  create policy observation_version_read on observation_version for select
    using (exists (select from observation o where o.id = observation_id));
  create policy observation_version_put on observation_version for insert
    with check (exists (select from observation o where o.id = observation_id));
end $$;
