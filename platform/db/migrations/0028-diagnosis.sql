-- Digital diagnosis of enterprises: what was answered by the enterprise and by a second person, what it came to, rounds in which
-- all are to be diagnosed, and who may help. See docs/adr/0030-diagnosis.md. Points are whole hundredths.

create table diagnosis_campaign (
  id text primary key,
  revision integer not null default 1,
  name text not null,
  region_id text not null references region (code),
  unit_id text not null references unit (id),
  chain_id text references chain (id),
  questionnaire_id text not null,
  -- Which enterprises: beginnings of industry codes, sizes; empty: all.
  industries text[] not null default '{}',
  scales text[] not null default '{}',
  begins_on date not null,
  due_on date not null,
  note text not null default '',
  closed_at timestamptz,
  closed_by text,
  created_at timestamptz not null,
  created_by_id text not null,
  created_by text not null,
  check (begins_on <= due_on)
);
create index diagnosis_campaign_due on diagnosis_campaign (due_on desc, id);

-- Who is to be diagnosed in a round.
create table diagnosis_duty (
  campaign_id text not null references diagnosis_campaign (id) on delete cascade,
  enterprise_id text not null references enterprise (id) on delete cascade,
  reminded_at timestamptz,
  reminders integer not null default 0,
  primary key (campaign_id, enterprise_id)
);
create index diagnosis_duty_enterprise on diagnosis_duty (enterprise_id);

create table diagnosis (
  id text primary key,
  revision integer not null default 1,
  enterprise_id text not null references enterprise (id) on delete cascade,
  campaign_id text references diagnosis_campaign (id),
  questionnaire_id text not null,
  edition_id text not null,
  table_id text not null,
  -- Content hashes of the questionnaire and of the schemes of levels.
  digest text not null,
  state text not null check (state in ('filling', 'submitted', 'inspected', 'dropped')),
  -- Shown questions that are answered, and all that are shown.
  answered integer not null default 0,
  wanted integer not null default 0,
  begun_at timestamptz not null,
  begun_by_id text not null,
  begun_by text not null,
  -- The enterprise itself, or an office for it.
  by_itself boolean not null,
  submitted_at timestamptz,
  submitted_by_id text,
  submitted_by text,
  -- The form as it was asked and the answers as they were handed in, and SM3 over both.
  frozen jsonb,
  frozen_sm3 text,
  self_score integer,
  -- By the first scheme of the form; 0: under the lowest.
  self_level integer,
  inspected_at timestamptz,
  inspected_by_id text,
  inspected_by text,
  inspection_note text not null default '',
  score integer,
  level integer,
  level_name text,
  -- Every scheme: [{scheme, level, name}].
  levels jsonb,
  -- Sides with what they brought, as they were shown that day.
  sides jsonb,
  result_sm3 text,
  dropped_reason text,
  changed_at timestamptz not null
);
-- One at a time.
create unique index diagnosis_open on diagnosis (enterprise_id, questionnaire_id) where state in ('filling', 'submitted');
create index diagnosis_enterprise on diagnosis (enterprise_id, begun_at desc);
create index diagnosis_state on diagnosis (state, changed_at desc);
create index diagnosis_campaign_rows on diagnosis (campaign_id) where campaign_id is not null;

create table diagnosis_answer (
  diagnosis_id text not null references diagnosis (id) on delete cascade,
  hand text not null check (hand in ('self', 'inspector')),
  question_id text not null,
  revision integer not null,
  -- Null: it was taken back.
  value jsonb,
  note text not null default '',
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (diagnosis_id, hand, question_id)
);

create table diagnosis_file (
  id text primary key,
  diagnosis_id text not null references diagnosis (id) on delete cascade,
  hand text not null check (hand in ('self', 'inspector')),
  question_id text not null,
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
create index diagnosis_file_diagnosis on diagnosis_file (diagnosis_id);

-- Who helps enterprises with it, as the offices know them.
create table diagnosis_provider (
  id text primary key,
  revision integer not null default 1,
  name text not null,
  region_id text not null references region (code),
  unit_id text not null references unit (id),
  chain_id text references chain (id),
  -- Sides of the questionnaire that it helps with.
  sides text[] not null,
  services text not null,
  cases text not null default '',
  contact text not null default '',
  removed_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null
);
create index diagnosis_provider_region on diagnosis_provider (region_id) where removed_at is null;

do $$
declare
  name text;
  -- Whoever fills in or checks an enterprise's diagnosis; the enterprise itself is reached by its unit.
  kept text := '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.keep', 'diagnosis.inspect') || ')';
begin
  alter table diagnosis enable row level security;
  create policy diagnosis_read on diagnosis for select using (
    (select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy diagnosis_write on diagnosis for all using (%1$s) with check (%1$s)', kept);
  foreach name in array array['diagnosis_answer', 'diagnosis_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select jw_is_system()) or exists (select from diagnosis d where d.id = diagnosis_id))',
      name || '_read', name);
    execute format('create policy %I on %I for all using (%3$s) with check (%3$s)', name || '_write', name,
      '(select jw_is_system()) or exists (select from diagnosis d join enterprise e on e.id = d.enterprise_id where d.id = diagnosis_id and '
      || jw_enterprise_reach('e.', 'enterprise.ask', 'enterprise.keep', 'diagnosis.inspect') || ')');
  end loop;

  -- A round is seen by whoever reads enterprises there, and by those that are in it.
  alter table diagnosis_campaign enable row level security;
  execute format('create policy diagnosis_campaign_read on diagnosis_campaign for select using (%s)', jw_reach_condition('', 'enterprise.read'));
  execute format('create policy diagnosis_campaign_write on diagnosis_campaign for all using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'diagnosis.inspect'));
  alter table diagnosis_duty enable row level security;
  create policy diagnosis_duty_read on diagnosis_duty for select using (
    (select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id));
  execute format('create policy diagnosis_duty_write on diagnosis_duty for all using (%1$s) with check (%1$s)',
    '(select jw_is_system()) or exists (select from enterprise e where e.id = enterprise_id and '
    || jw_enterprise_reach('e.', 'diagnosis.inspect') || ')');

  -- Who helps is no secret.
  alter table diagnosis_provider enable row level security;
  create policy diagnosis_provider_read on diagnosis_provider for select using (
    (select jw_is_system()) or (select jw_may('enterprise.read')));
  execute format('create policy diagnosis_provider_write on diagnosis_provider for all using (%1$s) with check (%1$s)',
    jw_reach_condition('', 'diagnosis.inspect'));
end $$;
