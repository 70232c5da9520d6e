-- Files, plans and their versions. A plan has at most one open draft (plan_version.number is null) and any number of
-- editions; an edition never changes again, which the triggers at the end hold even against a fault in our own code.

create table source_file (
  id text primary key,
  file_name text not null,
  format text not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  body text not null,
  page_starts jsonb not null,
  furniture jsonb not null,
  tables jsonb not null,
  created_at timestamptz not null
);
create index source_file_sha256 on source_file (sha256);

create table plan (
  id text primary key,
  -- Counts every change of the plan; whoever saves must name the one it saw.
  revision integer not null,
  -- The number of the next item; never used twice, so that an item id means one thing for ever.
  next_item integer not null,
  status text not null check (status in ('draft', 'published', 'revising', 'discarded')),
  latest_edition integer,
  created_at timestamptz not null,
  created_by_id text not null,
  created_by_name text not null,
  updated_at timestamptz not null
);
create index plan_updated_at on plan (updated_at desc, id);

create table plan_version (
  id text primary key,
  plan_id text not null references plan (id),
  number integer check (number >= 1),
  based_on integer,
  -- When a draft was thrown away; it can come back while no other draft is open.
  discarded_at timestamptz,
  source_id text not null references source_file (id),
  source_start integer not null,
  source_end integer not null,
  title text,
  doc_number text,
  issuer text,
  issued_on date,
  valid_from date,
  valid_to date,
  validity_text text,
  addressees jsonb not null,
  annexes jsonb not null,
  outline jsonb not null,
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
  published_at timestamptz,
  published_by_id text,
  published_by_name text,
  hash text,
  note text,
  acknowledged text,
  check ((number is null) = (published_at is null)),
  check ((number is null) = (hash is null)),
  unique (plan_id, number)
);
create unique index plan_version_one_draft on plan_version (plan_id) where number is null and discarded_at is null;
create index plan_version_source on plan_version (source_id);

create table plan_item (
  version_id text not null references plan_version (id) on delete cascade,
  id text not null,
  kind text not null check (kind in ('indicator', 'task', 'clause', 'table')),
  start_at integer not null,
  end_at integer not null,
  review text not null check (review in ('unreviewed', 'confirmed', 'corrected', 'rejected')),
  origin text not null check (origin in ('extracted', 'added', 'merged')),
  touched_at timestamptz,
  touched_by_id text,
  touched_by_name text,
  content jsonb not null,
  primary key (version_id, id)
);

create table plan_finding (
  version_id text not null references plan_version (id) on delete cascade,
  id text not null,
  position integer not null,
  rule text not null,
  severity text not null check (severity in ('error', 'warning', 'notice')),
  content jsonb not null,
  primary key (version_id, id)
);

create table plan_dismissal (
  version_id text not null references plan_version (id) on delete cascade,
  finding_id text not null,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (version_id, finding_id)
);

-- Every change with what was before and after, so that it can be told, undone and redone. Append only.
create table plan_history (
  plan_id text not null references plan (id),
  revision integer not null,
  action text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  target integer,
  edition integer,
  change jsonb not null,
  primary key (plan_id, revision)
);

create table plan_parent (
  plan_id text not null references plan (id),
  position integer not null,
  parent_id text references plan (id),
  title text not null,
  doc_number text,
  primary key (plan_id, position)
);
create unique index plan_parent_once on plan_parent (plan_id, parent_id) where parent_id is not null;
create index plan_parent_parent on plan_parent (parent_id);

create table plan_import (
  id text primary key,
  file_name text not null,
  size integer not null,
  state text not null check (state in ('reading', 'understanding', 'saving', 'done', 'refused')),
  plans jsonb not null,
  refusals jsonb not null,
  by_id text not null,
  by_name text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);

create function edition_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'edition % of plan % is published and cannot change', old.number, old.plan_id;
end $$;
create trigger plan_version_frozen before update or delete on plan_version
  for each row when (old.number is not null) execute function edition_is_frozen();

create function edition_part_is_frozen() returns trigger language plpgsql as $$
declare
  touched text;
begin
  if tg_op = 'DELETE' then touched := old.version_id; else touched := new.version_id; end if;
  if exists (select 1 from plan_version where id = touched and number is not null) then
    raise exception 'version % is published and cannot change', touched;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger plan_item_frozen before insert or update or delete on plan_item
  for each row execute function edition_part_is_frozen();
create trigger plan_finding_frozen before insert or update or delete on plan_finding
  for each row execute function edition_part_is_frozen();
create trigger plan_dismissal_frozen before insert or update or delete on plan_dismissal
  for each row execute function edition_part_is_frozen();

create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history of plan % cannot change', old.plan_id;
end $$;
create trigger plan_history_frozen before update or delete on plan_history
  for each row execute function history_is_append_only();
