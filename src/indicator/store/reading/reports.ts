import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { ReportStop, ReportTable } from './tables.ts';

type Db = Kysely<IndicatorTables>;

export interface StoredReport extends Selectable<ReportTable> {
  readonly owner_name: string;
  readonly owner_unit: string;
}

const columns = sql`r.*, (select p.name from person p where p.id = r.owner_id) as owner_name,
  (select u.name from unit u where u.id = r.unit_id) as owner_unit`;

/** Reports that the asker may see: his own, and those shared with him; by name. */
export async function listReports(db: Db): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`select ${columns} from report r order by r.name, r.id limit 500`.execute(db);
  return rows;
}

/** One of them; undefined when there is none that may be seen. `lock`: inside a transaction that changes it. */
export async function readReport(db: Db, id: string, lock = false): Promise<StoredReport | undefined> {
  if (lock) await sql`select from report where id = ${id} for update`.execute(db);
  const { rows } = await sql<StoredReport>`select ${columns} from report r where r.id = ${id}`.execute(db);
  return rows[0];
}

export interface ReportToPut extends Omit<Selectable<ReportTable>, 'content'> {
  readonly content: string;
}

export async function putReport(db: Db, report: ReportToPut): Promise<void> {
  const { id: _, ...change } = report;
  await db
    .insertInto('report')
    .values(report)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute();
}

export async function deleteReport(db: Db, id: string): Promise<void> {
  await db.deleteFrom('report').where('id', '=', id).execute();
}

export interface Issue {
  readonly id: string;
  readonly at: string;
  readonly bytes: number;
}

/** What was made of some reports, the newest first. */
export async function listIssues(db: Db, reportIds: readonly string[]): Promise<Map<string, Issue[]>> {
  const { rows } = await sql<Issue & { report: string }>`
    select report_id as report, id, at, length(content) as bytes from report_issue
    where report_id = any (${[...reportIds]}::text[]) order by at desc`.execute(db);
  return Map.groupBy(rows, ({ report }) => report);
}

export async function readIssue(db: Db, reportId: string, issueId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('report_issue')
    .select('content')
    .where('id', '=', issueId)
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return row?.content;
}

/** The report that is due longest, as the system; undefined when none is. */
export async function nextDue(db: Db, now: string): Promise<StoredReport | undefined> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from report r where r.next_at <= ${now}::timestamptz order by r.next_at, r.id limit 1`.execute(
    db,
  );
  return rows[0];
}

/**
 * Moves a report on to its next time, unless somebody did meanwhile or it was changed; gives whether it was this one who did.
 * `stop`: never again until it is saved anew.
 */
export async function moveOn(
  db: Db,
  { id, next_at, revision }: StoredReport,
  next: string | null,
  stop: { readonly at: string; readonly why: ReportStop } | null,
): Promise<boolean> {
  const { rows } = await sql`
    update report set next_at = ${next}::timestamptz, stopped_at = ${stop?.at ?? null}::timestamptz,
      stopped_why = ${stop?.why ?? null}
    where id = ${id} and next_at = ${next_at}::timestamptz and revision = ${revision} returning 1`.execute(db);
  return rows.length > 0;
}

/** Keeps what was made, and only the newest few of a report. */
export async function addIssue(
  db: Db,
  issue: { readonly id: string; readonly reportId: string; readonly at: string; readonly content: Buffer },
  kept: number,
): Promise<void> {
  const { id, reportId, at, content } = issue;
  await db.insertInto('report_issue').values({ id, report_id: reportId, at, content }).execute();
  await sql`delete from report_issue where report_id = ${reportId} and id not in (
    select id from report_issue where report_id = ${reportId} order by at desc, id desc limit ${kept})`.execute(db);
}
