import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Day } from '../../../kernel/index.ts';
import type { DispatchRules } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import { rulesOfRegions } from './rules.ts';

/**
 * By what is dispatched in a region on any day. Rules are asked for once between two days on which any were set, however many
 * regions and days somebody wants to know.
 */
export async function rulesOverTime(
  db: Kysely<TaskTables>,
): Promise<(regionId: string, day: Day) => Promise<DispatchRules>> {
  const set = await db.selectFrom('dispatch_rules').select('from_day').distinct().orderBy('from_day').execute();
  const days = set.map(({ from_day }) => from_day);
  const { rows: regions } = await sql<{ code: string }>`select code from region`.execute(db);
  const ids = regions.map(({ code }) => code);
  const known = new Map<Day, Promise<(regionId: string) => DispatchRules>>();
  return async (regionId, day) => {
    const since = days.findLast((each) => each <= day) ?? '';
    const rules = known.get(since) ?? rulesOfRegions(db, ids, day);
    known.set(since, rules);
    return (await rules)(regionId);
  };
}
