-- What reading figures needs beside their sums: how many figures of each vintage a sum is made of, when the shape of a year last
-- changed, saved reports and maps. See docs/adr/0018-figures.md and 0020.

-- Figures that are revised and final; the others are preliminary.
alter table rollup_pending add column revised integer not null default 0, add column final integer not null default 0;
alter table rollup_cell add column revised bigint not null default 0, add column final bigint not null default 0;
-- Cells from before are looked at, found wrong, and counted anew.
insert into rollup_stale (period, noted)
with recursive p as (
  (select period from observation order by period limit 1)
  union all
  select (select o.period from observation o where o.period > p.period order by o.period limit 1) from p
  where p.period is not null)
select period, nextval('rollup_stale_noted') from p where period is not null
on conflict (period) do update set noted = excluded.noted;

-- Figures that were corrected are few: what was first published is the sum of now and what they changed since.
create index observation_corrected on observation (indicator_id, period) where revision > 1;
-- Own reports stand among very many parts.
create index observation_own on observation (indicator_id, period, region_id) where role = 'own';

-- Changes whenever sums of an indicator and year do: which small groups were hidden holds until then.
create table rollup_shape (
  indicator_id text not null,
  year text not null,
  revision bigint not null,
  primary key (indicator_id, year)
);
create sequence rollup_shape_revision;
alter table rollup_shape enable row level security;
create policy rollup_shape_kept on rollup_shape for all using ((select jw_is_system())) with check ((select jw_is_system()));

-- Units of which everything, also of those below them, has always counted in regions that are in reach.
create function jw_units_within(variadic wanted text[]) returns setof text
language sql stable security definer set search_path = public as $$
  with reached as materialized (select jw_regions(variadic wanted) as code)
  select c.ancestor
  from unit_closure c join unit_place p on p.unit_id = c.descendant left join reached r on r.code = p.region_id
  group by c.ancestor having bool_and(r.code is not null)
$$;
-- Whoever reads a region reads its units' sums too, when he may see small groups: the two sums together would tell them.
create policy rollup_cell_read_units on rollup_cell for select using (
  unit_id <> '' and (select jw_may('indicator.detail')) and unit_id in (select jw_units_within('indicator.read')));

create table report (
  id text primary key,
  name text not null,
  -- As `ReportContent` of src/indicator/contract/reading/report.ts.
  content jsonb not null,
  share text not null check (share in ('none', 'unit', 'region')),
  schedule text not null check (schedule in ('none', 'daily', 'weekly', 'monthly')),
  -- The period goes on with the calendar.
  follow boolean not null,
  revision integer not null default 1,
  owner_id text not null references person (id),
  owner_post text not null references post (id),
  region_id text references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  changed_at timestamptz not null,
  next_at timestamptz,
  stopped_at timestamptz,
  stopped_why text check (stopped_why in ('post-ended', 'not-allowed', 'refused')),
  check ((stopped_at is null) = (stopped_why is null)),
  check (schedule <> 'none' or next_at is null)
);
create index report_owner on report (owner_post);
create index report_next on report (next_at) where next_at is not null;

-- What was made of it by schedule, for its owner alone: it shows what he may see.
create table report_issue (
  id text primary key,
  report_id text not null references report (id) on delete cascade,
  at timestamptz not null,
  content bytea not null
);
create index report_issue_report on report_issue (report_id, at desc);

-- Outlines for the map of a region, as they were uploaded and checked (platform/geo).
create table region_map (
  region_id text primary key references region (code),
  content json not null,
  changed_at timestamptz not null,
  by_id text not null,
  by_name text not null
);

do $$
begin
  alter table report enable row level security;
  create policy report_own on report for all
    using ((select jw_is_system()) or owner_post = (select jw_post()))
    with check ((select jw_is_system()) or owner_post = (select jw_post()));
  -- Shared ones: the same unit, or whoever's own region lies in that of the report. What they show is what the reader may see.
  create policy report_shared on report for select using ((select jw_may('indicator.read')) and (
    (share = 'unit' and unit_id in (select p.unit_id from post p where p.id = (select jw_post())))
    or (share = 'region' and region_id in (select jw_own_regions()))));

  alter table report_issue enable row level security;
  create policy report_issue_own on report_issue for all
    using (exists (select from report r where r.id = report_id and ((select jw_is_system()) or r.owner_post = (select jw_post()))))
    with check (exists (select from report r where r.id = report_id and ((select jw_is_system()) or r.owner_post = (select jw_post()))));

  alter table region_map enable row level security;
  create policy region_map_read on region_map for select using ((select jw_is_system()) or (select jw_may('indicator.read')));
  create policy region_map_put on region_map for all
    using ((select jw_is_system()) or region_id in (select jw_regions('indicator.define')))
    with check ((select jw_is_system()) or region_id in (select jw_regions('indicator.define')));
end $$;
