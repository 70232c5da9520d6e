-- What was done and what was refused. Rows are only added, each linked to the one before by its hash (SM3 over canonical
-- JSON of all other columns, src/audit/domain/chain.ts); the one row of audit_head is the end of the chain.

create table audit_entry (
  seq bigint primary key check (seq >= 1),
  -- Version of the text that the hash is over.
  v smallint not null,
  -- Milliseconds, no more: what the hash is over is all there is.
  at timestamptz(3) not null,
  actor_id text,
  actor_name text,
  post_id text,
  post_title text,
  post_unit_id text,
  post_unit_name text,
  role_id text,
  role_name text,
  on_behalf_id text,
  on_behalf_name text,
  address text not null,
  session_ref text,
  action text not null,
  record_kind text,
  record_id text,
  record_name text,
  region_id text,
  unit_id text,
  chain_id text,
  basis_plan text,
  basis_item text,
  outcome text not null check (outcome in ('done', 'refused')),
  -- json, not jsonb: it is kept sign for sign.
  refusals json not null,
  changes json not null,
  reason text,
  prev_hash text not null,
  hash text not null
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_day on audit_entry (((at at time zone 'Asia/Shanghai')::date), seq);
create index audit_entry_actor on audit_entry (actor_id, seq);
create index audit_entry_action on audit_entry (action, seq);
create index audit_entry_record on audit_entry (record_id, seq);
create index audit_entry_unit on audit_entry (post_unit_id, seq);

create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, 'sm3:' || repeat('0', 64));

-- The end of the chain, locked until the transaction is over, so that numbers have no gaps and each entry one follower.
create function jw_audit_head_locked() returns table (seq bigint, hash text)
language sql volatile security definer set search_path = public as $$
  select h.seq, h.hash from audit_head h for update
$$;

-- New entries must follow the last one; the end of the chain moves with them and in no other way.
create function audit_entry_follows() returns trigger language plpgsql security definer set search_path = public as $$
declare
  head record;
begin
  select h.seq, h.hash into head from audit_head h for update;
  if exists (
    select from (
      select a.seq, a.prev_hash, lag(a.seq, 1, head.seq) over ordered as last_seq, lag(a.hash, 1, head.hash) over ordered as last_hash
      from added a window ordered as (order by a.seq)) linked
    where seq <> last_seq + 1 or prev_hash <> last_hash)
  then
    raise exception 'audit entries must follow the last one, number %', head.seq;
  end if;
  update audit_head set seq = a.seq, hash = a.hash from (select seq, hash from added order by seq desc limit 1) a;
  return null;
end $$;
create trigger audit_entry_follows after insert on audit_entry referencing new table as added
  for each statement execute function audit_entry_follows();

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log cannot be changed (% of %)', lower(tg_op), tg_table_name;
end $$;
create trigger audit_entry_kept before update or delete or truncate on audit_entry
  for each statement execute function audit_is_append_only();
create trigger audit_head_kept before insert or delete or truncate on audit_head
  for each statement execute function audit_is_append_only();
create trigger audit_head_only_grows before update on audit_head
  for each row when (new.seq <= old.seq) execute function audit_is_append_only();

-- Everybody adds what he does himself; only the audit administrator reads.
alter table audit_entry enable row level security;
create policy audit_entry_add on audit_entry for insert with check (
  (select jw_is_system()) or (actor_id = (select jw_person()) and coalesce(post_id, '') = (select jw_post())));
create policy audit_entry_read on audit_entry for select using ((select jw_may('audit.read')));
alter table audit_head enable row level security;
create policy audit_head_read on audit_head for select using ((select jw_may('audit.read')));
