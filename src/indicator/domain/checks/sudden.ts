import type { Definition } from '../definition.ts';
import { RATE } from '../target/target.ts';
import type { CellEntry } from './cell.ts';
import type { Changes } from './changes.ts';
import type { Detail, Finding } from './finding.ts';
import type { SuddenRule } from './rules.ts';

/**
 * A change from the period before, or from the same one of last year, that is unlike those of its own history: further from
 * their median than so many median absolute deviations (Hampel's identifier), on logarithms, so that doubling and halving
 * are alike. A change that happened twice before is a habit. Of cumulative figures what came in the period by itself is
 * looked at. Without a history a plain limit holds.
 */
export function findSudden({ id }: Definition, { value, history }: CellEntry, rule: SuddenRule): Finding[] {
  if (value === null || history.toTakeOff === null) return [];
  const now = value - history.toTakeOff;
  const look = (code: Finding['code'], base: number | null, changes: () => Changes): Finding[] => {
    if (base === null || base <= 0 || now <= 0 || Math.abs(now - base) <= rule.least) return [];
    const change = now / base;
    // What is calm needs no look at the past.
    if (Math.abs(change - 1) <= rule.calm / RATE) return [];
    const past = changes();
    const range = usualChange(past, rule);
    if (range === null || (change >= range.low && change <= range.high)) return [];
    const [low, high] = [millionths(range.low), millionths(range.high)];
    const detail: Detail = { kind: 'change', change: millionths(change), low, high, points: past.points };
    return [{ code, severity: rule.severity, indicatorId: id, given: now, limit: base, detail }];
  };
  return [
    ...look('sudden-since-last', history.ownLast, history.steps),
    ...look('sudden-since-last-year', history.ownLastYear, history.years),
  ];
}

const millionths = (factor: number): number => Math.round((factor - 1) * RATE);

/** Between which factors a change is nothing to ask about; null when its history knows no rates of change. */
function usualChange(
  past: Changes,
  { deviations, points, times, calm }: SuddenRule,
): { readonly low: number; readonly high: number } | null {
  if (past.hasNone) return null;
  // A change up to what is calm is never sudden.
  const within = (low: number, high: number) => ({
    low: Math.min(Math.exp(low), 1 - calm / RATE),
    high: Math.max(Math.exp(high), 1 + calm / RATE),
  });
  if (past.points < points) return within(-Math.log(times), Math.log(times));
  const reach = deviations * past.deviation;
  // Nor is one that happened twice: a month that jumps each year is a habit, one odd figure is not.
  const low = Math.min(past.median - reach, past.secondLowest);
  return within(low, Math.max(past.median + reach, past.secondHighest));
}
