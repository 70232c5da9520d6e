import { type Actor, permit } from '../../access/index.ts';
import { ok, refuse } from '../../kernel/index.ts';
import { inverse } from '../domain/draft/change.ts';
import { undoSteps } from '../domain/draft/undo.ts';
import { readStep, readSteps } from '../store.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

type Given = { readonly planId: string; readonly revision: number };

/** Takes the last change of the draft back. Refuses when there is nothing to take back. */
export function undoChange(actor: Actor, given: Given, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.review', 'plan.draft');
  return step(actor, given, 'undo', deps);
}

/** Makes the change again that was taken back last. Refuses when there is none, or a new change came after it. */
export function redoChange(actor: Actor, given: Given, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.review', 'plan.draft');
  return step(actor, given, 'redo', deps);
}

/** What a reviewer may do, he may also take back; the rest is the drafters'. */
const reviewing: ReadonlySet<string> = new Set(['review-items', 'dismiss-finding', 'reopen-finding']);

function step(actor: Actor, given: Given, action: 'undo' | 'redo', deps: PlanDeps): Promise<DraftChanged> {
  return changeDraft(
    actor,
    given,
    async ({ db }) => {
      const target = undoSteps(await readSteps(db, given.planId))[action];
      const made = target === null ? undefined : await readStep(db, given.planId, target.revision);
      if (made === undefined) return refuse({ code: `nothing-to-${action}` });
      permit(actor, reviewing.has(made.action) ? 'plan.review' : 'plan.draft');
      const change = action === 'undo' ? inverse(made.change) : made.change;
      return ok({ action, change, target: made.revision });
    },
    deps,
  );
}
