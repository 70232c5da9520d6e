-- Messages. `notice` is the outbox: one row for each cause, written in the transaction that causes it; a dispatcher
-- spreads it into one message for each person and one delivery for each e-mail and web hook. Row-level security
-- everywhere: messages are their reader's own; the system administrator sees how deliveries fare and never what they say.

create table notice (
  id text primary key,
  -- Names the cause: the same one twice is one message.
  key text not null unique,
  kind text not null,
  importance text not null check (importance in ('normal', 'high')),
  title text not null,
  body text not null,
  link text,
  origin_slice text,
  origin_kind text,
  origin_id text,
  audience jsonb not null,
  except_person text,
  at timestamptz not null,
  spread_at timestamptz
);
create index notice_unspread on notice (at, id) where spread_at is null;

create table message (
  notice_id text not null references notice (id),
  person_id text not null references person (id),
  kind text not null,
  importance text not null,
  title text not null,
  body text not null,
  link text,
  origin_slice text,
  origin_kind text,
  origin_id text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (notice_id, person_id)
);
create index message_person on message (person_id, at desc, notice_id);
create index message_unread on message (person_id) where read_at is null;

create table notice_hook (
  id text primary key,
  name text not null,
  url text not null,
  algorithm text not null check (algorithm in ('hmac-sm3', 'hmac-sha256')),
  secret text not null,
  kinds text[] not null,
  active boolean not null,
  removed_at timestamptz
);

create table delivery (
  id text primary key,
  notice_id text not null references notice (id),
  kind text not null,
  channel text not null check (channel in ('mail', 'hook')),
  person_id text references person (id),
  hook_id text references notice_hook (id),
  -- What the administrator sees of where it goes.
  target text not null,
  state text not null check (state in ('pending', 'sending', 'delivering', 'sent', 'failed', 'uncertain', 'dropped')),
  tries integer not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  -- Who has it while it is sending or delivering, and until when at most.
  claim text,
  claimed_until timestamptz,
  fault_code text,
  fault_answer text,
  sent_at timestamptz,
  check ((channel = 'mail') = (person_id is not null) and (channel = 'hook') = (hook_id is not null))
);
-- Each is sent once: one e-mail for each reader, one call for each web hook.
create unique index delivery_mail on delivery (notice_id, person_id) where channel = 'mail';
create unique index delivery_hook on delivery (notice_id, hook_id) where channel = 'hook';
create index delivery_due on delivery (next_at, id) where state = 'pending';
create index delivery_claimed on delivery (claimed_until) where state in ('sending', 'delivering');
create index delivery_sent on delivery (sent_at) where state = 'sent';
create index delivery_latest on delivery (created_at desc, id);
create index delivery_state on delivery (state) where state in ('pending', 'failed', 'uncertain');

create table notice_preference (
  person_id text not null references person (id),
  kind text not null,
  mail boolean not null,
  primary key (person_id, kind)
);

create table notice_setting (
  one boolean primary key default true check (one),
  revision integer not null,
  -- The sealed password is in it.
  mail jsonb,
  base_url text,
  private_hooks boolean not null
);
insert into notice_setting (revision, private_hooks) values (1, false);

-- Whoever changes something may say so; only the platform reads what is still to be spread.
alter table notice enable row level security;
create policy notice_put on notice for insert with check ((select jw_post()) <> '' or (select jw_person()) <> '');
create policy notice_system on notice for all using ((select jw_is_system())) with check ((select jw_is_system()));

alter table message enable row level security;
create policy message_own on message for select using ((select jw_is_system()) or person_id = (select jw_person()));
create policy message_mark on message for update
  using (person_id = (select jw_person())) with check (person_id = (select jw_person()));
create policy message_spread on message for insert with check ((select jw_is_system()));

alter table delivery enable row level security;
create policy delivery_administrator on delivery for all
  using ((select jw_may('notice.settings'))) with check ((select jw_may('notice.settings')));
alter table notice_hook enable row level security;
create policy notice_hook_administrator on notice_hook for all
  using ((select jw_may('notice.settings'))) with check ((select jw_may('notice.settings')));

-- That e-mail works is for everybody to know, how it does is not: see the columns that commands read.
alter table notice_setting enable row level security;
create policy notice_setting_administrator on notice_setting for all
  using ((select jw_may('notice.settings'))) with check ((select jw_may('notice.settings')));
create function jw_mail_works() returns boolean
language sql stable security definer set search_path = public as $$
  select coalesce((select (mail ->> 'on')::boolean from notice_setting), false)
$$;

alter table notice_preference enable row level security;
create policy notice_preference_own on notice_preference for all
  using ((select jw_is_system()) or person_id = (select jw_person()))
  with check (person_id = (select jw_person()));
