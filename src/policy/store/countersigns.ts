import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { AuditTables } from '../../audit/index.ts';

interface CountersignTable {
  id: string;
  policy_id: string;
  clause_id: string;
  pack_hash: string;
  sentence: string;
  post_id: string;
  post_title: string;
  unit_id: string;
  unit_name: string;
  region_id: string;
  by_id: string;
  by_name: string;
  at: string;
  withdrawn_at: string | null;
  withdrawn_by_id: string | null;
  withdrawn_by_name: string | null;
}
export interface CountersignTables extends AuditTables {
  policy_countersign: CountersignTable;
}
type Db = Kysely<CountersignTables>;

/** A unit's word for a clause as it read. */
export interface StoredCountersign {
  readonly id: string;
  readonly policyId: string;
  readonly clauseId: string;
  readonly hash: string;
  readonly sentence: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  readonly byId: string;
  readonly byName: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

const columns = [
  'id',
  'policy_id as policyId',
  'clause_id as clauseId',
  'pack_hash as hash',
  'sentence',
  'post_id as postId',
  'post_title as postTitle',
  'unit_id as unitId',
  'unit_name as unitName',
  'region_id as regionId',
  'by_id as byId',
  'by_name as byName',
  'at',
  'withdrawn_at as withdrawnAt',
] as const;

/** Everything about one clause that the asker may see, the latest first; at most 200. */
export const readCountersigns = (db: Db, policyId: string, clauseId: string): Promise<StoredCountersign[]> =>
  db
    .selectFrom('policy_countersign')
    .select(columns)
    .where('policy_id', '=', policyId)
    .where('clause_id', '=', clauseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();

/** How many units stand by each clause of contents that are loaded now, by `policy/clause`. */
export async function countCountersigns(db: Db, hashes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('policy_countersign')
    .select(['policy_id', 'clause_id', sql<number>`count(*)::int`.as('units')])
    .where('withdrawn_at', 'is', null)
    .where('pack_hash', 'in', [...hashes, ''])
    .groupBy(['policy_id', 'clause_id'])
    .execute();
  return new Map(rows.map(({ policy_id, clause_id, units }) => [`${policy_id}/${clause_id}`, units]));
}

/** False when the unit stands by this content of the clause already. */
export async function insertCountersign(db: Db, row: StoredCountersign): Promise<boolean> {
  const done = await db
    .insertInto('policy_countersign')
    .values({
      ...{ id: row.id, policy_id: row.policyId, clause_id: row.clauseId, pack_hash: row.hash, sentence: row.sentence },
      ...{ post_id: row.postId, post_title: row.postTitle, unit_id: row.unitId, unit_name: row.unitName },
      ...{ region_id: row.regionId, by_id: row.byId, by_name: row.byName, at: row.at },
      ...{ withdrawn_at: null, withdrawn_by_id: null, withdrawn_by_name: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes back what a post stands by; false when there is nothing. */
export async function withdrawCountersign(
  db: Db,
  which: { readonly policyId: string; readonly clauseId: string; readonly hash: string; readonly postId: string },
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<boolean> {
  const done = await db
    .updateTable('policy_countersign')
    .set({ withdrawn_at: at, withdrawn_by_id: by.id, withdrawn_by_name: by.name })
    .where('policy_id', '=', which.policyId)
    .where('clause_id', '=', which.clauseId)
    .where('pack_hash', '=', which.hash)
    .where('post_id', '=', which.postId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
