import { type RawBuilder, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListRequest } from '../../../platform/http/list-request.ts';
import { administratorKinds, permissions } from '../../access/index.ts';
import type { AccountDb } from '../store.ts';

/** One line of the list of accounts. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitName: string | null;
  readonly roleName: string | null;
  readonly state: 'invited' | 'active' | 'locked' | 'disabled';
  readonly lockedUntil: string | null;
  readonly secondFactor: 'bound' | 'due' | 'none';
  readonly linkExpiresAt: string | null;
  readonly openSessions: number;
  readonly lastLoginAt: string | null;
  readonly lastLoginFrom: string | null;
  readonly createdAt: string;
}

/** Moment, day in China, and idle time that the list is judged by. */
export interface ListedAt {
  readonly now: string;
  readonly day: string;
  readonly idleMinutes: number;
  /** False in the demo: administrators need no second factor. */
  readonly administrators: boolean;
}

const administering = Object.entries(permissions)
  .filter(([, { kind }]) => (administratorKinds as readonly string[]).includes(kind))
  .map(([permission]) => permission);

/** Every account with what the list shows of it, as a subquery. */
const listed = ({ now, day, idleMinutes, administrators }: ListedAt): RawBuilder<AccountRow> => sql<AccountRow>`(
  select a.id, a.login, a.person_id as "personId", p.name as "personName",
    held.unit_name as "unitName", held.role_name as "roleName",
    case when a.disabled or p.valid_to <= ${day}::date then 'disabled' when l.blocked_until > ${now} then 'locked'
      when a.password_hash is null and a.sign_on_subject is null then 'invited' else 'active' end as state,
    case when l.blocked_until > ${now} then l.blocked_until end as "lockedUntil",
    case when a.totp_bound_at is not null then 'bound' when exists (
      select from post o join post_grant g on g.post_id = o.id and g.state = 'granted' join access_role r on r.id = g.role_id
      where o.person_id = a.person_id and (o.valid_to is null or o.valid_to > ${day}::date)
        and (r.id = any (rules.second_factor_roles) or (${administrators} and r.permissions && ${administering}::text[])))
      then 'due' else 'none' end as "secondFactor",
    (select max(k.expires_at) from one_time_link k
      where k.account_id = a.id and k.used_at is null and k.voided_at is null and k.expires_at > ${now}) as "linkExpiresAt",
    (select count(*) from session s where s.account_id = a.id and s.ended_at is null and s.complete
      and s.expires_at > ${now} and s.seen_at > ${now}::timestamptz - make_interval(mins => ${idleMinutes})) as "openSessions",
    a.last_login_at as "lastLoginAt", a.last_login_from as "lastLoginFrom", a.created_at as "createdAt"
  from account a
    join person p on p.id = a.person_id
    cross join account_rule rules
    left join attempt_limit l on l.key = a.login_key
    left join lateral (
      select u.name as unit_name, r.name as role_name
      from post o join unit u on u.id = o.unit_id
        left join post_grant g on g.post_id = o.id and g.state = 'granted' left join access_role r on r.id = g.role_id
      where o.person_id = a.person_id and (o.valid_to is null or o.valid_to > ${day}::date)
      order by o.main desc, r.id is null, o.id limit 1) held on true)`;

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;
const fields: ListedFields = {
  login: { at: sql.ref('login') },
  personName: { at: sql.ref('personName') },
  unitName: { at: sql.ref('unitName'), nullable: true },
  roleName: { at: sql.ref('roleName'), nullable: true },
  state: { at: sql.ref('state') },
  secondFactor: { at: sql.ref('secondFactor') },
  lastLoginAt: { at: day('lastLoginAt'), nullable: true },
  createdAt: { at: day('createdAt') },
};

/** One page of the accounts that a list asks for, and how many there are. */
export async function listAccounts(
  db: AccountDb,
  request: ListRequest,
  at: ListedAt,
): Promise<{ rows: AccountRow[]; total: number; capped: boolean }> {
  const searched = [sql.ref('login'), sql.ref('personName'), sql.ref('unitName')];
  const query = db.selectFrom(listed(at).as('listed')).where(matches(request, fields, searched));
  const rows = await query
    .selectAll()
    .orderBy(orderOf(request.sort, fields, sql.ref('login')))
    .limit(request.pageSize)
    .offset(request.offset)
    .execute();
  return { rows, ...(await cappedCount(db.withTables<{ listed: AccountRow }>(), query)) };
}

export async function accountRow(db: AccountDb, id: string, at: ListedAt): Promise<AccountRow | undefined> {
  return db.selectFrom(listed(at).as('listed')).selectAll().where('id', '=', id).executeTakeFirst();
}

/** How many accounts can come in whose posts hold one of these permissions; `without` is not counted. */
export async function countHolding(
  db: AccountDb,
  wanted: readonly string[],
  without: string,
  dayNow: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct a.id) as count
    from account a join person h on h.id = a.person_id join post p on p.person_id = h.id
      join post_grant g on g.post_id = p.id and g.state = 'granted' join access_role r on r.id = g.role_id
    where not a.disabled and a.id <> ${without} and r.permissions && ${[...wanted]}::text[]
      and (h.valid_to is null or h.valid_to > ${dayNow}::date)
      and (p.valid_from is null or p.valid_from <= ${dayNow}::date)
      and (p.valid_to is null or p.valid_to > ${dayNow}::date)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** People without an account whose name has these words in it, by name. */
export async function candidates(
  db: AccountDb,
  text: string,
  dayNow: string,
): Promise<{ id: string; name: string; unitName: string | null }[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: string; name: string; unitName: string | null }>`
    select p.id, p.name, (select u.name from post o join unit u on u.id = o.unit_id
      where o.person_id = p.id order by o.main desc, o.id limit 1) as "unitName"
    from person p
    where not exists (select from account a where a.person_id = p.id)
      and (p.valid_to is null or p.valid_to > ${dayNow}::date) and p.name ilike ${pattern}
    order by p.name, p.id limit 50`.execute(db);
  return rows;
}

/** All roles that there are, by name. */
export async function roleNames(db: AccountDb): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from access_role order by built_in desc, name`.execute(db);
  return rows;
}
