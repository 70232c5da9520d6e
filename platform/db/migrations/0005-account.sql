-- The way in: accounts, their passwords and second factors, sessions, links, failures. Only the platform itself reads and
-- writes these tables (jw_is_system): no post, whatever it may do, sees a row of them by its own right.

create table account (
  id text primary key,
  person_id text not null unique references person (id),
  -- In small letters, as src/account/domain/login-name.ts makes it.
  login text not null unique,
  -- Under which failures of this login are counted in attempt_limit.
  login_key text not null unique,
  disabled boolean not null default false,
  password_hash text,
  password_set_at timestamptz,
  -- True when somebody else knows the password: it must be changed at the next login.
  password_must_change boolean not null default false,
  -- Sealed by the key of the installation; bound when confirmed by a first code.
  totp_secret text,
  totp_bound_at timestamptz,
  totp_last_step bigint,
  totp_pending text,
  -- At the first sign-on the account is bound to the identity that came.
  sign_on_issuer text,
  sign_on_subject text,
  demo boolean not null default false,
  created_at timestamptz not null,
  last_login_at timestamptz,
  last_login_from text,
  check ((totp_bound_at is null) or (totp_secret is not null))
);
create unique index account_sign_on on account (sign_on_issuer, sign_on_subject);

create table account_password (
  account_id text not null references account (id) on delete cascade,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (account_id, set_at)
);

create table recovery_code (
  account_id text not null references account (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- A secret handed to one person, with which he sets his password once.
create table one_time_link (
  token_hash text primary key,
  account_id text not null references account (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz
);
create index one_time_link_account on one_time_link (account_id);

create table session (
  id text primary key,
  -- SM3 of the token in the cookie; exchanged at every step.
  token_hash text not null unique,
  account_id text not null references account (id) on delete cascade,
  post_id text,
  method text not null check (method in ('password', 'sign-on', 'link')),
  -- False while the second factor is awaited.
  complete boolean not null,
  proven_at timestamptz,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('logout', 'elsewhere', 'forced', 'password', 'disabled', 'replaced')),
  from_address text not null,
  device text not null
);
create index session_account on session (account_id) where ended_at is null;
create index session_expires on session (expires_at);

-- Failures in a row, by login, by network address, by account for codes; all servers count here.
create table attempt_limit (
  -- What is counted, with a fingerprint of it: logins that nobody has are not kept as typed.
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index attempt_limit_last on attempt_limit (last_at);

create table account_rule (
  one boolean primary key default true check (one),
  second_factor_roles text[] not null default '{}',
  password_days integer check (password_days between 30 and 730),
  -- When the demo made the accounts of this database.
  demo_since timestamptz
);
insert into account_rule default values;

do $$
declare
  name text;
begin
  foreach name in array array['account', 'account_password', 'recovery_code', 'one_time_link', 'session', 'attempt_limit', 'account_rule'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all using ((select jw_is_system())) with check ((select jw_is_system()))', name || '_system', name);
  end loop;
end $$;
