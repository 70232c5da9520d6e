import { sql } from 'kysely';
import { insideAsSystem } from '../../../platform/db/index.ts';
import { loadTaskServer } from '../../task/index.ts';
import type { ReportDb } from '../store.ts';

/**
 * The next number of a sign in a year, beginning with 1; letters that are sent with a task under the same sign count in the same
 * series. The rows stay locked until the transaction ends: two at once get two numbers, and one that is undone takes none.
 */
export async function takeNumber(db: ReportDb, sign: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into bulletin_series (sign, year, last) values (${sign}, ${year}, 1)
    on conflict (sign, year) do update set last = bulletin_series.last + 1 returning last`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no number was given');
  const { takeSeriesNumber } = await loadTaskServer();
  const no = await insideAsSystem(db, () => takeSeriesNumber(db as never, sign, year, row.last));
  if (no !== row.last)
    await sql`update bulletin_series set last = ${no} where sign = ${sign} and year = ${year}`.execute(db);
  return no;
}

/** The signs that an office has used, the newest first, by kind of paper. */
export async function usedSigns(
  db: ReportDb,
  unitId: string | null,
): Promise<{ readonly kind: string; readonly sign: string }[]> {
  const { rows } = await sql<{ kind: string; sign: string }>`
    select kind, sign from bulletin where unit_id is not distinct from ${unitId}
    group by kind, sign order by max(created_at) desc limit 50`.execute(db);
  return rows;
}
