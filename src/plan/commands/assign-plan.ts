import { type Actor, covers, type Place, permit, signatureOf } from '../../access/index.ts';
import { changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { noChange } from '../domain/draft/change.ts';
import { insertStep, setPlace, takeRevision, unknownPlaces } from '../store.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { loadPlan } from './load.ts';
import { planNote } from './note.ts';

export interface AssignPlan extends Place {
  readonly planId: string;
  readonly revision: number;
}

/**
 * Gives a plan to another region, unit or chain, and with that to the posts that hold over it. Refuses a place that is
 * not in the registers, and one out of the actor's own reach: he would give away what he could not take back.
 */
export async function assignPlan(actor: Actor, given: AssignPlan, deps: PlanDeps): Promise<void> {
  permit(actor, 'plan.assign');
  const { planId, revision, regionId, unitId, chainId } = given;
  const plan = await loadPlan(deps.db, actor, planId);
  await expectRevision(deps.db, planId, revision, plan.revision);
  const place = { regionId, unitId, chainId };
  const unknown = await unknownPlaces(deps.db, place);
  if (unknown.length > 0)
    throw new RefusalError(...unknown.map((field) => ({ code: 'place-unknown', field, given: place[field] })));
  if (!covers(actor.reach, place))
    throw new RefusalError({ code: 'place-out-of-reach', field: 'regionId', given: regionId });
  const sign = signatureOf(actor, deps.clock.now());
  await recording(deps, actor, async (db, note) => {
    if (!(await takeRevision(db, planId, revision, sign.at, {}))) throw await conflict(db, planId, revision);
    await setPlace(db, planId, place);
    const step = { action: 'assign', target: null, edition: null, change: noChange } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
    note(planNote(plan, 'assign', changesOf(plan.place, place, ['regionId', 'unitId', 'chainId'])));
  });
}
