import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { MonthDone } from '../domain/model/index.ts';
import { type At, type Db, placed } from './db.ts';
import type { MonthTable } from './tables.ts';

export type StoredMonth = Selectable<MonthTable>;

export const monthDoneOf = (row: StoredMonth): MonthDone => ({
  ...{ month: row.month, revision: row.revision, fen: row.fen, vintage: row.vintage, savedAt: row.saved_at },
});

export const readMonths = (db: Db, projectId: string): Promise<StoredMonth[]> =>
  db.selectFrom('project_month').selectAll().where('project_id', '=', projectId).orderBy('month').execute();

/** A month of which a project that is one with another tells, where the one that goes on says nothing. */
export interface MonthBeside extends StoredMonth {
  readonly from: { readonly id: string; readonly name: string };
}

/**
 * Months that projects which are one with it have reported and it has not: together with its own each month counts once. Of
 * several that tell of a month the one with the least id does.
 */
export async function monthsBeside(db: Db, projectId: string): Promise<MonthBeside[]> {
  const { rows } = await sql<StoredMonth & { from_id: string; from_name: string }>`
    select distinct on (m.month) m.*, q.id as from_id, q.name as from_name
    from project q join project_month m on m.project_id = q.id
    where q.merged_into = ${projectId} and not exists (
      select from project_month own where own.project_id = ${projectId} and own.month = m.month)
    order by m.month, q.id`.execute(db);
  return rows.map(({ from_id, from_name, ...month }) => ({ ...month, from: { id: from_id, name: from_name } }));
}

/** All months that count for a project: its own, and those that only projects tell of which are one with it. */
export const countingMonths = async (db: Db, projectId: string): Promise<MonthDone[]> =>
  [...(await readMonths(db, projectId)), ...(await monthsBeside(db, projectId))]
    .map(monthDoneOf)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));

/** Projects that were one with another by an instant, which goes on. */
export const mergedAt = (keptId: RawBuilder<unknown>, until: string): RawBuilder<unknown> => sql`
  select case when r.first_id = ${keptId} then r.second_id else r.first_id end
  from project_pair r join lateral (
    select s.step, s.kept_id from project_pair_step s where s.pair_id = r.id and s.at <= ${until}::timestamptz
    order by s.id desc limit 1) last on true
  where (r.first_id = ${keptId} or r.second_id = ${keptId}) and last.step = 'same' and last.kept_id = ${keptId}`;

export async function monthsOf(db: Db, projectIds: readonly string[]): Promise<ReadonlyMap<string, StoredMonth[]>> {
  const rows = await db
    .selectFrom('project_month')
    .selectAll()
    .where('project_id', 'in', [...projectIds, ''])
    .orderBy('month')
    .execute();
  const found = new Map<string, StoredMonth[]>();
  for (const row of rows) found.set(row.project_id, [...(found.get(row.project_id) ?? []), row]);
  return found;
}

/** The months that counted as they were known at an instant: of each the newest version from before. */
export async function monthsAt(db: Db, projectId: string, instant: string): Promise<MonthDone[]> {
  const { rows } = await sql<MonthDone>`
    select distinct on (month) month, revision, fen, vintage, at as "savedAt" from project_month_version
    where (project_id = ${projectId} or project_id in (${mergedAt(sql`${projectId}::text`, instant)})) and at <= ${instant}
    order by month, (project_id = ${projectId}) desc, project_id, revision desc`.execute(db);
  return rows;
}

export const readMonthVersionRows = (db: Db, projectId: string, month: string) =>
  db
    .selectFrom('project_month_version')
    .select(['revision', 'fen', 'progress', 'problem', 'vintage', 'at', 'by_name as by', 'reason'])
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .orderBy('revision', 'desc')
    .execute();

export interface MonthPut {
  readonly month: string;
  readonly revision: number;
  readonly fen: number;
  readonly progress: string;
  readonly problem: string;
  readonly vintage: 'reported' | 'confirmed';
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string | null;
  /** Who reported it, when this is a confirmation. */
  readonly reportedBy?: { readonly id: string; readonly name: string };
  readonly returned?: string | null;
}

/** Writes months with their versions. The caller holds the project, so that nobody else writes between. */
export async function putMonths(db: Db, projectId: string, at: At, months: readonly MonthPut[]): Promise<void> {
  for (const put of months) {
    const isConfirmed = put.vintage === 'confirmed';
    const reporter = put.reportedBy ?? put.by;
    const values = {
      ...{ revision: put.revision, fen: put.fen, progress: put.progress, problem: put.problem, vintage: put.vintage },
      ...{ saved_at: put.at, by_id: reporter.id, by_name: reporter.name, ...placed(at) },
      ...{ confirmed_at: isConfirmed ? put.at : null, confirmed_by: isConfirmed ? put.by.name : null },
      returned: put.returned ?? null,
    };
    await db
      .insertInto('project_month')
      .values({ project_id: projectId, month: put.month, ...values })
      .onConflict((conflict) => conflict.columns(['project_id', 'month']).doUpdateSet(values))
      .execute();
  }
  if (months.length === 0) return;
  await db
    .insertInto('project_month_version')
    .values(
      months.map((put) => ({
        ...{ project_id: projectId, month: put.month, revision: put.revision, fen: put.fen, progress: put.progress },
        ...{ problem: put.problem, vintage: put.vintage, at: put.at, by_id: put.by.id, by_name: put.by.name },
        ...{ reason: put.reason, ...placed(at) },
      })),
    )
    .execute();
}
