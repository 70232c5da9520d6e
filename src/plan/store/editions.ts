import type { Kysely } from '../../../platform/db/index.ts';
import type { PlanCounts } from '../domain/model.ts';
import { countsOfRow } from './rows.ts';
import type { PlanTables } from './tables.ts';

/** An edition without its contents. */
export interface EditionRow {
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: { readonly id: string; readonly name: string };
  readonly hash: string;
  readonly note: string | null;
  readonly acknowledged: string | null;
  readonly fileName: string;
  readonly counts: PlanCounts;
}

/** The editions of a plan, the latest first. */
export async function listEditions(db: Kysely<PlanTables>, planId: string): Promise<EditionRow[]> {
  const rows = await db
    .selectFrom('plan_version')
    .innerJoin('source_file', 'source_file.id', 'plan_version.source_id')
    .where('plan_id', '=', planId)
    .where('number', 'is not', null)
    .selectAll('plan_version')
    .select('source_file.file_name')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number!,
    publishedAt: row.published_at!,
    publishedBy: { id: row.published_by_id!, name: row.published_by_name! },
    hash: row.hash!,
    note: row.note,
    acknowledged: row.acknowledged,
    fileName: row.file_name,
    counts: countsOfRow(row),
  }));
}
