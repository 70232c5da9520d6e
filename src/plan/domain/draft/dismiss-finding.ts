import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { DraftState, PlanFinding, Signature } from '../model.ts';
import { type Change, noChange } from './change.ts';

/**
 * Notes that a finding needs no correction, and why. Refuses a finding that the draft does not have and a missing
 * reason; a finding dismissed already gets the new reason.
 */
export function dismissFinding(
  findings: readonly PlanFinding[],
  findingId: string,
  reason: string | undefined,
  sign: Signature,
): Result<Change> {
  const finding = findings.find((candidate) => candidate.id === findingId);
  if (finding === undefined) return refuse({ code: 'finding-unknown', field: 'findingId', given: findingId });
  if (reason === undefined || reason.trim() === '') return refuse({ code: 'reason-missing', field: 'reason' });
  const after = { ...sign, findingId, reason: reason.trim() };
  return ok({ ...noChange, dismissals: [{ before: finding.dismissed, after }] });
}

/** Takes such a note back. Refuses when there is none. */
export function reopenFinding(draft: DraftState, findingId: string): Result<Change> {
  const before = draft.dismissals.find((dismissal) => dismissal.findingId === findingId);
  if (before === undefined) return refuse({ code: 'finding-unknown', field: 'findingId', given: findingId });
  return ok({ ...noChange, dismissals: [{ before, after: null }] });
}
