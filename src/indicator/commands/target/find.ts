import type { Actor } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { type IndicatorDb, lockTarget, readTargetsById, type StoredTarget } from '../../store.ts';
import { reaches, sees } from './reached.ts';

const unknown = (targetId: string): RefusalError =>
  new RefusalError({ code: 'target-unknown', field: 'targetId', given: targetId });

/** A target; refused, as if there were none, when it is neither in reach nor set for the actor's own region or above. */
export async function findTarget(actor: Actor, targetId: string, db: IndicatorDb): Promise<StoredTarget> {
  const [stored] = await readTargetsById(db, [targetId]);
  if (stored === undefined || !sees(actor, stored.target.place, stored.enterpriseId)) throw unknown(targetId);
  return stored;
}

/** A target to be changed, held until the transaction ends; refused when it is not in force any more. */
export async function holdTarget(actor: Actor, targetId: string, db: IndicatorDb): Promise<StoredTarget> {
  const seen = await findTarget(actor, targetId, db);
  if (!reaches(actor, seen.target.place))
    throw new RefusalError({ code: 'target-out-of-reach', field: 'targetId', given: targetId });
  const stored = await lockTarget(db, targetId);
  if (stored === undefined) throw unknown(targetId);
  if (stored.endedOn !== null)
    throw new RefusalError({ code: 'target-ended', field: 'targetId', given: stored.endedOn });
  return stored;
}

/**
 * Whether the actor answers for a target: he has all of the place that it was handed down from, or, of what a plan sets at
 * the top, its own. A place does not change what was set for it from above.
 */
export async function answersFor(actor: Actor, stored: StoredTarget, db: IndicatorDb): Promise<boolean> {
  if (stored.parentId === null) return reaches(actor, stored.target.place);
  const [parent] = await readTargetsById(db, [stored.parentId]);
  return parent !== undefined && reaches(actor, parent.target.place);
}

/** The same, refused (`target-from-above`) when he does not. */
export async function mustAnswerFor(actor: Actor, stored: StoredTarget, db: IndicatorDb): Promise<void> {
  if (!(await answersFor(actor, stored, db)))
    throw new RefusalError({ code: 'target-from-above', field: 'targetId', given: stored.target.id });
}
