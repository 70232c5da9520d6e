import type { Finding } from './lint/model.ts';
import type { Dismissal, PlanFinding } from './model.ts';

/**
 * Gives each finding an id that stays while its rule and place stay, so that a reviewer's word about it does too:
 * `sum-of-column@120-140`, and `…~2` for a second one of the same rule at the same place.
 */
export function withIds(findings: readonly Finding[]): (Finding & { readonly id: string })[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const id = `${finding.rule}@${finding.start}-${finding.end}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...finding, id: times === 1 ? id : `${id}~${times}` };
  });
}

/** The findings with what reviewers said about them. */
export function withDismissals(
  findings: readonly (Finding & { readonly id: string })[],
  dismissals: readonly Dismissal[],
): PlanFinding[] {
  const said = new Map(dismissals.map((dismissal) => [dismissal.findingId, dismissal]));
  return findings.map((finding) => ({ ...finding, dismissed: said.get(finding.id) ?? null }));
}

/** Findings that stop a publication unless somebody takes it upon himself: errors that nobody has dismissed. */
export const openErrors = (findings: readonly PlanFinding[]): PlanFinding[] =>
  findings.filter((finding) => finding.severity === 'error' && finding.dismissed === null);
