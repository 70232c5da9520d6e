import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;
interface Person {
  readonly id: string;
  readonly name: string;
}

/** An adjustment from asking to decision. */
export interface StoredAdjustment {
  readonly id: string;
  readonly targetId: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly holdsOn: string;
  readonly before: bigint;
  readonly value: bigint;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: Person;
  readonly decidedAt: string | null;
  readonly decidedBy: Person | null;
  readonly decision: string | null;
}

/** All adjustments of a target, the oldest first. */
export async function readAdjustments(db: Db, targetId: string): Promise<StoredAdjustment[]> {
  const rows = await db
    .selectFrom('target_adjustment')
    .selectAll()
    .where('target_id', '=', targetId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, targetId, state: row.state, holdsOn: row.holds_on, reason: row.reason, decision: row.decision },
    ...{ before: BigInt(row.before), value: BigInt(row.value), askedAt: row.asked_at, decidedAt: row.decided_at },
    askedBy: { id: row.asked_by_id, name: row.asked_by_name },
    decidedBy:
      row.decided_by_id === null ? null : { id: row.decided_by_id, name: row.decided_by_name ?? row.decided_by_id },
  }));
}

/** False when another adjustment of it waits already. */
export async function insertAdjustment(
  db: Db,
  asked: Pick<StoredAdjustment, 'id' | 'targetId' | 'holdsOn' | 'before' | 'value' | 'reason' | 'askedAt' | 'askedBy'>,
): Promise<boolean> {
  const done = await db
    .insertInto('target_adjustment')
    .values({
      ...{ id: asked.id, target_id: asked.targetId, holds_on: asked.holdsOn, reason: asked.reason, state: 'asked' },
      ...{ before: `${asked.before}`, value: `${asked.value}`, asked_at: asked.askedAt },
      ...{ asked_by_id: asked.askedBy.id, asked_by_name: asked.askedBy.name },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it does not wait any more. */
export async function decideAsked(
  db: Db,
  which: { readonly id: string; readonly targetId: string },
  decided: { readonly number: number | null; readonly words: string; readonly by: Person; readonly at: string },
): Promise<boolean> {
  const done = await db
    .updateTable('target_adjustment')
    .set({
      ...{ state: decided.number === null ? 'refused' : 'approved', number: decided.number, decision: decided.words },
      ...{ decided_at: decided.at, decided_by_id: decided.by.id, decided_by_name: decided.by.name },
    })
    .where('id', '=', which.id)
    .where('target_id', '=', which.targetId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** What somebody has against a target, and what was answered. */
export interface StoredObjection {
  readonly id: string;
  readonly reason: string;
  readonly at: string;
  readonly by: Person;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: Person | null;
}

export async function readObjections(db: Db, targetId: string): Promise<StoredObjection[]> {
  const rows = await db
    .selectFrom('target_objection')
    .selectAll()
    .where('target_id', '=', targetId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, reason: row.reason, at: row.at, answer: row.answer, answeredAt: row.answered_at },
    by: { id: row.by_id, name: row.by_name },
    answeredBy:
      row.answered_by_id === null ? null : { id: row.answered_by_id, name: row.answered_by_name ?? row.answered_by_id },
  }));
}

/** False when one waits for an answer already. */
export async function insertObjection(
  db: Db,
  {
    id,
    targetId,
    reason,
    at,
    by,
  }: Pick<StoredObjection, 'id' | 'reason' | 'at' | 'by'> & { readonly targetId: string },
): Promise<boolean> {
  const done = await db
    .insertInto('target_objection')
    .values({
      ...{ id, target_id: targetId, reason, at, by_id: by.id, by_name: by.name },
      ...{ answer: null, answered_at: null, answered_by_id: null, answered_by_name: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it is answered already. */
export async function answerObjectionRow(
  db: Db,
  which: { readonly id: string; readonly targetId: string },
  { answer, by, at }: { readonly answer: string; readonly by: Person; readonly at: string },
): Promise<boolean> {
  const done = await db
    .updateTable('target_objection')
    .set({ answer, answered_at: at, answered_by_id: by.id, answered_by_name: by.name })
    .where('id', '=', which.id)
    .where('target_id', '=', which.targetId)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
