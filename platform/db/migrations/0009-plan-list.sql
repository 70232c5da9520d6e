-- What the list of plans shows, one row for each way of seeing a plan: `whole` for those in whose reach it is (the open
-- draft, else the latest edition, else the discarded draft), `published` for those who may only read its editions. Kept
-- by triggers, so that a list over 100,000 plans is one table with an index for its order.
create table plan_listing (
  plan_id text not null references plan (id) on delete cascade,
  face text not null check (face in ('whole', 'published')),
  status text not null,
  revision integer not null,
  latest_edition integer,
  region_id text,
  unit_id text,
  chain_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text,
  -- What it is called in lists: without a title that was read, the file.
  name text not null,
  file_name text not null,
  doc_number text,
  issuer text,
  issued_on date,
  valid_from date,
  valid_to date,
  indicators integer not null,
  tasks integer not null,
  clauses integer not null,
  tables integer not null,
  unreviewed integer not null,
  rejected integer not null,
  errors integer not null,
  warnings integer not null,
  notices integer not null,
  dismissed integer not null,
  -- Open findings as one number to sort by: errors first, then warnings, then notices.
  weight bigint generated always as (errors * 1000000::bigint + least(warnings, 999) * 1000 + least(notices, 999)) stored,
  -- What words are looked for in, in small letters, so that one comparison by bytes does it.
  words text generated always as (
    lower(name || ' ' || coalesce(doc_number, '') || ' ' || coalesce(issuer, ''))) stored,
  primary key (plan_id, face)
);
-- Each way of seeing plans is walked in the order of the list: all of a face, ...
create index plan_listing_updated on plan_listing (face, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_name on plan_listing (face, name, plan_id) where status <> 'discarded';
create index plan_listing_status on plan_listing (face, status, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_issued on plan_listing (face, issued_on, plan_id) where status <> 'discarded';
create index plan_listing_issued_last on plan_listing (face, issued_on desc nulls last, plan_id) where status <> 'discarded';
create index plan_listing_valid on plan_listing (face, valid_to, plan_id) where status <> 'discarded';
create index plan_listing_valid_last on plan_listing (face, valid_to desc nulls last, plan_id) where status <> 'discarded';
create index plan_listing_indicators on plan_listing (face, indicators) where status <> 'discarded';
create index plan_listing_tasks on plan_listing (face, tasks) where status <> 'discarded';
create index plan_listing_clauses on plan_listing (face, clauses) where status <> 'discarded';
create index plan_listing_tables on plan_listing (face, tables) where status <> 'discarded';
create index plan_listing_unreviewed on plan_listing (face, unreviewed) where status <> 'discarded';
create index plan_listing_weight on plan_listing (face, weight) where status <> 'discarded';
-- ... those of one region or unit in the orders that are asked for most, ...
create index plan_listing_region_updated on plan_listing (face, region_id, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_region_name on plan_listing (face, region_id, name, plan_id) where status <> 'discarded';
create index plan_listing_region_status on plan_listing (face, region_id, status, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_region_issued on plan_listing (face, region_id, issued_on desc nulls last, plan_id) where status <> 'discarded';
create index plan_listing_region_weight on plan_listing (face, region_id, weight) where status <> 'discarded';
create index plan_listing_unit_updated on plan_listing (face, unit_id, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_unit_name on plan_listing (face, unit_id, name, plan_id) where status <> 'discarded';
create index plan_listing_unit_status on plan_listing (face, unit_id, status, updated_at desc, plan_id) where status <> 'discarded';
create index plan_listing_unit_issued on plan_listing (face, unit_id, issued_on desc nulls last, plan_id) where status <> 'discarded';
create index plan_listing_unit_weight on plan_listing (face, unit_id, weight) where status <> 'discarded';
-- ... those of one chain in the order that they come in.
create index plan_listing_chain_updated on plan_listing (face, chain_id, updated_at desc, plan_id) where status <> 'discarded';
-- What changed last of all, thrown away or not.
create index plan_listing_changed on plan_listing (updated_at) where face = 'whole';
-- All that it takes to judge whether somebody sees a plan, so that counting need not read the plans themselves.
create index plan_listing_region on plan_listing (face, region_id, unit_id, chain_id, status);
create index plan_listing_unit on plan_listing (face, unit_id, region_id, chain_id, status);
create index plan_listing_chain on plan_listing (face, chain_id, region_id, unit_id, status);

create function list_plan(wanted text) returns void language sql security definer set search_path = public as $$
  delete from plan_listing where plan_id = wanted;
  insert into plan_listing (
    plan_id, face, status, revision, latest_edition, region_id, unit_id, chain_id, created_at, updated_at,
    title, name, file_name, doc_number, issuer, issued_on, valid_from, valid_to,
    indicators, tasks, clauses, tables, unreviewed, rejected, errors, warnings, notices, dismissed)
  select p.id, f.face, case f.face when 'whole' then p.status else 'published' end, p.revision, p.latest_edition,
    p.region_id, p.unit_id, p.chain_id, p.created_at, p.updated_at,
    v.title, coalesce(v.title, s.file_name), s.file_name, v.doc_number, v.issuer, v.issued_on, v.valid_from, v.valid_to,
    v.indicators, v.tasks, v.clauses, v.tables, v.unreviewed, v.rejected, v.errors, v.warnings, v.notices, v.dismissed
  from plan p
    cross join (values ('whole'), ('published')) as f (face)
    join lateral (
      select * from plan_version v
      where v.plan_id = p.id and (f.face = 'whole' or v.number = p.latest_edition)
      order by (v.number is null and v.discarded_at is null) desc, v.number desc nulls last, v.discarded_at desc
      limit 1) v on true
    join source_file s on s.id = v.source_id
  where p.id = wanted
$$;

create function plan_changed() returns trigger language plpgsql as $$
begin
  perform list_plan(new.id);
  return null;
end $$;
create trigger plan_listed after insert or update on plan for each row execute function plan_changed();

create function plan_version_changed() returns trigger language plpgsql as $$
begin
  perform list_plan(case tg_op when 'DELETE' then old.plan_id else new.plan_id end);
  return null;
end $$;
create trigger plan_version_listed after insert or update or delete on plan_version
  for each row execute function plan_version_changed();

select list_plan(id) from plan;

-- Read by reach, each plan by one way of seeing it; written by the triggers alone.
alter table plan_listing enable row level security;
do $$
declare
  whole text := jw_reach_condition('', 'plan.read');
begin
  execute format('create policy plan_listing_read on plan_listing for select using (
    case face
      when ''whole'' then %1$s
      else (select jw_may(''plan.read'')) and region_id in (select jw_own_regions()) and (%1$s) is not true
    end)', whole);
end $$;

-- Changes whenever a plan of the list does; for whoever remembers what he has counted. Tells nothing of any plan.
create function plan_listing_state() returns text language sql stable security definer set search_path = public as $$
  select coalesce(max(updated_at)::text, '') from plan_listing where face = 'whole'
$$;
