-- Who there is: regions, units, chains, people, their posts, and what the posts may do. Row-level security everywhere;
-- the server's own login is neither owner nor superuser. Dates are days; a period includes its first day and ends before
-- its last (null: open).

create table region (
  code text primary key,
  level text not null check (level in ('province', 'city', 'county', 'town', 'zone')),
  local boolean not null default false
);

-- What a region was called and to whom it belonged, and when: a change of boundaries ends a term and begins another.
create table region_term (
  code text not null references region (code) on delete cascade,
  valid_from date,
  valid_to date,
  name text not null,
  parent text references region (code),
  aliases text[] not null default '{}',
  successor text references region (code),
  check (valid_from < valid_to)
);
create unique index region_term_from on region_term (code, coalesce(valid_from, '-infinity'::date));
create index region_term_parent on region_term (parent);

-- Every region with each above it and itself, for the days on which that holds. Made from the terms.
create table region_closure (
  ancestor text not null references region (code) on delete cascade,
  descendant text not null references region (code) on delete cascade,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  primary key (ancestor, descendant, valid_from)
);
create index region_closure_descendant on region_closure (descendant);

create table unit (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('government', 'department', 'town', 'park', 'association', 'bank', 'enterprise', 'institution', 'other')),
  region_id text not null references region (code),
  parent text references unit (id),
  aliases text[] not null default '{}',
  credit_code text,
  valid_from date,
  valid_to date,
  successor text references unit (id),
  note text not null default '',
  check (valid_from < valid_to)
);
create index unit_region on unit (region_id);
create index unit_parent on unit (parent);

create table unit_closure (
  ancestor text not null references unit (id) on delete cascade,
  descendant text not null references unit (id) on delete cascade,
  primary key (ancestor, descendant)
);
create index unit_closure_descendant on unit_closure (descendant);

-- What only a stated reason opens; lists show the masked form beside the name.
create table unit_private (
  unit_id text primary key references unit (id) on delete cascade,
  bank_account text
);

create table chain (
  id text primary key,
  name text not null,
  region_id text not null references region (code),
  parent text references chain (id),
  aliases text[] not null default '{}',
  valid_from date,
  valid_to date,
  check (valid_from < valid_to)
);

create table chain_closure (
  ancestor text not null references chain (id) on delete cascade,
  descendant text not null references chain (id) on delete cascade,
  primary key (ancestor, descendant)
);

create table person (
  id text primary key,
  name text not null,
  phone_masked text,
  id_number_masked text,
  email text,
  valid_to date,
  note text not null default '',
  created_at timestamptz not null
);

create table person_private (
  person_id text primary key references person (id) on delete cascade,
  phone text,
  id_number text
);

create table post (
  id text primary key,
  person_id text not null references person (id),
  unit_id text not null references unit (id),
  title text not null,
  main boolean not null default false,
  valid_from date,
  valid_to date,
  check (valid_from < valid_to)
);
create index post_person on post (person_id);
create index post_unit on post (unit_id);

-- Somebody else acts as a post for a time.
create table delegation (
  id text primary key,
  post_id text not null references post (id),
  to_person text not null references person (id),
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  check (valid_from < valid_to)
);
create index delegation_person on delegation (to_person);
create index delegation_post on delegation (post_id);

create table access_role (
  id text primary key,
  name text not null,
  scope_kind text not null check (scope_kind in ('region', 'unit', 'published', 'installation')),
  permissions text[] not null,
  built_in boolean not null default false,
  note text not null default ''
);
create unique index access_role_name on access_role (name);

-- What a post may do: a role, over a region and, when any are named, only for these chains.
create table post_grant (
  post_id text primary key references post (id) on delete cascade,
  role_id text not null references access_role (id),
  region_id text references region (code),
  chains text[] not null default '{}',
  state text not null check (state in ('proposed', 'granted', 'withdrawn')),
  changed_at timestamptz not null,
  changed_by text not null
);
create index post_grant_role on post_grant (role_id) where state = 'granted';

-- Counts every change of the above, so that what was worked out from it can be kept until the next one.
create table organisation_revision (
  one boolean primary key default true check (one),
  revision bigint not null default 1
);
insert into organisation_revision default values;
create function organisation_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update organisation_revision set revision = revision + 1;
  return null;
end $$;

-- Who asks: the server says so on each connection before it uses it (platform/db/as-actor.ts).
create function jw_post() returns text language sql stable as $$ select coalesce(current_setting('jingwei.post', true), '') $$;
create function jw_person() returns text language sql stable as $$ select coalesce(current_setting('jingwei.person', true), '') $$;
create function jw_is_system() returns boolean language sql stable as $$
  select coalesce(current_setting('jingwei.post', true), '') = '@system'
$$;

create function jw_may(variadic wanted text[]) returns boolean
language sql stable security definer set search_path = public as $$
  select jw_is_system() or exists (
    select from post_grant g join access_role r on r.id = g.role_id
    where g.post_id = jw_post() and g.state = 'granted' and r.permissions && wanted)
$$;

-- The places that the post's role with one of these permissions holds over; see src/access/domain/reach.ts.
create function jw_regions(variadic wanted text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select c.descendant
  from post_grant g join access_role r on r.id = g.role_id
    join region_closure c on c.ancestor = g.region_id and current_date >= c.valid_from and current_date < c.valid_to
  where g.post_id = jw_post() and g.state = 'granted' and r.permissions && wanted
    and r.scope_kind = 'region' and g.chains = '{}'
$$;

create function jw_units(variadic wanted text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select c.descendant
  from post_grant g join access_role r on r.id = g.role_id join post p on p.id = g.post_id
    join unit_closure c on c.ancestor = p.unit_id
  where g.post_id = jw_post() and g.state = 'granted' and r.permissions && wanted
    and r.scope_kind = 'unit' and g.chains = '{}'
$$;

create function jw_chains(variadic wanted text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select l.descendant || '@' || c.descendant
  from post_grant g join access_role r on r.id = g.role_id
    join region_closure c on c.ancestor = g.region_id and current_date >= c.valid_from and current_date < c.valid_to
    join chain_closure l on l.ancestor = any (g.chains)
  where g.post_id = jw_post() and g.state = 'granted' and r.permissions && wanted and r.scope_kind = 'region'
$$;

create function jw_unit_chains(variadic wanted text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select c.descendant || '@' || l.descendant
  from post_grant g join access_role r on r.id = g.role_id join post p on p.id = g.post_id
    join unit_closure c on c.ancestor = p.unit_id
    join chain_closure l on l.ancestor = any (g.chains)
  where g.post_id = jw_post() and g.state = 'granted' and r.permissions && wanted and r.scope_kind = 'unit'
$$;

-- The region of the post's unit and those above it: what is published there is for the post to read.
create function jw_own_regions() returns setof text
language sql stable security definer set search_path = public as $$
  select c.ancestor
  from post p join unit u on u.id = p.unit_id
    join region_closure c on c.descendant = u.region_id and current_date >= c.valid_from and current_date < c.valid_to
  where p.id = jw_post()
$$;

-- Whose people and posts the post may look up: its own region, those above and those below; the administrators: all.
create function jw_directory() returns setof text
language sql stable security definer set search_path = public as $$
  select r.code from region r
  where exists (
    select from post_grant g join access_role a on a.id = g.role_id
    where g.post_id = jw_post() and g.state = 'granted' and a.scope_kind = 'installation'
      and 'organisation.read' = any (a.permissions))
  union
  select jw_own_regions() where jw_may('organisation.read')
  union
  select c.descendant
  from post p join unit u on u.id = p.unit_id
    join region_closure c on c.ancestor = u.region_id and current_date >= c.valid_from and current_date < c.valid_to
  where p.id = jw_post() and jw_may('organisation.read')
$$;

-- The condition of a scoped table's policies: a row of this place is in reach with one of these permissions.
create function jw_reach_condition(prefix text, variadic wanted text[]) returns text language sql immutable as $$
  select format(
    '((select jw_is_system()) or %1$sregion_id in (select jw_regions(%2$s)) or %1$sunit_id in (select jw_units(%2$s))'
    ' or %1$schain_id || ''@'' || %1$sregion_id in (select jw_chains(%2$s))'
    ' or %1$sunit_id || ''@'' || %1$schain_id in (select jw_unit_chains(%2$s)))',
    prefix, (select string_agg(quote_literal(w), ', ') from unnest(wanted) w))
$$;

-- Registers: everybody who has come in reads them; the system administrator keeps them.
do $$
declare
  name text;
begin
  foreach name in array array['region', 'region_term', 'region_closure', 'unit', 'unit_closure', 'chain', 'chain_closure'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select jw_post()) <> '''' or (select jw_person()) <> '''')', name || '_read', name);
    execute format('create policy %I on %I for all using ((select jw_may(''organisation.write''))) with check ((select jw_may(''organisation.write'')))', name || '_write', name);
  end loop;
  foreach name in array array['region', 'region_term', 'unit', 'chain', 'person', 'post', 'delegation', 'access_role', 'post_grant'] loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function organisation_changed()', name || '_counted', name);
  end loop;
end $$;

alter table unit_private enable row level security;
create policy unit_private_kept on unit_private for all
  using ((select jw_may('organisation.write', 'person.sensitive')) or unit_id in (select p.unit_id from post p where p.id = (select jw_post())))
  with check ((select jw_may('organisation.write')));

alter table post enable row level security;
create policy post_read on post for select using (
  (select jw_is_system()) or person_id = (select jw_person()) or id = (select jw_post())
  or exists (select from unit u where u.id = unit_id and u.region_id in (select jw_directory())));
create policy post_write on post for all
  using ((select jw_may('organisation.write'))) with check ((select jw_may('organisation.write')));

alter table person enable row level security;
create policy person_read on person for select using (
  (select jw_is_system()) or id = (select jw_person()) or (select jw_may('organisation.write'))
  or exists (select from post p where p.person_id = person.id));
create policy person_write on person for all
  using ((select jw_may('organisation.write'))) with check ((select jw_may('organisation.write')));

alter table person_private enable row level security;
create policy person_private_kept on person_private for all
  using (person_id = (select jw_person()) or (select jw_may('organisation.write', 'person.sensitive')))
  with check ((select jw_may('organisation.write')));

alter table delegation enable row level security;
create policy delegation_read on delegation for select using (
  (select jw_may('organisation.write', 'access.read')) or to_person = (select jw_person())
  or post_id in (select p.id from post p where p.person_id = (select jw_person())));
create policy delegation_write on delegation for all
  using ((select jw_may('organisation.write')) or post_id in (select p.id from post p where p.person_id = (select jw_person())))
  with check ((select jw_may('organisation.write')) or post_id in (select p.id from post p where p.person_id = (select jw_person())));

alter table access_role enable row level security;
create policy access_role_read on access_role for select using ((select jw_post()) <> '' or (select jw_person()) <> '');
create policy access_role_write on access_role for all
  using ((select jw_may('access.role'))) with check ((select jw_may('access.role')));

alter table post_grant enable row level security;
create policy post_grant_read on post_grant for select using (
  (select jw_may('access.read')) or post_id = (select jw_post())
  or post_id in (select p.id from post p where p.person_id = (select jw_person())));
create policy post_grant_write on post_grant for all
  using ((select jw_may('access.grant'))) with check ((select jw_may('access.grant')));
-- Who keeps the people may say what a post will need; only the security administrator makes it count.
create policy post_grant_propose on post_grant for insert
  with check (state = 'proposed' and (select jw_may('organisation.write')));
create policy post_grant_propose_again on post_grant for update
  using (state in ('proposed', 'withdrawn') and (select jw_may('organisation.write'))) with check (state = 'proposed');
