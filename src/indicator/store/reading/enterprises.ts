import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { Cell } from '../totals.ts';
import { type CellAsked, inCell } from './behind.ts';

type Db = Kysely<IndicatorTables>;

/** Enterprises of a cell, those with most first, by the sum (or the greatest) over some periods; and how many there are. */
export async function readGreatest(
  db: Db,
  asked: CellAsked,
  most: number,
  ascending: boolean,
): Promise<{ readonly ids: string[]; readonly all: number }> {
  const { rows } = await sql<{ id: string; all: number }>`
    select o.enterprise_id as id, (count(*) over ())::integer as all
    from observation o
    where ${inCell(asked)} and o.role = 'part' and o.value is not null and o.enterprise_id <> ''
    group by 1 order by sum(o.value) ${ascending ? sql`asc` : sql`desc`}, 1 limit ${most}`.execute(db);
  return { ids: rows.map(({ id }) => id), all: rows[0]?.all ?? 0 };
}

/** Figures of single enterprises within a cell, as cells whose place is the enterprise. */
export async function readEnterprises(
  db: Db,
  asked: CellAsked,
  ids: readonly string[],
  greatest: boolean,
): Promise<Cell[]> {
  const { rows } = await sql<Omit<Cell, 'total'> & { total: string }>`
    select o.indicator_id as "indicatorId", o.period, o.enterprise_id as "placeId", '' as "chainId",
      ${greatest ? sql`max(o.value)` : sql`sum(o.value)`}::text as total, count(*)::integer as figures, 1 as firms,
      count(*) filter (where o.vintage = 'revised')::integer as revised,
      count(*) filter (where o.vintage = 'final')::integer as final
    from observation o
    where ${inCell(asked)} and o.enterprise_id = any (${[...ids]}::text[]) and o.role = 'part' and o.value is not null
    group by 1, 2, 3`.execute(db);
  return rows.map((row) => ({ ...row, total: BigInt(row.total) }));
}

/** Names of enterprises: of those that are units here, else as whoever reports for them calls them; the newest name. */
export async function enterpriseNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (id) id, name from (
      select coalesce(u.credit_code, u.id) as id, u.name, '9999-12' as month from unit u
      where u.kind = 'enterprise' and (u.credit_code = any (${[...ids]}::text[]) or u.id = any (${[...ids]}::text[]))
      union all
      select r.enterprise_id, r.name, r.from_month from roster r
      where r.enterprise_id = any (${[...ids]}::text[])) named
    order by id, month desc, name`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
