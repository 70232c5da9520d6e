-- Where a plan belongs, and row-level security over it and all that is part of it. A plan is in full reach of a role that
-- holds over its region, unit or chain; what is published is read by everybody of its region and below.
alter table plan add column region_id text references region (code);
alter table plan add column unit_id text references unit (id);
alter table plan add column chain_id text references chain (id);
create index plan_region on plan (region_id, updated_at desc, id);
create index plan_unit on plan (unit_id, updated_at desc, id);
create index plan_chain on plan (chain_id, region_id);

do $$
declare
  readable text := jw_reach_condition('', 'plan.read');
  writable text := jw_reach_condition('', 'plan.draft', 'plan.review', 'plan.publish', 'plan.assign');
  whole text := jw_reach_condition('p.', 'plan.read');
  mine text := jw_reach_condition('p.', 'plan.draft', 'plan.review', 'plan.publish', 'plan.assign');
  published text := '(latest_edition is not null and region_id in (select jw_own_regions()) and (select jw_may(''plan.read'')))';
  name text;
begin
  alter table plan enable row level security;
  execute format('create policy plan_read on plan for select using (%s or %s)', readable, published);
  execute format('create policy plan_write on plan for all using (%1$s) with check (%1$s)', writable);

  -- A published edition goes with its plan; a draft is seen only where the plan is in full reach.
  alter table plan_version enable row level security;
  execute format('create policy plan_version_read on plan_version for select using (exists (
    select from plan p where p.id = plan_id and (number is not null or %s)))', whole);
  execute format('create policy plan_version_write on plan_version for all using (exists (
    select from plan p where p.id = plan_id and %1$s)) with check (exists (
    select from plan p where p.id = plan_id and %1$s))', mine);

  foreach name in array array['plan_history', 'plan_parent'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using (exists (select from plan p where p.id = plan_id and %s)) with check (exists (select from plan p where p.id = plan_id and %s))', name || '_write', name, mine, mine);
  end loop;
  execute format('create policy plan_history_read on plan_history for select using (exists (select from plan p where p.id = plan_id and %s))', whole);
  create policy plan_parent_read on plan_parent for select using (exists (select from plan p where p.id = plan_id));

  foreach name in array array['plan_item', 'plan_finding', 'plan_dismissal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (exists (select from plan_version v where v.id = version_id))', name || '_read', name);
    execute format('create policy %I on %I for all using (exists (select from plan_version v join plan p on p.id = v.plan_id where v.id = version_id and %3$s)) with check (exists (select from plan_version v join plan p on p.id = v.plan_id where v.id = version_id and %3$s))', name || '_write', name, mine, mine);
  end loop;
end $$;

-- A file is seen with any version that was read from it; whoever may import may put one in.
alter table source_file enable row level security;
create policy source_file_read on source_file for select using (exists (select from plan_version v where v.source_id = source_file.id));
create policy source_file_write on source_file for insert with check ((select jw_may('plan.draft')) or (select jw_is_system()));

-- An import is its sender's own.
alter table plan_import enable row level security;
create policy plan_import_own on plan_import for all
  using ((select jw_is_system()) or by_id = (select jw_person()))
  with check ((select jw_is_system()) or (by_id = (select jw_person()) and (select jw_may('plan.draft'))));

-- Where a plan stands in the chain of plans is no secret of its content: a circle is found through those out of sight.
create function plan_links() returns table (child text, parent text)
language sql stable security definer set search_path = public as $$
  select plan_id, parent_id from plan_parent where parent_id is not null
$$;

-- What guards the editions looks at every row, whoever asks.
alter function edition_part_is_frozen() security definer set search_path = public;
