import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Change } from '../draft/change.ts';
import { noChange } from '../draft/change.ts';
import { openErrors } from '../findings.ts';
import type { DraftState, PlanFinding } from '../model.ts';

/**
 * Decides whether a draft may become an edition, and what leaves it then: items that reviewers rejected. Refuses while
 * errors are open, naming each, unless a reason is given for publishing in spite of them; refuses an empty draft and
 * one without title.
 */
export function publishDraft(
  draft: DraftState,
  findings: readonly PlanFinding[],
  acknowledge: string | undefined,
): Result<Change> {
  if (draft.head.title === null) return refuse({ code: 'title-missing', field: 'head.title' });
  const kept = draft.items.filter((item) => item.review !== 'rejected');
  if (kept.length === 0) return refuse({ code: 'nothing-to-publish', field: 'items' });
  const errors = openErrors(findings);
  if (errors.length > 0 && (acknowledge ?? '').trim() === '')
    return refuse({ code: 'errors-open', field: 'acknowledge', given: errors.length, limit: 0 });
  const rejected = draft.items.filter((item) => item.review === 'rejected');
  return ok({ ...noChange, items: rejected.map((before) => ({ before, after: null })) });
}
