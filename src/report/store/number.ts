import { sql } from 'kysely';
import type { ReportDb } from '../store.ts';

/**
 * The next number of a sign in a year, beginning with 1. The row stays locked until the transaction ends: two at once get two
 * numbers, and one that is undone takes none.
 */
export async function takeNumber(db: ReportDb, sign: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into bulletin_series (sign, year, last) values (${sign}, ${year}, 1)
    on conflict (sign, year) do update set last = bulletin_series.last + 1 returning last`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no number was given');
  return row.last;
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
