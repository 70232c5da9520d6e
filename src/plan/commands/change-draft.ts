import { type Actor, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError, type Result } from '../../kernel/index.ts';
import { countsOf } from '../domain/counts.ts';
import { applyChange, type Change, changesWhatIsSaid, isEmpty } from '../domain/draft/change.ts';
import type { Page } from '../domain/draft/place.ts';
import { withDismissals } from '../domain/findings.ts';
import type { PlanFinding, Signature } from '../domain/model.ts';
import {
  type HistoryAction,
  insertStep,
  type PlanDb,
  reading,
  readSteps,
  replaceFindings,
  type StoredVersion,
  saveChange,
  takeRevision,
} from '../store.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { documentsAbove, lintVersion } from './lint.ts';
import { loadDraft, loadPlan, loadText, pageOf } from './load.ts';
import { planNote, whatChanged } from './note.ts';

/** What a verb may look at when it decides. */
export interface Situation {
  readonly db: PlanDb;
  readonly draft: StoredVersion;
  readonly page: Page;
  readonly findings: readonly PlanFinding[];
  /** Number that a new item would get. */
  readonly nextItem: number;
  readonly sign: Signature;
}

/** What a verb decided. */
export interface Decision {
  readonly action: HistoryAction;
  readonly change: Change;
  /** The step that an undo or redo is about. */
  readonly target?: number;
  /** How many item numbers the change uses up. */
  readonly numbersUsed?: number;
}

export interface DraftChanged {
  readonly draft: StoredVersion;
  readonly findings: readonly PlanFinding[];
  readonly revision: number;
  readonly change: Change;
  readonly steps: Awaited<ReturnType<typeof readSteps>>;
}

/**
 * The one way a draft is changed: load at the revision the person saw, decide purely, check anew what is said now, save
 * all of it with its history or nothing. Refuses an unknown plan, a plan without draft, and a revision that is no longer
 * the latest (with what happened since). A decision that changes nothing saves nothing.
 */
export async function changeDraft(
  actor: Actor,
  given: { readonly planId: string; readonly revision: number },
  decide: (situation: Situation) => Promise<Result<Decision>> | Result<Decision>,
  deps: PlanDeps,
): Promise<DraftChanged> {
  const { planId, revision } = given;
  const { plan, draft, text, parents } = await reading(deps.db, async (db) => {
    const found = await loadPlan(db, actor, planId);
    await expectRevision(db, planId, revision, found.revision);
    const open = await loadDraft(db, planId);
    return { plan: found, draft: open, text: await loadText(db, open), parents: await documentsAbove(db, planId) };
  });
  const sign: Signature = signatureOf(actor, deps.clock.now());
  const before = withDismissals(draft.findings, draft.state.dismissals);
  const situation = { db: deps.db, draft, page: pageOf(draft, text), findings: before, nextItem: plan.nextItem, sign };
  const decided = await decide(situation);
  if (!decided.ok) throw new RefusalError(...decided.refusals);
  const { action, change, target, numbersUsed } = decided.value;
  if (isEmpty(change)) return { draft, findings: before, revision, change, steps: await readSteps(deps.db, planId) };

  const next = { ...draft, state: applyChange(draft.state, change) };
  const findings = changesWhatIsSaid(change)
    ? await lintVersion(deps, next, text, parents)
    : withDismissals(draft.findings, next.state.dismissals);
  const counts = countsOf(next.state.items, findings);
  await recording(deps, actor, async (db, note) => {
    const update = numbersUsed === undefined ? {} : { nextItem: plan.nextItem + numbersUsed };
    if (!(await takeRevision(db, planId, revision, sign.at, update))) throw await conflict(db, planId, revision);
    await saveChange(db, draft.id, change);
    await replaceFindings(db, draft.id, withoutDismissals(findings), counts);
    const step = { ...sign, revision: revision + 1, action, target: target ?? null, edition: null, change };
    await insertStep(db, planId, step);
    note(planNote(plan, action, whatChanged(change)));
  });
  const steps = await readSteps(deps.db, planId);
  return { draft: { ...next, counts }, findings, revision: revision + 1, change, steps };
}

/** Findings are stored without what people said about them; that is stored beside. */
export const withoutDismissals = (findings: readonly PlanFinding[]) =>
  findings.map(({ dismissed: _dismissed, ...finding }) => finding);
