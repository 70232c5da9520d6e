-- Sums that a change of the trees may have made wrong: who is under whom, and since when. Each change notes every period of
-- which there are figures; a job looks at them one by one and counts anew where sums differ. See docs/adr/0018-figures.md.

create index observation_period on observation (period);

create table rollup_stale (
  period text primary key,
  -- Of the newest change; a period that is touched again while it is looked at stays.
  noted bigint not null
);
create sequence rollup_stale_noted;

create function rollup_tree_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into rollup_stale (period, noted)
  with recursive p as (
    (select period from observation order by period limit 1)
    union all
    select (select o.period from observation o where o.period > p.period order by o.period limit 1) from p
    where p.period is not null)
  select period, nextval('rollup_stale_noted') from p where period is not null
  on conflict (period) do update set noted = excluded.noted;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['region_closure', 'unit_closure', 'chain_closure'] loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function rollup_tree_changed()', name || '_noted', name);
  end loop;
  alter table rollup_stale enable row level security;
  create policy rollup_stale_kept on rollup_stale for all using ((select jw_is_system())) with check ((select jw_is_system()));
end $$;
