-- Bulletins, briefings, ledgers, lists of duties and supervision letters: what they were composed from, what people made of
-- them, their numbers, who got them and the files that are kept. See docs/adr/0027-bulletins.md.

create table bulletin_template (
  id text primary key,
  revision integer not null,
  name text not null,
  -- Kind of paper it is for.
  kind text not null check (kind in ('bulletin', 'briefing', 'ledger', 'duty-list', 'letter')),
  -- Version that new papers take.
  current_version integer not null,
  retired_at timestamptz,
  region_id text not null references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  changed_at timestamptz not null,
  changed_by text not null
);

-- Versions are only added: a paper keeps the one that it was written with.
create table bulletin_template_version (
  template_id text not null references bulletin_template (id),
  version integer not null,
  file_name text not null,
  size integer not null,
  -- SM3 of the content.
  digest text not null,
  content bytea not null,
  note text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (template_id, version)
);

-- The last number of a sign in a year. Taken under its row's lock, so that two at once get two.
create table bulletin_series (
  sign text not null,
  year integer not null,
  last integer not null,
  primary key (sign, year)
);

create table bulletin (
  id text primary key,
  revision integer not null,
  kind text not null check (kind in ('bulletin', 'briefing', 'ledger', 'duty-list', 'letter')),
  state text not null check (state in ('draft', 'review', 'signed', 'sent', 'archived', 'withdrawn')),
  title text not null,
  addressee text,
  copies text,
  issuer text not null,
  sign text not null,
  year integer,
  no integer,
  -- Canonical JSON as src/report/domain/facts/facts.ts, and its SM3.
  facts text not null,
  facts_digest text not null,
  -- As src/report/domain/compose/compose.ts; what a person made of it as edit/content.ts.
  composed jsonb not null,
  content jsonb not null,
  -- Numbers in the content that are not as they were frozen.
  faults integer not null,
  cycle_id text not null,
  period text not null,
  subject_id text references unit (id),
  subject_name text,
  reply_by date,
  template_id text,
  template_version integer,
  -- The paper that this one puts right.
  corrects_id text references bulletin (id),
  author_ids text[] not null,
  signed_on date,
  signed_by text,
  sent_at timestamptz,
  archived_at timestamptz,
  region_id text not null references region (code),
  unit_id text references unit (id),
  chain_id text references chain (id),
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  foreign key (template_id, template_version) references bulletin_template_version (template_id, version),
  unique (sign, year, no),
  check ((year is null) = (no is null))
);
create index bulletin_state on bulletin (state, changed_at desc, id);
create index bulletin_changed on bulletin (changed_at desc, id);
create index bulletin_corrects on bulletin (corrects_id) where corrects_id is not null;

-- Every saved state, to tell who changed what.
create table bulletin_edit (
  bulletin_id text not null references bulletin (id),
  revision integer not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  content jsonb not null,
  primary key (bulletin_id, revision)
);

create table bulletin_step (
  bulletin_id text not null references bulletin (id),
  no integer not null,
  step text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  words text,
  primary key (bulletin_id, no)
);

-- Who got it; a unit that was asked for an answer gives it here.
create table bulletin_recipient (
  bulletin_id text not null references bulletin (id),
  kind text not null check (kind in ('unit', 'post')),
  party_id text not null,
  name text not null,
  must_answer boolean not null,
  answered_at timestamptz,
  answered_by text,
  answer text,
  region_id text,
  unit_id text,
  chain_id text,
  -- Place of the paper, which its office may write.
  by_region_id text,
  by_unit_id text,
  by_chain_id text,
  primary key (bulletin_id, kind, party_id)
);
create index bulletin_recipient_unit on bulletin_recipient (unit_id);

-- A file of a paper, made beside the request that asked for it; kept for good once the paper is archived.
create table bulletin_file (
  bulletin_id text not null references bulletin (id),
  kind text not null check (kind in ('docx', 'pdf', 'xlsx')),
  -- Names this making of it: another one that began later wins.
  job text not null,
  state text not null check (state in ('making', 'ready', 'refused')),
  -- Revision of the paper that it is of.
  revision integer not null,
  stage text,
  done integer not null default 0,
  total integer not null default 0,
  refusals jsonb not null default '[]',
  beat_at timestamptz not null,
  made_at timestamptz,
  size integer,
  digest text,
  content bytea,
  primary key (bulletin_id, kind)
);

-- What was signed stays as it was signed, and what was archived stays as it is: not even by a mistake of the program.
create function bulletin_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('archived', 'withdrawn') then
    raise exception 'a paper that is over is not changed';
  end if;
  if old.no is not null and (new.sign, new.year, new.no) is distinct from (old.sign, old.year, old.no) then
    raise exception 'a number is not given twice';
  end if;
  if (new.facts, new.facts_digest, new.composed) is distinct from (old.facts, old.facts_digest, old.composed)
    or (old.state in ('signed', 'sent') and (new.title, new.addressee, new.content) is distinct from (old.title, old.addressee, old.content)) then
    raise exception 'a signed paper is not changed';
  end if;
  return new;
end $$;
create trigger bulletin_kept before update or delete on bulletin for each row execute function bulletin_is_kept();

create function bulletin_file_is_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from bulletin b where b.id = old.bulletin_id and b.state = 'archived') then
    raise exception 'a file of an archived paper is not changed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger bulletin_file_kept before update or delete on bulletin_file for each row execute function bulletin_file_is_kept();

do $$
declare
  name text;
  readable text := jw_reach_condition('', 'report.read');
  writers text := jw_reach_condition('', 'report.write', 'report.sign');
  writers_by text := jw_reach_condition('by_', 'report.write', 'report.sign');
  writers_b text := jw_reach_condition('b.', 'report.write', 'report.sign');
  answers text := jw_reach_condition('', 'task.report');
  keeps text := jw_reach_condition('', 'report.template');
begin
  -- Asks no other table, so that the others can ask it.
  alter table bulletin_recipient enable row level security;
  execute format('create policy bulletin_recipient_read on bulletin_recipient for select using (%s or %s)', readable, writers_by);
  execute format('create policy bulletin_recipient_put on bulletin_recipient for insert with check (%s)', writers_by);
  execute format('create policy bulletin_recipient_answer on bulletin_recipient for update using (%1$s) with check (%1$s)', answers);

  -- Drafts are the office's own; what is out is read where it belongs and by whoever got it.
  alter table bulletin enable row level security;
  execute format('create policy bulletin_read on bulletin for select using (%s or (state in (''sent'', ''archived'') and (%s or id in (select bulletin_id from bulletin_recipient))))', writers, readable);
  execute format('create policy bulletin_write on bulletin for insert with check (%s)', writers);
  execute format('create policy bulletin_change on bulletin for update using (%1$s) with check (%1$s)', writers);

  foreach name in array array['bulletin_edit', 'bulletin_step', 'bulletin_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (bulletin_id in (select b.id from bulletin b))', name || '_read', name);
    execute format('create policy %I on %I for insert with check (bulletin_id in (select b.id from bulletin b where %s))', name || '_put', name, writers_b);
  end loop;
  -- Whoever got it makes himself a file of it, and answers.
  create policy bulletin_file_make on bulletin_file for all using ((select jw_is_system())) with check ((select jw_is_system()));
  create policy bulletin_step_answer on bulletin_step for insert with check (step = 'answer' and bulletin_id in (select r.bulletin_id from bulletin_recipient r));

  alter table bulletin_series enable row level security;
  create policy bulletin_series_use on bulletin_series for all
    using ((select jw_is_system()) or (select jw_may('report.sign'))) with check ((select jw_is_system()) or (select jw_may('report.sign')));

  alter table bulletin_template enable row level security;
  execute format('create policy bulletin_template_read on bulletin_template for select using (%s)',
    jw_reach_condition('', 'report.template', 'report.write', 'report.sign'));
  execute format('create policy bulletin_template_keep on bulletin_template for all using (%1$s) with check (%1$s)', keeps);
  alter table bulletin_template_version enable row level security;
  create policy bulletin_template_version_read on bulletin_template_version for select using (template_id in (select t.id from bulletin_template t));
  execute format('create policy bulletin_template_version_put on bulletin_template_version for insert with check (template_id in (select t.id from bulletin_template t where %s))',
    jw_reach_condition('t.', 'report.template'));
end $$;
