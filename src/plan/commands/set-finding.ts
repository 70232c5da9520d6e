import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { dismissFinding, reopenFinding } from '../domain/draft/dismiss-finding.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

export interface SetFinding {
  readonly planId: string;
  readonly revision: number;
  readonly findingId: string;
  readonly state: 'open' | 'dismissed';
  readonly reason?: string | undefined;
}

/** Notes that a finding needs no correction, and why; or takes the note back. */
export function setFinding(actor: Actor, given: SetFinding, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.review');
  const { findingId, state, reason } = given;
  return changeDraft(
    actor,
    given,
    ({ draft, findings, sign }) => {
      const dismissing = state === 'dismissed';
      const change = dismissing
        ? dismissFinding(findings, findingId, reason, sign)
        : reopenFinding(draft.state, findingId);
      const action = dismissing ? 'dismiss-finding' : 'reopen-finding';
      return change.ok ? ok({ action, change: change.value }) : change;
    },
    deps,
  );
}
