import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Audience } from '../domain/index.ts';
import type { NoticeTables } from './tables.ts';

/**
 * The people that an audience means on a day (`YYYY-MM-DD`): holders of posts that are valid then, and whoever acts for
 * them by a delegation. Ask as the system: the sender need not see them.
 */
export async function peopleOf(db: Kysely<NoticeTables>, audience: Audience, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with meant as (${meant(audience)}),
    acting as (
      select p.person_id as id from post p join meant m on m.id = p.id
      where (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
      union
      select d.to_person from delegation d join meant m on m.id = d.post_id
      where d.revoked_at is null and d.valid_from <= ${day}::date and d.valid_to > ${day}::date
      union
      select ${audience.to === 'person' ? audience.id : null}::text)
    select distinct person.id from acting join person on person.id = acting.id
    where person.valid_to is null or person.valid_to > ${day}::date`.execute(db);
  return rows.map(({ id }) => id);
}

/** The posts that an audience means. */
function meant(audience: Audience) {
  switch (audience.to) {
    case 'person':
      return sql`select id from post where false`;
    case 'post':
      return sql`select id from post where id = ${audience.id}`;
    case 'unit':
      return sql`select id from post where unit_id = ${audience.id}`;
    case 'holders':
      return holders(audience);
  }
}

/** As the database's own rule says who holds over a place (jw_regions, jw_units, jw_chains, jw_unit_chains). */
const holders = ({ permission, place: { regionId, unitId, chainId } }: Audience & { to: 'holders' }) => sql`
  select p.id
  from post_grant g join access_role r on r.id = g.role_id join post p on p.id = g.post_id
  where g.state = 'granted' and ${permission} = any (r.permissions)
    and (r.scope_kind = 'region' and exists (
          select from region_closure c where c.ancestor = g.region_id and c.descendant = ${regionId}
            and current_date >= c.valid_from and current_date < c.valid_to)
      or r.scope_kind = 'unit' and exists (
          select from unit_closure c where c.ancestor = p.unit_id and c.descendant = ${unitId}))
    and (g.chains = '{}' or exists (
          select from chain_closure l where l.ancestor = any (g.chains) and l.descendant = ${chainId}))`;

/** Where e-mail goes: of these people those who have an address, with what they chose for a kind (null: nothing). */
export async function addressesOf(
  db: Kysely<NoticeTables>,
  personIds: readonly string[],
  kind: string,
): Promise<{ personId: string; address: string; wanted: boolean | null }[]> {
  const { rows } = await sql<{ personId: string; address: string; wanted: boolean | null }>`
    select p.id as "personId", p.email as address, w.mail as wanted
    from person p left join notice_preference w on w.person_id = p.id and w.kind = ${kind}
    where p.id = any (${[...personIds]}) and p.email is not null and p.email <> ''`.execute(db);
  return rows;
}

/** The address that is kept of a person; null without one. */
export async function addressOf(db: Kysely<NoticeTables>, personId: string): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`select email from person where id = ${personId}`.execute(db);
  return rows[0]?.email ?? null;
}
