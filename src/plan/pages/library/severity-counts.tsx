import type { PlanCounts } from '../../domain/model.ts';
import { SeverityBadge } from '../wording/severity.tsx';

/** Open findings by severity, each with its sign; nothing to see is said in words. */
export function SeverityCounts({ counts }: { readonly counts: PlanCounts }) {
  const shown = [
    ['error', counts.errors],
    ['warning', counts.warnings],
    ['notice', counts.notices],
  ] as const;
  const found = shown.filter(([, count]) => count > 0);
  if (found.length === 0) return <span className="severity-none">没有发现</span>;
  return (
    <span className="severity-counts">
      {found.map(([severity, count]) => (
        <SeverityBadge key={severity} severity={severity} show={count} />
      ))}
    </span>
  );
}
