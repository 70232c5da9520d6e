import { type Actor, permit } from '../../access/index.ts';
import type { SourceText } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { diffVersions, type VersionDiff } from '../domain/diff/diff.ts';
import type { Parent } from '../domain/parents.ts';
import {
  type EditionRow,
  type HistoryStep,
  type ListedPlan,
  listEditions,
  listPlans,
  type PlanRow,
  type PlanSearch,
  readChildren,
  readHistory,
  reading,
  readParents,
  readPlanRow,
  readSourceText,
  readSteps,
  readVersion,
  type StoredVersion,
} from '../store.ts';
import type { PlanDeps } from './deps.ts';
import { loadDraft, loadEdition, loadPlan, type Sight, seesWhole } from './load.ts';

/** A plan with its editions, its draft and the plans above and below it, without their contents. */
export interface PlanDetail {
  readonly plan: PlanRow;
  readonly draft: { readonly basedOn: number | null } | null;
  readonly editions: readonly EditionRow[];
  readonly parents: readonly Parent[];
  readonly children: readonly Parent[];
  /** How much of it the actor sees. */
  readonly sight: Sight;
}

/** Refuses a plan that the actor may not see; of one that is only published for him he sees the editions. */
export function readPlanDetail(actor: Actor, planId: string, deps: Pick<PlanDeps, 'db'>): Promise<PlanDetail> {
  permit(actor, 'plan.read');
  return reading(deps.db, async (db) => {
    const whole = seesWhole(actor, await loadPlan(db, actor, planId, 'published'));
    const plan = await readPlanRow(db, planId, actor.reach);
    if (plan === undefined) throw new RefusalError({ code: 'plan-unknown', field: 'planId', given: planId });
    const draft = whole ? await readVersion(db, planId, 'draft') : undefined;
    const children: Parent[] = [];
    for (const id of await readChildren(db, planId)) {
      const row = await readPlanRow(db, id, actor.reach);
      if (row !== undefined) children.push({ planId: id, title: row.title ?? row.fileName, docNumber: row.docNumber });
    }
    const open = draft === undefined ? null : { basedOn: draft.basedOn };
    return {
      plan,
      draft: open,
      editions: await listEditions(db, planId),
      parents: await readParents(db, planId),
      children,
      sight: whole ? 'whole' : 'published',
    };
  });
}

/** The open draft in full. */
export interface FullDraft {
  readonly draft: StoredVersion;
  readonly text: SourceText;
  readonly revision: number;
  readonly steps: Awaited<ReturnType<typeof readSteps>>;
}

export function readDraft(actor: Actor, planId: string, deps: PlanDeps): Promise<FullDraft> {
  permit(actor, 'plan.read');
  return reading(deps.db, async (db) => {
    const { revision } = await loadPlan(db, actor, planId);
    const draft = await loadDraft(db, planId);
    return { draft, text: await readSourceText(db, draft.source.id), revision, steps: await readSteps(db, planId) };
  });
}

/** An edition in full. */
export function readEdition(
  actor: Actor,
  planId: string,
  number: number,
  deps: Pick<PlanDeps, 'db'>,
): Promise<{ edition: StoredVersion; text: SourceText }> {
  permit(actor, 'plan.read');
  return reading(deps.db, async (db) => {
    await loadPlan(db, actor, planId, 'published');
    const edition = await loadEdition(db, planId, number);
    return { edition, text: await readSourceText(db, edition.source.id) };
  });
}

/** What changed from one edition to another, or to the draft. */
export function diffEditions(
  actor: Actor,
  planId: string,
  from: number,
  to: number | 'draft',
  deps: PlanDeps,
): Promise<VersionDiff> {
  permit(actor, 'plan.read');
  return reading(deps.db, async (db) => {
    await loadPlan(db, actor, planId, to === 'draft' ? 'whole' : 'published');
    const old = await loadEdition(db, planId, from);
    const next = to === 'draft' ? await loadDraft(db, planId) : await loadEdition(db, planId, to);
    return diffVersions(old.state, next.state);
  });
}

/** One page of the plans that the actor may see, the latest changed first, and how many there are. */
export function findPlans(
  actor: Actor,
  { page, pageSize, ...search }: PlanSearch & { readonly page: number; readonly pageSize: number },
  deps: PlanDeps,
): Promise<{ total: number; capped: boolean; plans: ListedPlan[] }> {
  permit(actor, 'plan.read');
  return listPlans(deps.db, search, actor.reach, pageSize, (page - 1) * pageSize);
}

/** What happened to a plan after a revision, the latest first; at most `limit` steps (100). */
export async function readPlanHistory(
  actor: Actor,
  planId: string,
  { after = 0, limit = 100 }: { readonly after?: number | undefined; readonly limit?: number | undefined },
  deps: PlanDeps,
): Promise<{ total: number; steps: HistoryStep[] }> {
  permit(actor, 'plan.read');
  await loadPlan(deps.db, actor, planId);
  return readHistory(deps.db, planId, after, limit);
}
