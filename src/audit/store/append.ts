import { type InsertObject, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Head } from '../domain/chain.ts';
import type { AuditEntry } from '../domain/entry.ts';
import type { AuditTables } from './tables.ts';

/** Rows of one statement: each has thirty values, and a statement carries at most 65,535. */
const rowsAtOnce = 500;

/**
 * The end of the chain, kept for this transaction alone until it ends: whoever appends next waits. Ask as late as
 * possible, with all other rows locked already.
 */
export async function takeHead<T extends AuditTables>(db: Kysely<T>): Promise<Head> {
  const { rows } = await sql<Head>`select seq, hash from jw_audit_head_locked()`.execute(db);
  const [head] = rows;
  if (head === undefined) throw new Error('the audit log has no head');
  return head;
}

/** Puts linked entries behind the head that was taken in this transaction; the database moves the head itself. */
export async function insertEntries<T extends AuditTables>(
  given: Kysely<T>,
  entries: readonly AuditEntry[],
): Promise<void> {
  const db = given as unknown as Kysely<AuditTables>;
  for (let at = 0; at < entries.length; at += rowsAtOnce)
    await db
      .insertInto('audit_entry')
      .values(entries.slice(at, at + rowsAtOnce).map(rowOf))
      .execute();
}

const rowOf = (entry: AuditEntry): InsertObject<AuditTables, 'audit_entry'> => ({
  seq: entry.seq,
  v: entry.v,
  at: entry.at,
  actor_id: entry.actorId,
  actor_name: entry.actorName,
  post_id: entry.postId,
  post_title: entry.postTitle,
  post_unit_id: entry.postUnitId,
  post_unit_name: entry.postUnitName,
  role_id: entry.roleId,
  role_name: entry.roleName,
  on_behalf_id: entry.onBehalfId,
  on_behalf_name: entry.onBehalfName,
  address: entry.address,
  session_ref: entry.sessionRef,
  action: entry.action,
  record_kind: entry.recordKind,
  record_id: entry.recordId,
  record_name: entry.recordName,
  region_id: entry.regionId,
  unit_id: entry.unitId,
  chain_id: entry.chainId,
  basis_plan: entry.basisPlan,
  basis_item: entry.basisItem,
  outcome: entry.outcome,
  refusals: entry.refusals,
  changes: entry.changes,
  reason: entry.reason,
  prev_hash: entry.prevHash,
  hash: entry.hash,
});
