import type { ItemKind, PlanCounts, PlanFinding, PlanItem } from './model.ts';

/** Counts a version for lists: items without the rejected ones, findings without the dismissed ones. */
export function countsOf(items: readonly PlanItem[], findings: readonly PlanFinding[]): PlanCounts {
  const kept = items.filter((item) => item.review !== 'rejected');
  const open = findings.filter((finding) => finding.dismissed === null);
  const ofKind = (kind: ItemKind) => kept.filter((item) => item.kind === kind).length;
  const ofSeverity = (severity: PlanFinding['severity']) => open.filter((one) => one.severity === severity).length;
  return {
    indicators: ofKind('indicator'),
    tasks: ofKind('task'),
    clauses: ofKind('clause'),
    tables: ofKind('table'),
    unreviewed: kept.filter((item) => item.review === 'unreviewed').length,
    rejected: items.length - kept.length,
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    notices: ofSeverity('notice'),
    dismissed: findings.length - open.length,
  };
}
