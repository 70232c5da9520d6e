-- How enterprises stand by titles, kept for lists: one row for each title that an enterprise has or had, or that is within its
-- reach. See docs/adr/0029-title-editions.md. Whoever is far has no row; how far is reckoned from the columns when asked.

-- Tells one making of a block's columns from the next.
create sequence enterprise_block_version;
alter table enterprise_block add column version bigint not null default 0;

-- What was judged by: the edition and the facts it asks for, as they were. Enough to judge anew in years.
create table ladder_program (
  -- Fingerprint of what stands below.
  id text primary key,
  edition text not null,
  title text not null,
  -- Edition as in its pack, its hash, and the facts of the dictionary in the order in which `ladder_standing.facts` has them.
  content jsonb not null
);

create table ladder_standing (
  enterprise_id text not null references enterprise (id) on delete cascade,
  title text not null,
  -- Which enterprises were judged together: as enterprise_block.
  block integer not null,
  -- Whether it has the title, had it, or never did.
  standing text not null check (standing in ('held', 'expired', 'none')),
  given_on date,
  -- The first day without it; null: without end.
  ends_on date,
  -- Null: no edition is in force, or its thresholds are not at hand.
  program_id text references ladder_program (id),
  verdict text check (verdict in ('met', 'unmet', 'unknown')),
  -- How much of what is asked is there, in thousandths.
  reach smallint,
  -- Whoever does not have it may well get it; see src/ladder/domain/pipeline.
  within boolean not null,
  -- A bit for each demand of the edition, in its order: those surely not met, and those that cannot be told.
  unmet bigint,
  open bigint,
  -- Points that are sure and those still possible.
  least smallint,
  most smallint,
  -- What it was judged by: whole numbers with commas between, empty where not known.
  facts text,
  -- The day by which it was judged, and the one from which on it has come out so.
  judged_on date not null,
  since date not null,
  -- Where the enterprise is, for who may see it.
  region_id text not null,
  unit_id text,
  chain_id text,
  park_id text,
  primary key (enterprise_id, title)
);
create index ladder_standing_reach on ladder_standing (title, reach desc nulls last, enterprise_id) where within;
create index ladder_standing_held on ladder_standing (title, ends_on, enterprise_id) where standing = 'held';
create index ladder_standing_given on ladder_standing (title, given_on, enterprise_id) where given_on is not null;
create index ladder_standing_block on ladder_standing (block);

-- Up to when a block was judged, and over which columns.
create table ladder_block (
  block integer primary key,
  on_day date not null,
  -- Fingerprint of all editions of the day, and the version of the columns.
  editions text not null,
  version bigint not null,
  judged_at timestamptz not null
);

do $$
declare
  name text;
begin
  alter table ladder_standing enable row level security;
  execute format('create policy ladder_standing_read on ladder_standing for select using (%s)', jw_enterprise_reach('', 'enterprise.read'));
  create policy ladder_standing_kept on ladder_standing for all using ((select jw_is_system())) with check ((select jw_is_system()));
  -- By which rules is no secret; up to when it was judged is told to whoever reads the lists.
  foreach name in array array['ladder_program', 'ladder_block'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select jw_is_system()) or (select jw_may(''enterprise.read'')))', name || '_read', name);
    execute format('create policy %I on %I for all using ((select jw_is_system())) with check ((select jw_is_system()))', name || '_kept', name);
  end loop;
end $$;
