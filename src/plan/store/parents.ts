import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Parent } from '../domain/parents.ts';
import type { PlanTables } from './tables.ts';

/** The parents of a plan in their order. */
export async function readParents(db: Kysely<PlanTables>, planId: string): Promise<Parent[]> {
  const rows = await db
    .selectFrom('plan_parent')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ planId: row.parent_id, title: row.title, docNumber: row.doc_number }));
}

/** Plans that name this one as a parent. */
export async function readChildren(db: Kysely<PlanTables>, planId: string): Promise<string[]> {
  const rows = await db.selectFrom('plan_parent').select('plan_id').where('parent_id', '=', planId).execute();
  return rows.map((row) => row.plan_id);
}

/** Every link between two plans, those out of the asker's sight too: a circle may run through them. A city has hundreds. */
export async function readLinks(db: Kysely<PlanTables>): Promise<{ child: string; parent: string }[]> {
  const { rows } = await sql<{ child: string; parent: string }>`select child, parent from plan_links()`.execute(db);
  return rows;
}

/** Holds off every other change of parents until the transaction ends, so that two cannot close a circle together. */
export async function lockParents(db: Kysely<PlanTables>): Promise<void> {
  await sql`lock table plan_parent in share row exclusive mode`.execute(db);
}

/** Puts the new parents in the place of the old ones. */
export async function replaceParents(
  db: Kysely<PlanTables>,
  planId: string,
  parents: readonly Parent[],
): Promise<void> {
  await db.deleteFrom('plan_parent').where('plan_id', '=', planId).execute();
  if (parents.length === 0) return;
  const rows = parents.map((parent, position) => ({
    plan_id: planId,
    position,
    parent_id: parent.planId,
    title: parent.title,
    doc_number: parent.docNumber,
  }));
  await db.insertInto('plan_parent').values(rows).execute();
}
