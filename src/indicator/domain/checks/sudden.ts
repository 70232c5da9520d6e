import { type Period, shifted, yearBefore } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { median, medianDeviation } from '../number/robust.ts';
import { RATE } from '../target/target.ts';
import type { CellEntry } from './cell.ts';
import type { Detail, Finding } from './finding.ts';
import { ownFigures, pairsOf } from './history.ts';
import type { SuddenRule } from './rules.ts';

/**
 * A change from the period before, or from the same one of last year, that is unlike those of its own history: further from
 * their median than so many median absolute deviations (Hampel's identifier), on logarithms, so that doubling and halving
 * are alike. A change that happened twice before is a habit. Of cumulative figures what came in the period by itself is
 * looked at. Without a history a plain limit holds.
 */
export function findSudden(definition: Definition, entry: CellEntry, rule: SuddenRule): Finding[] {
  const { period, value, history } = entry;
  if (value === null) return [];
  const past = ownFigures(history, definition.measures);
  const now = ownFigures([...history, { period, value }], definition.measures).get(period);
  if (now === undefined) return [];
  const look = (code: Finding['code'], earlier: (period: Period) => Period): Finding[] => {
    const base = past.get(earlier(period));
    if (base === undefined || base <= 0 || now <= 0 || Math.abs(now - base) <= rule.least) return [];
    const range = usualChange(pairsOf(past, earlier), rule);
    const change = now / base;
    if (range === null || (change >= range.low && change <= range.high)) return [];
    const [low, high] = [millionths(range.low), millionths(range.high)];
    const detail: Detail = { kind: 'change', change: millionths(change), low, high, points: range.points };
    return [{ code, severity: rule.severity, indicatorId: definition.id, given: now, limit: base, detail }];
  };
  return [...look('sudden-since-last', (each) => shifted(each, -1)), ...look('sudden-since-last-year', yearBefore)];
}

const millionths = (factor: number): number => Math.round((factor - 1) * RATE);

/** Between which factors a change is nothing to ask about; null when its history knows no rates of change. */
function usualChange(
  pairs: readonly [number, number][],
  { deviations, points, times, calm }: SuddenRule,
): { readonly low: number; readonly high: number; readonly points: number } | null {
  if (pairs.some(([a, b]) => a <= 0 || b <= 0)) return null;
  const logs = pairs.map(([a, b]) => Math.log(b / a));
  // A change up to what is calm is never sudden.
  const [floor, ceiling] = [1 - calm / RATE, 1 + calm / RATE];
  const within = (low: number, high: number) => ({
    ...{ low: Math.min(Math.exp(low), floor), high: Math.max(Math.exp(high), ceiling) },
    points: logs.length,
  });
  if (logs.length < points) return within(-Math.log(times), Math.log(times));
  const [middle, reach] = [median(logs), deviations * medianDeviation(logs)];
  // Nor is one that happened twice: a month that jumps each year is a habit, one odd figure is not.
  const sorted = logs.toSorted((a, b) => a - b);
  return within(Math.min(middle - reach, sorted[1] ?? middle), Math.max(middle + reach, sorted.at(-2) ?? middle));
}
