import type { Report } from '../model/index.ts';
import type { Cycle } from './cycle.ts';
import { acceptReport } from './run.ts';

/** For which cycle a report counts and whether it is late; null: for none. */
export interface Counted {
  readonly cycleId: string | null;
  readonly late: boolean;
}

/**
 * For which of some cycles a report counts that a unit makes at an instant: one that it is in time for before one that it is
 * late for, one that it has not reported for before one that it has, then the one that ends next. Who has reported for a cycle in
 * time is not made late by what he adds afterwards: it counts for none.
 */
export function pickCycle(
  cycles: readonly Cycle[],
  reports: readonly Pick<Report, 'cycleId' | 'late'>[],
  at: string,
): Counted {
  const before = (cycleId: string, late?: boolean): boolean =>
    reports.some((report) => report.cycleId === cycleId && (late === undefined || report.late === late));
  const found = cycles.flatMap((cycle) => {
    const accepted = acceptReport(cycle, at);
    if (!accepted.ok || (accepted.value.late && before(cycle.id, false))) return [];
    return [{ ...accepted.value, again: before(cycle.id), dueOn: cycle.dueOn }];
  });
  found.sort(
    (a, b) =>
      Number(a.late) - Number(b.late) ||
      Number(a.again) - Number(b.again) ||
      // Of those that are over the last is meant, of the others the next.
      (a.late ? b.dueOn.localeCompare(a.dueOn) : a.dueOn.localeCompare(b.dueOn)) ||
      a.cycleId.localeCompare(b.cycleId),
  );
  const [first] = found;
  return first === undefined ? { cycleId: null, late: false } : { cycleId: first.cycleId, late: first.late };
}
