import { sql } from 'kysely';
import type { Db } from './db.ts';

/** The name that a region bears today. */
export const regionNameAt = (column: string) => sql<string>`coalesce((select t.name from region_term t
  where t.code = ${sql.ref(column)} order by (t.valid_to is null) desc, t.valid_to desc limit 1), ${sql.ref(column)})`;
export const unitNameAt = (column: string) =>
  sql<string | null>`(select u.name from unit u where u.id = ${sql.ref(column)})`;
export const chainNameAt = (column: string) =>
  sql<string | null>`(select c.name from chain c where c.id = ${sql.ref(column)})`;

/** Which of some ids there are today. */
export async function known(db: Db, kind: 'unit' | 'region' | 'chain', ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const statement = {
    unit: sql<{ id: string }>`select id from unit where id = any (${[...ids]}::text[])
      and (valid_to is null or valid_to > current_date)`,
    chain: sql<{ id: string }>`select id from chain where id = any (${[...ids]}::text[])
      and (valid_to is null or valid_to > current_date)`,
    region: sql<{ id: string }>`select code as id from region where code = any (${[...ids]}::text[])`,
  }[kind];
  return new Set((await statement.execute(db)).rows.map(({ id }) => id));
}

/** Names of where an enterprise stands, for a content that is not the row's own. */
export async function placeNames(
  db: Db,
  at: { readonly regionId: string; readonly parkId: string | null; readonly chainId: string | null },
) {
  const { rows } = await sql<{ region: string; park: string | null; chain: string | null }>`
    select coalesce((select t.name from region_term t where t.code = ${at.regionId}
        order by (t.valid_to is null) desc, t.valid_to desc limit 1), ${at.regionId}) as region,
      (select u.name from unit u where u.id = ${at.parkId}) as park,
      (select c.name from chain c where c.id = ${at.chainId}) as chain`.execute(db);
  const { region = at.regionId, park = null, chain = null } = rows[0] ?? {};
  return {
    region: { id: at.regionId, name: region },
    park: at.parkId === null ? null : { id: at.parkId, name: park ?? at.parkId },
    chain: at.chainId === null ? null : { id: at.chainId, name: chain ?? at.chainId },
  };
}

/** The name of a unit that there is today; undefined: there is none. */
export async function unitNameOf(db: Db, unitId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from unit
    where id = ${unitId} and (valid_to is null or valid_to > current_date)`.execute(db);
  return rows[0]?.name;
}
