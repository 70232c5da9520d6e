import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { loadPlanServer, type PlanDb } from '../../../plan/index.ts';
import type { TargetJson } from '../../contract.ts';
import { valueOn } from '../../domain/decompose/adjust.ts';
import type { Definition } from '../../domain/definition.ts';
import {
  type IndicatorDb,
  readAdjustments,
  readDefinitions,
  readHandingDraft,
  readNames,
  readObjections,
  readReplacement,
  readTargetsById,
  type StoredAdjustment,
  type StoredTarget,
} from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { answersFor, findTarget } from './find.ts';
import { namedPlace, subjectName } from './naming.ts';
import { reaches } from './reached.ts';
import { readTree } from './tree.ts';

/**
 * One target with the sentence that it comes from, what became of it, and the tree below it. The tree is for those who have
 * all of its place in reach; others see the target alone.
 */
export async function readTarget(actor: Actor, targetId: string, deps: IndicatorDeps): Promise<TargetJson> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  const day = today(deps);
  const stored = await findTarget(actor, targetId, db);
  const { target, ledger, source } = stored;
  const catalogue = new Map((await readDefinitions(db)).map(({ definition }) => [definition.id, definition]));
  const definition = catalogue.get(target.indicatorId);
  const [parent] = stored.parentId === null ? [] : await readTargetsById(db, [stored.parentId]);
  const names = await readNames(db, [target.place, ...(parent === undefined ? [] : [parent.target.place])]);
  const isWhole = reaches(actor, target.place);
  const draft = isWhole ? await readHandingDraft(db, targetId) : undefined;
  const tree = isWhole ? await readTree(db, stored, draft, catalogue, day) : null;
  const adjustments = await readAdjustments(db, targetId);
  const objections = await readObjections(db, targetId);
  const value = valueOn(ledger, day < ledger.first.on ? ledger.first.on : day) ?? ledger.first.value;
  return {
    ...{ id: target.id, revision: stored.revision, ...measured(target.mode, target.indicatorId, definition) },
    ...{ op: target.op, period: target.period, place: namedPlace(target.place, names) },
    enterprise: stored.enterpriseId === '' ? null : stored.enterpriseName || stored.enterpriseId,
    ...{
      value: Number(value),
      value2: figure(target.value2),
      first: Number(ledger.first.value),
      setOn: ledger.first.on,
    },
    base: target.base === null ? null : { ...target.base, value: figure(target.base.value) },
    from: target.from,
    source: { ...source, plan: await planTitle(actor, source.planId, source.edition, db) },
    origin: stored.handed ? 'handed' : 'plan',
    parent:
      parent === undefined
        ? null
        : { id: parent.target.id, name: subjectName(parent.target, definition, names, parent.enterpriseName) },
    ...{ endedOn: stored.endedOn, replacedBy: await readReplacement(db, targetId), replaces: stored.replacesId },
    ...{ by: stored.by, createdAt: stored.createdAt },
    adjustments: adjustments.map(({ targetId: _, ...each }) => ({
      ...each,
      before: Number(each.before),
      value: Number(each.value),
    })),
    objections,
    overshoot: draft?.overshoot ?? stored.overshoot,
    draftRevision: draft?.revision ?? 0,
    lastPeriod: tree?.past.period ?? null,
    top: tree?.top ?? null,
    converted: tree !== null && tree.past.nature !== 'sum',
    parts: tree === null ? [] : [...tree.parts],
    can: await deeds(actor, stored, { adjustments, waits: objections.some(({ answer }) => answer === null) }, db),
  };
}

const figure = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** What the figures of a target are of: the indicator, or the percent of its growth. */
export const measured = (mode: TargetJson['mode'], indicatorId: string, definition: Definition | undefined) => ({
  ...{ indicatorId, indicator: definition?.name ?? indicatorId, mode },
  unit: mode === 'growth' ? '%' : (definition?.unit ?? ''),
  decimals: mode === 'growth' ? 4 : (definition?.decimals ?? 0),
});

/** The title of the plan where the actor may read the edition. */
async function planTitle(actor: Actor, planId: string, edition: number, db: IndicatorDb): Promise<string | null> {
  if (!actor.permissions.has('plan.read')) return null;
  const { readEdition } = await loadPlanServer();
  try {
    const { edition: read } = await readEdition(actor, planId, edition, { db: db as unknown as PlanDb });
    return read.state.head.title ?? planId;
  } catch (cause) {
    if (cause instanceof RefusalError) return null;
    throw cause;
  }
}

/** What the actor may do with it now. */
async function deeds(
  actor: Actor,
  stored: StoredTarget,
  { adjustments, waits }: { readonly adjustments: readonly StoredAdjustment[]; readonly waits: boolean },
  db: IndicatorDb,
): Promise<TargetJson['can']> {
  if (!actor.permissions.has('indicator.target') || stored.endedOn !== null) return [];
  if (!reaches(actor, stored.target.place)) return [];
  const answers = await answersFor(actor, stored, db);
  const asked = adjustments.find(({ state }) => state === 'asked');
  const can: TargetJson['can'] = stored.enterpriseId === '' ? ['handDown'] : [];
  if (answers && asked === undefined) can.push('adjust');
  if (answers && asked !== undefined && asked.askedBy.id !== actor.id) can.push('approve');
  if (stored.parentId !== null && !answers && !waits) can.push('object');
  if (answers && waits) can.push('answer');
  return can;
}
