import type { Actor } from '../../../platform/http/actor.ts';
import { RefusalError } from '../../kernel/index.ts';
import { noChange } from '../domain/draft/change.ts';
import { equalJson } from '../domain/equal.ts';
import { ancestorsOf, checkParents, type Parent } from '../domain/parents.ts';
import {
  insertStep,
  lockParents,
  type PlanDb,
  readLinks,
  readParents,
  readPlanRow,
  replaceParents,
  takeRevision,
  writing,
} from '../store.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { loadPlan } from './load.ts';
import { refreshFindings } from './refresh-findings.ts';

export interface SetParents {
  readonly planId: string;
  readonly revision: number;
  /** One of ours by id, or one that is only cited. */
  readonly parents: readonly ({ readonly planId: string } | { readonly title: string; readonly docNumber?: string })[];
}

/**
 * Names the plans that this one answers to, in order, and checks its draft against them. Refuses unknown plans, the
 * plan itself and circles.
 */
export async function setParents(actor: Actor, given: SetParents, deps: PlanDeps): Promise<void> {
  const { planId, revision } = given;
  const plan = await loadPlan(deps.db, planId);
  await expectRevision(deps.db, planId, revision, plan.revision);
  const sign = { by: actor, at: deps.clock.now() };
  await writing(deps.db, async (db) => {
    await lockParents(db);
    const before = await readParents(db, planId);
    const after = await allowedParents(db, planId, given.parents);
    if (equalJson(before, after)) return;
    if (!(await takeRevision(db, planId, revision, sign.at, {}))) throw await conflict(db, planId, revision);
    await replaceParents(db, planId, after);
    const change = { ...noChange, parents: { before, after } };
    const step = { action: 'set-parents', target: null, edition: null, change } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
  });
  await refreshFindings(planId, deps);
}

async function allowedParents(db: PlanDb, planId: string, given: SetParents['parents']): Promise<readonly Parent[]> {
  const wanted: Parent[] = [];
  for (const parent of given) wanted.push(await named(db, parent));
  const ids = wanted.flatMap((parent) => parent.planId ?? []);
  const allowed = checkParents(planId, wanted, ancestorsOf(ids, await readLinks(db)));
  if (!allowed.ok) throw new RefusalError(...allowed.refusals);
  return allowed.value;
}

async function named(db: PlanDb, parent: SetParents['parents'][number]): Promise<Parent> {
  if ('title' in parent) return { planId: null, title: parent.title, docNumber: parent.docNumber ?? null };
  const row = await readPlanRow(db, parent.planId);
  if (row === undefined) throw new RefusalError({ code: 'parent-unknown', field: 'parents', given: parent.planId });
  return { planId: row.id, title: row.title ?? row.fileName, docNumber: row.docNumber };
}
