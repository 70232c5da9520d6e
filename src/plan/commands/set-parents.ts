import { type Actor, permit, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
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
} from '../store.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { loadPlan } from './load.ts';
import { planNote } from './note.ts';
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
  permit(actor, 'plan.draft');
  const { planId, revision } = given;
  const plan = await loadPlan(deps.db, actor, planId);
  await expectRevision(deps.db, planId, revision, plan.revision);
  const sign = signatureOf(actor, deps.clock.now());
  const before = await readParents(deps.db, planId);
  const wanted = await parentsNamed(deps.db, actor, given.parents);
  if (equalJson(before, wanted)) return;
  await recording(deps, actor, async (db, note) => {
    await lockParents(db);
    const after = await allowed(db, planId, wanted);
    if (!(await takeRevision(db, planId, revision, sign.at, {}))) throw await conflict(db, planId, revision);
    await replaceParents(db, planId, after);
    const change = { ...noChange, parents: { before, after } };
    const step = { action: 'set-parents', target: null, edition: null, change } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
    note(planNote(plan, 'set-parents', [{ field: 'parents', before: titles(before), after: titles(after) }]));
  });
  await refreshFindings(planId, deps);
}

const titles = (parents: readonly Parent[]): string => parents.map(({ title }) => title).join('、');

async function allowed(db: PlanDb, planId: string, wanted: readonly Parent[]): Promise<readonly Parent[]> {
  const ids = wanted.flatMap((parent) => parent.planId ?? []);
  const checked = checkParents(planId, wanted, ancestorsOf(ids, await readLinks(db)));
  if (!checked.ok) throw new RefusalError(...checked.refusals);
  return checked.value;
}

async function parentsNamed(db: PlanDb, actor: Actor, given: SetParents['parents']): Promise<Parent[]> {
  const wanted: Parent[] = [];
  for (const parent of given) wanted.push(await named(db, actor, parent));
  return wanted;
}

/** A plan may answer to any that its editor may read. */
async function named(db: PlanDb, actor: Actor, parent: SetParents['parents'][number]): Promise<Parent> {
  if ('title' in parent) return { planId: null, title: parent.title, docNumber: parent.docNumber ?? null };
  const row = await readPlanRow(db, parent.planId, actor.reach);
  if (row === undefined) throw new RefusalError({ code: 'parent-unknown', field: 'parents', given: parent.planId });
  return { planId: row.id, title: row.title ?? row.fileName, docNumber: row.docNumber };
}
