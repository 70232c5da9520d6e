-- The register of enterprises: one row each, what it was before in spans, its titles, figures, facts, papers and persons;
-- what was asked to be changed; pairs that may be one; imports. See docs/adr/0028-enterprises.md. Money is whole fen,
-- figures are whole at the decimals of the dictionary.

create table enterprise (
  id text primary key,
  -- Its place in the columns over which rules run; never given twice.
  no bigint generated always as identity unique,
  revision integer not null default 1,
  -- GB 32100, cleaned. Null: not known yet.
  code text,
  -- Who took a code that does not keep all rules, and why.
  code_reason text,
  name text not null,
  short_name text not null default '',
  -- Names that it had or is called by, for finding it.
  other_names text[] not null default '{}',
  legal_representative text not null default '',
  address text not null default '',
  region_id text not null references region (code),
  -- A park is a unit that may lie across regions.
  park_id text references unit (id),
  -- GB/T 4754-2017, two to four digits.
  industry text,
  scale text check (scale in ('large', 'medium', 'small', 'micro')),
  founded_on date,
  capital_fen bigint check (capital_fen >= 0),
  -- What it may do by its licence, and what it makes.
  scope text not null default '',
  products text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'suspended', 'revoked', 'cancelled', 'moved-out')),
  -- Its own unit, whose people come in as the enterprise; and the chain that it mainly belongs to.
  unit_id text references unit (id),
  chain_id text references chain (id),
  tags text[] not null default '{}',
  -- The day from which what stands here holds; before it see enterprise_span.
  since date not null,
  -- The one that it is one with.
  merged_into text references enterprise (id),
  counts boolean not null generated always as (merged_into is null) stored,
  import_id text,
  -- Reckoned after each change and again each day (src/enterprise/store/settle.ts): kinds of titles that hold today, and the newest yearly figures.
  titles text[] not null default '{}',
  revenue bigint,
  revenue_year smallint,
  employees bigint,
  -- Pairs of neighbouring characters of what it is looked for by; see jw_enterprise_words.
  searched tsvector not null default '',
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create unique index enterprise_code on enterprise (code) where code is not null and merged_into is null;
create unique index enterprise_unit on enterprise (unit_id) where unit_id is not null and merged_into is null;

-- What an enterprise was in a span of days that is over.
create table enterprise_span (
  enterprise_id text not null references enterprise (id) on delete cascade,
  from_day date not null,
  -- The first day on which it no longer held.
  to_day date not null,
  -- As src/enterprise/domain/model/content.ts.
  content jsonb not null,
  primary key (enterprise_id, from_day),
  check (from_day < to_day)
);

-- Who changed what, and why.
create table enterprise_change (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  revision integer not null,
  kind text not null check (kind in ('registered', 'changed', 'corrected', 'merged', 'unmerged', 'title', 'figures', 'paper', 'contact')),
  -- The day from which it holds in the world.
  holds_from date not null,
  parts text[] not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null default '',
  request_id text,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index enterprise_change_enterprise on enterprise_change (enterprise_id, at desc, id);

-- A title or listing, by kinds of packs/*/titles.yaml.
create table enterprise_title (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  revision integer not null default 1,
  kind text not null,
  level text not null check (level in ('national', 'province', 'city', 'county')),
  number text not null default '',
  given_on date not null,
  -- The first day on which it no longer holds; null: without end.
  ends_on date,
  -- Taken away before its time.
  ended_on date,
  ended_reason text,
  -- Edition of the rules that it was given by.
  edition text,
  source text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  unique (enterprise_id, kind, given_on)
);
create index enterprise_title_kind on enterprise_title (kind, given_on);

-- Figures of a year or a month (`2025`, `2025-03`), by the dictionary packs/base/enterprise-figures.yaml: id -> whole number.
create table enterprise_figures (
  enterprise_id text not null references enterprise (id) on delete cascade,
  period text not null,
  revision integer not null default 1,
  figures jsonb not null,
  vintage text not null check (vintage in ('declared', 'reported', 'audited')),
  source text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (enterprise_id, period)
);

-- Facts of the dictionary that nothing else tells of: fact -> value as in files. The newest day up to the one asked for holds.
create table enterprise_fact (
  enterprise_id text not null references enterprise (id) on delete cascade,
  fact text not null,
  from_day date not null,
  -- Whole at the decimals of the fact; a flag 0 or 1; a choice by its place. Null: known to be not known any more.
  value bigint,
  source text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (enterprise_id, fact, from_day)
);

-- Facts as they are today, in columns of 16,384 enterprises each, so that rules run over all of them at once.
create table enterprise_block (
  block integer not null,
  fact text not null,
  -- The dictionary that it was made by.
  digest text not null,
  on_day date not null,
  -- Little-endian, in the form of the fact: 64-bit floats, or whole numbers of 16 or 8 bits; each has its sign for not known.
  content bytea not null,
  primary key (block, fact)
);
-- Read whole and often: packing it would cost more than it saves.
alter table enterprise_block alter column content set storage external;
create table enterprise_block_stale (
  block integer primary key
);
-- Until which day what follows from the day is reckoned, by the same blocks.
create table enterprise_look (
  block integer primary key,
  looked_on date not null
);

create table enterprise_contact (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  name text not null,
  role text not null,
  phone_masked text not null default '',
  mail_masked text not null default '',
  at timestamptz not null,
  by_name text not null
);
create index enterprise_contact_enterprise on enterprise_contact (enterprise_id);
-- What only a stated reason opens.
create table enterprise_contact_private (
  contact_id text primary key references enterprise_contact (id) on delete cascade,
  enterprise_id text not null references enterprise (id) on delete cascade,
  phone text not null,
  mail text not null
);

create table enterprise_file (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  -- What it shows: a title, a figure, a request, the enterprise itself.
  about text not null,
  name text not null,
  type text not null,
  size integer not null,
  sm3 text not null,
  content bytea not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  removed_at timestamptz,
  removed_by text,
  removed_reason text
);
create index enterprise_file_enterprise on enterprise_file (enterprise_id);

-- What an enterprise asks to have changed in its own file.
create table enterprise_request (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  revision integer not null default 1,
  -- The parts with their new values, what stood there, and the revision that they were written over.
  changes jsonb not null,
  before jsonb not null,
  over_revision integer not null,
  -- Parts that were agreed to.
  agreed text[] not null default '{}',
  holds_from date not null,
  reason text not null,
  state text not null check (state in ('open', 'approved', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by_id text not null,
  asked_by text not null,
  decided_at timestamptz,
  decided_by_id text,
  decided_by text,
  decided_reason text
);
create index enterprise_request_open on enterprise_request (asked_at) where state = 'open';
create index enterprise_request_enterprise on enterprise_request (enterprise_id, asked_at desc);

create table enterprise_import (
  id text primary key,
  file_name text not null,
  region_id text not null references region (code),
  unit_id text,
  chain_id text,
  state text not null check (state in ('reading', 'checked', 'saving', 'saved', 'undone', 'failed')),
  rows_read bigint not null default 0,
  rows_total bigint,
  -- created, changed, same, refused, warned: how many.
  counts jsonb not null default '{}',
  -- Of refused and warned rows: line, column, value, code; the first thousand.
  faults jsonb not null default '[]',
  failure text,
  begun_at timestamptz not null,
  ended_at timestamptz,
  by_id text not null,
  by_name text not null
);
create index enterprise_import_begun on enterprise_import (begun_at desc);

-- Two entries that may be one enterprise, the older first.
create table enterprise_pair (
  id text primary key,
  revision integer not null default 1,
  first_id text not null references enterprise (id) on delete cascade,
  second_id text not null references enterprise (id) on delete cascade,
  -- Of a thousand.
  score integer not null,
  reasons jsonb not null,
  state text not null check (state in ('open', 'same', 'other')),
  found_at timestamptz not null,
  kept_id text,
  -- What the merging changed, so that it can be undone.
  undo jsonb,
  decided_at timestamptz,
  decided_by_id text,
  decided_by text,
  decided_reason text,
  region_id text,
  unit_id text,
  chain_id text,
  unique (first_id, second_id),
  check (first_id <> second_id)
);
create index enterprise_pair_second on enterprise_pair (second_id);
create index enterprise_pair_open on enterprise_pair (score desc, id) where state = 'open';
create table enterprise_pair_step (
  id bigint generated always as identity primary key,
  pair_id text not null references enterprise_pair (id) on delete cascade,
  step text not null check (step in ('same', 'other', 'undo')),
  kept_id text,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index enterprise_pair_step_pair on enterprise_pair_step (pair_id, id);

create index enterprise_region on enterprise (region_id, id) where counts;
create index enterprise_park on enterprise (park_id) where park_id is not null;
create index enterprise_industry on enterprise (industry text_pattern_ops) where counts;
create index enterprise_chain on enterprise (chain_id) where chain_id is not null;
create index enterprise_name on enterprise (name, id);
create index enterprise_changed on enterprise (changed_at desc, id);
create index enterprise_import_rows on enterprise (import_id) where import_id is not null;
create index enterprise_code_start on enterprise (code text_pattern_ops) where code is not null;
create index enterprise_founded on enterprise (founded_on desc nulls last, id) where counts;
create index enterprise_capital on enterprise (capital_fen desc nulls last, id) where counts;
create index enterprise_employees on enterprise (employees desc nulls last, id) where counts;
create index enterprise_gone on enterprise (revenue desc nulls last, id) where counts and state not in ('open', 'suspended');
create index enterprise_revenue on enterprise (revenue desc nulls last, id) where counts;
create index enterprise_tags on enterprise using gin (tags);
create index enterprise_titles on enterprise using gin (titles);
create index enterprise_searched on enterprise using gin (searched);
create index enterprise_merged on enterprise (merged_into) where merged_into is not null;

-- An enterprise is in reach by its place like everything else, and by the park that it lies in.
create function jw_enterprise_reach(prefix text, variadic wanted text[]) returns text language sql immutable as $$
  select '(' || jw_reach_condition(prefix, variadic wanted) || format(' or %1$spark_id in (select jw_units(%2$s)))',
    prefix, (select string_agg(quote_literal(w), ', ') from unnest(wanted) w))
$$;

-- What an enterprise is found by: pairs of neighbouring signs of Chinese, whole words of letters and digits, each with its place,
-- so that words are found as they stand together. src/enterprise/domain/search makes the same.
create function jw_enterprise_words(variadic texts text[]) returns tsvector language plpgsql immutable parallel safe as $$
declare
  runs text[];
  run text;
  at integer := 1;
  made text := '';
  n integer;
begin
  for run in
    select m[1] from regexp_matches(
      lower(normalize(left(array_to_string(texts, ' '), 4000), nfkc)), '([a-z0-9]+|[^\x01-\u2e7f\u3000-\u303f\uff00-\uffef]+)', 'g') m
  loop
    n := length(run);
    if run ~ '^[a-z0-9]' then
      made := made || left(run, 100) || ':' || at || ' ';
    else
      for i in 1..n loop
        made := made || substr(run, i, 2) || ':' || (at + i - 1) || ' ';
      end loop;
      at := at + n;
    end if;
    at := at + 2;
    exit when at > 16000;
  end loop;
  return made::tsvector;
end $$;

-- The rules of a column run over what is stored; whoever changes something makes its block stale in the same transaction.
create function enterprise_made_stale() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'enterprise' then
    insert into enterprise_block_stale select distinct ((e.no - 1) / 16384)::integer from changed e on conflict do nothing;
  else
    insert into enterprise_block_stale
      select distinct ((e.no - 1) / 16384)::integer from changed c join enterprise e on e.id = c.enterprise_id on conflict do nothing;
  end if;
  return null;
end $$;
do $$
declare
  name text;
begin
  foreach name in array array['enterprise', 'enterprise_title', 'enterprise_figures', 'enterprise_fact'] loop
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function enterprise_made_stale()', name || '_stale_new', name);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function enterprise_made_stale()', name || '_stale_changed', name);
    if name <> 'enterprise' then
      execute format('create trigger %I after delete on %I referencing old table as changed for each statement execute function enterprise_made_stale()', name || '_stale_gone', name);
    end if;
  end loop;
end $$;

do $$
declare
  name text;
  readable text := jw_enterprise_reach('', 'enterprise.read');
  kept text := jw_enterprise_reach('', 'enterprise.keep', 'enterprise.review');
begin
  alter table enterprise enable row level security;
  execute format('create policy enterprise_read on enterprise for select using (%s)', readable);
  execute format('create policy enterprise_write on enterprise for all using (%1$s) with check (%1$s)', kept);
  -- What hangs on an enterprise is read by whoever reads it and written by whoever keeps it.
  foreach name in array array['enterprise_span', 'enterprise_change', 'enterprise_title', 'enterprise_figures', 'enterprise_fact',
    'enterprise_contact', 'enterprise_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id))',
      name || '_read', name);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name,
      '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
      || jw_enterprise_reach('e.', 'enterprise.keep', 'enterprise.review') || ')');
  end loop;
  alter table enterprise_contact_private enable row level security;
  execute format('create policy enterprise_contact_private_kept on enterprise_contact_private for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.contact', 'enterprise.ask') || ')');

  -- The enterprise itself asks, those who review decide.
  alter table enterprise_request enable row level security;
  create policy enterprise_request_read on enterprise_request for select using (
    (select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy enterprise_request_write on enterprise_request for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.review') || ')');

  alter table enterprise_import enable row level security;
  execute format('create policy enterprise_import_kept on enterprise_import for all using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'enterprise.keep', 'enterprise.review'));

  -- A pair is seen by those who see both of its entries.
  alter table enterprise_pair enable row level security;
  create policy enterprise_pair_read on enterprise_pair for select using (
    (select jw_is_system()) or
    (exists (select from enterprise e where e.id = first_id) and exists (select from enterprise e where e.id = second_id)));
  execute format('create policy enterprise_pair_decide on enterprise_pair for update using (
    exists (select from enterprise e where e.id = first_id and %1$s) and exists (select from enterprise e where e.id = second_id and %1$s))',
    jw_enterprise_reach('e.', 'enterprise.review'));
  create policy enterprise_pair_kept on enterprise_pair for all using ((select jw_is_system())) with check ((select jw_is_system()));
  alter table enterprise_pair_step enable row level security;
  create policy enterprise_pair_step_read on enterprise_pair_step for select using (
    exists (select from enterprise_pair p where p.id = pair_id));
  create policy enterprise_pair_step_write on enterprise_pair_step for insert with check (
    exists (select from enterprise_pair p where p.id = pair_id) and (select jw_may('enterprise.review')));

  -- Columns over all are the platform's own.
  foreach name in array array['enterprise_block', 'enterprise_block_stale', 'enterprise_look'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using ((select jw_is_system())) with check ((select jw_is_system()))', name || '_kept', name);
  end loop;
end $$;

-- The same rows as the table shows, but the reach is an ordinary condition here: under row-level security no index may serve a
-- condition whose operator could tell of rows that are not shown. For lists only; nobody writes through it.
do $$
begin
  execute format('create view enterprise_seen as select * from enterprise where %s', jw_enterprise_reach('', 'enterprise.read'));
end $$;
