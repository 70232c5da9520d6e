-- What an enterprise was granted, what it and the government promised each other, what it asked for help with, and papers that it
-- sends itself. See docs/adr/0028-enterprises.md. Money is whole fen, figures are whole at the decimals of the dictionary.

alter table enterprise_change drop constraint enterprise_change_kind_check;
alter table enterprise_change add constraint enterprise_change_kind_check check (kind in ('registered', 'changed', 'corrected', 'merged',
  'unmerged', 'title', 'figures', 'paper', 'contact', 'grant', 'promise'));

create table enterprise_grant (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  revision integer not null default 1,
  -- The clause by which, `policy/clause`; null: none that is kept here.
  clause text,
  -- What it was for, in words.
  title text not null,
  doc_number text not null default '',
  granted_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  payer text not null,
  -- The year in which it was paid; null: it has not been.
  paid_year smallint,
  source text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  -- Several pay shares of one grant.
  unique (enterprise_id, title, granted_on, payer)
);
create index enterprise_grant_clause on enterprise_grant (clause, granted_on) where clause is not null;

create table enterprise_promise (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  -- As it was called then: the unit that keeps the promise may not see its file.
  enterprise_name text not null,
  revision integer not null default 1,
  side text not null check (side in ('government', 'enterprise')),
  kind text not null check (kind in ('land', 'reward', 'service', 'investment', 'output', 'revenue', 'tax', 'jobs', 'other')),
  words text not null,
  -- The unit that keeps it, or that follows whether the enterprise does.
  unit_id text not null references unit (id),
  signed_on date not null,
  due_on date not null,
  -- Whole at the decimals of its kind; null: nothing to be counted.
  amount bigint check (amount > 0),
  -- The year whose figure is meant.
  year smallint,
  source text not null,
  -- How it came out, as a person says it; null: nobody has, and where a figure of the register tells, that does.
  outcome text check (outcome in ('kept', 'broken')),
  outcome_on date,
  outcome_words text,
  outcome_amount bigint,
  -- Whether the unit is asked for it, and until which day that was looked at.
  is_asked boolean not null default false,
  looked_on date,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index enterprise_promise_enterprise on enterprise_promise (enterprise_id, due_on);
create index enterprise_promise_open on enterprise_promise (due_on, id) where outcome is null;
create index enterprise_promise_unit on enterprise_promise (unit_id);

create table enterprise_appeal (
  id text primary key,
  enterprise_id text not null references enterprise (id) on delete cascade,
  enterprise_name text not null,
  revision integer not null default 1,
  kind text not null check (kind in ('land', 'labour', 'finance', 'energy', 'logistics', 'market', 'policy', 'licence', 'other')),
  title text not null,
  words text not null,
  urgent boolean not null default false,
  state text not null check (state in ('raised', 'sent', 'answered', 'closed', 'refused', 'withdrawn')),
  -- Who answers, by when.
  unit_id text references unit (id),
  due_on date,
  -- The task that was made of it.
  task_id text,
  answer text,
  answered_at timestamptz,
  answered_by_id text,
  answered_by text,
  -- What the enterprise says of the answer.
  satisfied boolean,
  judged_words text,
  reopened integer not null default 0,
  -- The enterprise itself, or an office for it.
  by_itself boolean not null,
  raised_at timestamptz not null,
  raised_by_id text not null,
  raised_by text not null,
  changed_at timestamptz not null
);
create index enterprise_appeal_enterprise on enterprise_appeal (enterprise_id, raised_at desc);
create index enterprise_appeal_state on enterprise_appeal (state, raised_at desc);
create index enterprise_appeal_unit on enterprise_appeal (unit_id) where unit_id is not null;
create table enterprise_appeal_step (
  id bigint generated always as identity primary key,
  appeal_id text not null references enterprise_appeal (id) on delete cascade,
  step text not null check (step in ('raise', 'send', 'refuse', 'answer', 'judge', 'reopen', 'withdraw', 'task')),
  words text not null default '',
  unit_name text,
  due_on date,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index enterprise_appeal_step_appeal on enterprise_appeal_step (appeal_id, id);

-- What the register tells of a promise: the figure of its year once that is over, or what was granted from its signing up to a day,
-- in 元. Also for the unit that keeps it and does not see the file; it is asked of promises that are in sight.
create function jw_promise_measured(promise text, day date) returns bigint
language sql stable security definer set search_path = public as $$
  select case when p.kind = 'reward' then (
      select (sum(g.amount_fen) / 100)::bigint from enterprise_grant g
      where g.enterprise_id = p.enterprise_id and g.granted_on >= p.signed_on and g.granted_on <= day)
    else (
      select (f.figures ->> case p.kind when 'output' then 'output' when 'revenue' then 'revenue' when 'tax' then 'tax_paid'
        when 'jobs' then 'employees' end)::bigint
      from enterprise_figures f
      where f.enterprise_id = p.enterprise_id and f.period = p.year::text and p.year < extract(year from day)) end
  from enterprise_promise p where p.id = promise and jw_may('enterprise.read')
$$;

-- A paper that the enterprise sends counts once the office has agreed to it.
alter table enterprise_file add column by_itself boolean not null default false;
alter table enterprise_file add column agreed_at timestamptz;
alter table enterprise_file add column agreed_by text;

-- Grants are facts that clauses ask for.
create trigger enterprise_grant_stale_new after insert on enterprise_grant referencing new table as changed
  for each statement execute function enterprise_made_stale();
create trigger enterprise_grant_stale_changed after update on enterprise_grant referencing new table as changed
  for each statement execute function enterprise_made_stale();
create trigger enterprise_grant_stale_gone after delete on enterprise_grant referencing old table as changed
  for each statement execute function enterprise_made_stale();

do $$
declare
  kept text := jw_enterprise_reach('e.', 'enterprise.keep', 'enterprise.review');
  asked text := jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.keep', 'enterprise.review');
begin
  alter table enterprise_grant enable row level security;
  create policy enterprise_grant_read on enterprise_grant for select using (
    (select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy enterprise_grant_write on enterprise_grant for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and ' || kept || ')');

  -- What a unit has to keep or to answer it sees, also where the enterprise is not its own.
  alter table enterprise_promise enable row level security;
  create policy enterprise_promise_read on enterprise_promise for select using (
    (select jw_is_system()) or unit_id in (select jw_units('enterprise.read'))
    or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy enterprise_promise_write on enterprise_promise for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and ' || kept || ')');
  create policy enterprise_promise_unit on enterprise_promise for update using (unit_id in (select jw_units('enterprise.keep')))
    with check (unit_id in (select jw_units('enterprise.keep')));

  alter table enterprise_appeal enable row level security;
  create policy enterprise_appeal_read on enterprise_appeal for select using (
    (select jw_is_system()) or unit_id in (select jw_units('enterprise.read'))
    or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy enterprise_appeal_write on enterprise_appeal for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and ' || asked || ')');
  create policy enterprise_appeal_unit on enterprise_appeal for update using (unit_id in (select jw_units('enterprise.keep')))
    with check (unit_id in (select jw_units('enterprise.keep')));
  alter table enterprise_appeal_step enable row level security;
  create policy enterprise_appeal_step_read on enterprise_appeal_step for select using (
    (select jw_is_system()) or exists (select from enterprise_appeal a where a.id = appeal_id));
  create policy enterprise_appeal_step_write on enterprise_appeal_step for insert with check (
    (select jw_is_system()) or ((select jw_may('enterprise.ask', 'enterprise.keep', 'enterprise.review'))
      and exists (select from enterprise_appeal a where a.id = appeal_id)));

  -- The enterprise adds papers to its own file and takes back those that nobody has agreed to; nothing else of it.
  execute format('create policy enterprise_file_sent on enterprise_file for insert with check (by_itself and agreed_at is null and
    exists (select from enterprise e where e.id = enterprise_id and %s))', jw_enterprise_reach('e.', 'enterprise.ask'));
  execute format('create policy enterprise_file_taken_back on enterprise_file for update using (by_itself and agreed_at is null and
    exists (select from enterprise e where e.id = enterprise_id and %1$s)) with check (by_itself and agreed_at is null and
    exists (select from enterprise e where e.id = enterprise_id and %1$s))', jw_enterprise_reach('e.', 'enterprise.ask'));
end $$;
