import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { TargetJson } from '../../contract.ts';
import { answerObjectionRow, insertObjection, readObjections } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { aboutOf } from './adjust.ts';
import { answersFor, holdTarget, mustAnswerFor } from './find.ts';
import { noteOf } from './hand-down.ts';
import { readTarget } from './read-target.ts';
import { askAnswer, tellAnswered } from './tell.ts';

/**
 * Those who got a target say what they have against it; those who handed it down have it to answer. Refuses a target that
 * nobody handed down, whoever handed it down himself, and a second objection while one waits.
 */
export async function objectToTarget(
  actor: Actor,
  targetId: string,
  reason: string,
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, targetId, db);
    if (stored.parentId === null || (await answersFor(actor, stored, db)))
      throw new RefusalError({ code: 'target-own', field: 'targetId', given: targetId });
    const objection = {
      id: deps.newId(),
      targetId,
      reason,
      at: deps.clock.now(),
      by: { id: actor.id, name: actor.name },
    };
    if (!(await insertObjection(db, objection)))
      throw new RefusalError({ code: 'target-objection-waits', field: 'targetId', given: targetId });
    await askAnswer(db, deps, actor, await aboutOf(db, stored), objection);
    noteOf(note, 'target.object', stored, [], reason);
  });
  return readTarget(actor, targetId, deps);
}

/** Answers an objection. Refuses whoever does not answer for the target, and one that is answered already. */
export async function answerObjection(
  actor: Actor,
  which: { readonly targetId: string; readonly id: string },
  answer: string,
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, which.targetId, db);
    await mustAnswerFor(actor, stored, db);
    const open = (await readObjections(db, which.targetId)).find(({ id }) => id === which.id);
    const answered = { answer, by: { id: actor.id, name: actor.name }, at: deps.clock.now() };
    if (open === undefined || !(await answerObjectionRow(db, which, answered)))
      throw new RefusalError({ code: 'target-nothing-asked', field: 'id', given: which.id });
    await tellAnswered(db, deps, actor, stored, { id: which.id, answer, by: open.by.id });
    noteOf(note, 'target.answer', stored, [], answer);
  });
  return readTarget(actor, which.targetId, deps);
}
