import type { Actor } from '../../../platform/http/actor.ts';
import { ok, refuse } from '../../kernel/index.ts';
import { inverse } from '../domain/draft/change.ts';
import { undoSteps } from '../domain/draft/undo.ts';
import { readStep, readSteps } from '../store.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

type Given = { readonly planId: string; readonly revision: number };

/** Takes the last change of the draft back. Refuses when there is nothing to take back. */
export const undoChange = (actor: Actor, given: Given, deps: PlanDeps): Promise<DraftChanged> =>
  step(actor, given, 'undo', deps);

/** Makes the change again that was taken back last. Refuses when there is none, or a new change came after it. */
export const redoChange = (actor: Actor, given: Given, deps: PlanDeps): Promise<DraftChanged> =>
  step(actor, given, 'redo', deps);

function step(actor: Actor, given: Given, action: 'undo' | 'redo', deps: PlanDeps): Promise<DraftChanged> {
  return changeDraft(
    actor,
    given,
    async ({ db }) => {
      const target = undoSteps(await readSteps(db, given.planId))[action];
      const made = target === null ? undefined : await readStep(db, given.planId, target.revision);
      if (made === undefined) return refuse({ code: `nothing-to-${action}` });
      const change = action === 'undo' ? inverse(made.change) : made.change;
      return ok({ action, change, target: made.revision });
    },
    deps,
  );
}
