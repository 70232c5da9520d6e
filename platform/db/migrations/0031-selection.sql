-- Rounds in which some of those who apply are chosen for a title: applications, points reckoned from the register, experts who score
-- apart and unseen, ranking, publicity, list; and titles that are taken away. See docs/adr/0033-selection.md. Points are whole
-- hundredths.

create table selection_round (
  id text primary key,
  revision integer not null default 1,
  name text not null,
  -- Of packs/base/titles.yaml.
  title_kind text not null,
  region_id text not null references region (code),
  unit_id text not null references unit (id),
  chain_id text references chain (id),
  state text not null check (state in ('draft', 'applying', 'scoring', 'ranked', 'publicity', 'listed', 'ended')),
  apply_from date not null,
  apply_to date not null,
  score_to date,
  -- Working days.
  publicity_days integer not null,
  scheme jsonb not null,
  measures jsonb not null,
  note text not null default '',
  -- The same draw gives the same panels.
  draw integer not null,
  -- When applications were closed: by what edition they were judged, and SM3 over edition, measures and all facts used.
  frozen_on date,
  edition_id text,
  edition_name text,
  edition_hash text,
  frozen_sm3 text,
  publicity_from date,
  -- Last day on which somebody may object.
  publicity_to date,
  listed_on date,
  list_source text,
  ended_reason text,
  created_at timestamptz not null,
  created_by_id text not null,
  created_by text not null,
  changed_at timestamptz not null,
  check (apply_from <= apply_to)
);
create index selection_round_order on selection_round (apply_to desc, id);

create table selection_entry (
  id text primary key,
  revision integer not null default 1,
  round_id text not null references selection_round (id) on delete cascade,
  enterprise_id text not null references enterprise (id) on delete cascade,
  name text not null,
  code text,
  region_id text not null,
  -- Its own unit, whose people come in as the enterprise.
  unit_id text,
  by_itself boolean not null,
  statement text not null default '',
  state text not null check (state in ('applied', 'withdrawn', 'turned-away')),
  state_reason text,
  -- Why it may take part although the conditions are not met.
  exception text,
  -- As it was judged last, for good when applications were closed.
  verdict text not null check (verdict in ('met', 'unmet', 'unknown', 'empty', 'none')),
  gaps text[] not null default '{}',
  missing text[] not null default '{}',
  -- Facts used with where they came from, and the points of each measure.
  frozen jsonb,
  quantitative integer,
  -- The decision, null before; and why it is another than the ranking's.
  chosen boolean,
  chosen_reason text,
  title_id text,
  applied_at timestamptz not null,
  applied_by_id text not null,
  applied_by text not null,
  changed_at timestamptz not null,
  unique (round_id, enterprise_id)
);
create index selection_entry_enterprise on selection_entry (enterprise_id);

create table selection_file (
  id text primary key,
  entry_id text not null references selection_entry (id) on delete cascade,
  name text not null,
  type text not null,
  size integer not null,
  sm3 text not null,
  content bytea not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  removed_at timestamptz,
  removed_by text
);
create index selection_file_entry on selection_file (entry_id);

create table selection_expert (
  round_id text not null references selection_round (id) on delete cascade,
  person_id text not null references person (id),
  name text not null,
  unit_id text not null,
  unit_name text not null,
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  removed_reason text,
  primary key (round_id, person_id)
);

-- Who must not look at whom, and why.
create table selection_conflict (
  round_id text not null references selection_round (id) on delete cascade,
  person_id text not null,
  enterprise_id text not null references enterprise (id) on delete cascade,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (round_id, person_id, enterprise_id)
);

-- Who looks at which application. What he gave stands apart, so that whoever runs the round sees how far it is and nothing else.
create table selection_seat (
  round_id text not null references selection_round (id) on delete cascade,
  entry_id text not null references selection_entry (id) on delete cascade,
  person_id text not null,
  handed_at timestamptz,
  -- Left: a conflict, or taken off.
  left_at timestamptz,
  left_reason text,
  primary key (entry_id, person_id)
);
create index selection_seat_person on selection_seat (person_id);
create index selection_seat_round on selection_seat (round_id);

create table selection_sheet (
  round_id text not null references selection_round (id) on delete cascade,
  entry_id text not null references selection_entry (id) on delete cascade,
  person_id text not null,
  points jsonb not null,
  remark text not null default '',
  at timestamptz not null,
  primary key (entry_id, person_id)
);

-- What the ranking was made of, so that it can be made again, and SM3 over that and what came out.
create table selection_ranking (
  round_id text primary key references selection_round (id) on delete cascade,
  input jsonb not null,
  sm3 text not null,
  at timestamptz not null,
  by_name text not null
);

create table selection_objection (
  id text primary key,
  round_id text not null references selection_round (id) on delete cascade,
  entry_id text not null references selection_entry (id) on delete cascade,
  raised_on date not null,
  raised_by text not null,
  words text not null,
  noted_at timestamptz not null,
  noted_by_id text not null,
  noted_by text not null,
  upheld boolean,
  answer text,
  answered_at timestamptz,
  answered_by text
);
create index selection_objection_round on selection_objection (round_id);

create table selection_step (
  round_id text not null references selection_round (id) on delete cascade,
  number integer generated always as identity,
  at timestamptz not null,
  by_name text not null,
  words text not null,
  primary key (round_id, number)
);

-- A title that is to be taken away: why, from when on, and what the enterprise says to it.
create table title_removal (
  id text primary key,
  revision integer not null default 1,
  enterprise_id text not null references enterprise (id) on delete cascade,
  title_id text not null,
  title_kind text not null,
  state text not null check (state in ('noticed', 'ended', 'kept')),
  reason text not null,
  edition_id text,
  gaps text[] not null default '{}',
  -- Facts it was judged by.
  frozen jsonb,
  noticed_on date not null,
  -- First day on which the title no longer holds.
  ends_on date not null,
  plea text,
  plea_at timestamptz,
  plea_by text,
  kept_reason text,
  created_at timestamptz not null,
  created_by_id text not null,
  created_by text not null,
  changed_at timestamptz not null
);
create unique index title_removal_open on title_removal (title_id) where state = 'noticed';
create index title_removal_enterprise on title_removal (enterprise_id);
create index title_removal_due on title_removal (ends_on) where state = 'noticed';

-- What an expert has before him; policies may not ask tables that ask back.
create function jw_scored_rounds() returns setof text
language sql stable security definer set search_path = public as $$
  select s.round_id from selection_seat s where s.person_id = jw_person() and s.left_at is null and jw_may('ladder.score')
$$;
create function jw_scored_entries() returns setof text
language sql stable security definer set search_path = public as $$
  select s.entry_id from selection_seat s where s.person_id = jw_person() and s.left_at is null and jw_may('ladder.score')
$$;

-- Who may be asked to score: whoever runs rounds sees them, though not who is granted what else.
create function jw_experts() returns table (person_id text, name text, unit_id text, unit_name text, region_id text)
language sql stable security definer set search_path = public as $$
  select distinct on (h.id) h.id, h.name, u.id, u.name, u.region_id
  from post_grant g join access_role r on r.id = g.role_id join post p on p.id = g.post_id
    join person h on h.id = p.person_id join unit u on u.id = p.unit_id
  where g.state = 'granted' and 'ladder.score' = any (r.permissions) and jw_may('ladder.select')
    and (p.valid_from is null or p.valid_from <= current_date) and (p.valid_to is null or p.valid_to > current_date)
    and (h.valid_to is null or h.valid_to > current_date)
  order by h.id, p.main desc, p.id
$$;

do $$
declare
  name text;
  managed text := '(select jw_is_system()) or exists (select from selection_round r where r.id = round_id and '
    || jw_reach_condition('r.', 'ladder.select') || ')';
  -- The enterprise itself or who keeps it, as long as applications are taken.
  applied text := 'exists (select from selection_round r where r.id = round_id and r.state = ''applying'')'
    || ' and exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.keep') || ')';
begin
  -- A round that is open is for everybody of its region who reads enterprises, and for its experts.
  alter table selection_round enable row level security;
  execute format('create policy selection_round_read on selection_round for select using (%s or id in (select jw_scored_rounds())
    or (state <> ''draft'' and (%s or (region_id in (select jw_own_regions()) and (select jw_may(''enterprise.read''))))))',
    jw_reach_condition('', 'ladder.select'), jw_reach_condition('', 'enterprise.read'));
  execute format('create policy selection_round_write on selection_round for all using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'ladder.select'));

  alter table selection_entry enable row level security;
  execute format('create policy selection_entry_read on selection_entry for select using (%s or id in (select jw_scored_entries())
    or exists (select from enterprise e where e.id = enterprise_id))', managed);
  execute format('create policy selection_entry_write on selection_entry for all using (%1$s or (%2$s)) with check (%1$s or (%2$s))', managed, applied);

  alter table selection_file enable row level security;
  create policy selection_file_read on selection_file for select using (
    (select jw_is_system()) or exists (select from selection_entry n where n.id = entry_id));
  execute format('create policy selection_file_write on selection_file for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from selection_entry n join selection_round r on r.id = n.round_id where n.id = entry_id and ('
    || jw_reach_condition('r.', 'ladder.select') || ' or (r.state = ''applying'' and exists (select from enterprise e where e.id = n.enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.keep') || '))))');

  -- Whoever runs the round keeps these; an expert sees his own lines.
  foreach name in array array['selection_expert', 'selection_conflict', 'selection_seat'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s or (person_id = (select jw_person()) and (select jw_may(''ladder.score''))))',
      name || '_read', name, managed);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name, managed);
  end loop;
  create policy selection_seat_own on selection_seat for update
    using (person_id = (select jw_person()) and left_at is null and (select jw_may('ladder.score')))
    with check (person_id = (select jw_person()));

  -- What experts gave: each sees his own; whoever runs the round sees them when scoring is closed, and changes none.
  alter table selection_sheet enable row level security;
  execute format('create policy selection_sheet_read on selection_sheet for select using (
    (person_id = (select jw_person()) and entry_id in (select jw_scored_entries())) or
    ((%s) and exists (select from selection_round r where r.id = round_id and r.state in (''ranked'', ''publicity'', ''listed''))))', managed);
  create policy selection_sheet_own on selection_sheet for all
    using (person_id = (select jw_person()) and entry_id in (select jw_scored_entries()))
    with check (person_id = (select jw_person()) and entry_id in (select jw_scored_entries())
      and exists (select from selection_round r where r.id = round_id and r.state = 'scoring'));

  foreach name in array array['selection_ranking', 'selection_objection', 'selection_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_kept', name, managed);
  end loop;

  alter table title_removal enable row level security;
  create policy title_removal_read on title_removal for select using (
    (select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy title_removal_write on title_removal for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'ladder.select') || ')');
  execute format('create policy title_removal_plead on title_removal for update using (%1$s) with check (%1$s)',
    'state = ''noticed'' and exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.ask') || ')');
end $$;
