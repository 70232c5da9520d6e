-- Countersignatures of support clauses: which unit stood by the sentence that a clause's rule was told as, for which
-- content of its pack. The packs themselves are files; a new content has another hash, and what was countersigned before
-- stays as history.

create table policy_countersign (
  id text primary key,
  policy_id text not null,
  clause_id text not null,
  pack_hash text not null check (pack_hash like 'sha256:%'),
  -- As it read then.
  sentence text not null,
  post_id text not null,
  post_title text not null,
  unit_id text not null,
  unit_name text not null,
  region_id text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_id text,
  withdrawn_by_name text,
  check ((withdrawn_at is null) = (withdrawn_by_id is null))
);
-- A unit stands by a content once.
create unique index policy_countersign_once on policy_countersign (policy_id, clause_id, pack_hash, unit_id)
  where withdrawn_at is null;
create index policy_countersign_clause on policy_countersign (policy_id, clause_id, at desc);

alter table policy_countersign enable row level security;
-- Officials of the region, of those above it and of those below it read them; enterprises and the public do not.
create policy policy_countersign_read on policy_countersign for select
  using ((select jw_is_system()) or ((select jw_may('policy.read')) and region_id in (select jw_directory())));
-- Only as the post that one acts as, for its own unit.
create policy policy_countersign_put on policy_countersign for insert
  with check (post_id = (select jw_post()) and (select jw_may('policy.countersign'))
    and exists (select from post p where p.id = post_id and p.unit_id = policy_countersign.unit_id));
create policy policy_countersign_withdraw on policy_countersign for update
  using (post_id = (select jw_post()) and (select jw_may('policy.countersign')))
  with check (post_id = (select jw_post()) and withdrawn_at is not null);
