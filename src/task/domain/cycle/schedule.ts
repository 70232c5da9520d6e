import {
  addWorkingDays,
  type Day,
  firstDay,
  lastWorkingDay,
  lengthOf,
  ok,
  type Period,
  type Result,
  type WorkingCalendar,
} from '../../../kernel/index.ts';
import type { CycleKind } from './cycle.ts';

/** When a cycle runs, counted in working days from the last of its period. */
export interface CycleRule {
  /** The last day of reporting is so many working days after the last working day of the period; below 0: before it. */
  readonly due: number;
  /** Reporting opens so many working days before its last day. */
  readonly open: number;
}

export const usualCycleRules: Readonly<Record<CycleKind, CycleRule>> = {
  monthly: { due: 0, open: 5 },
  quarterly: { due: 3, open: 5 },
  yearly: { due: 10, open: 10 },
};

const kinds = { month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;

/**
 * The head of the cycle of a period, as a proposal: a month is dispatched, a quarter inspected, a year accounted for. Refuses
 * when the working calendar does not reach.
 */
export function proposeCycle(
  period: Period,
  calendar: WorkingCalendar,
  rules: Readonly<Record<CycleKind, CycleRule>> = usualCycleRules,
): Result<{ readonly kind: CycleKind; readonly period: Period; readonly opensOn: Day; readonly dueOn: Day }> {
  const kind = kinds[lengthOf(period)];
  const last = lastWorkingDay(calendar, period);
  if (!last.ok) return last;
  const dueOn = addWorkingDays(calendar, last.value, rules[kind].due);
  if (!dueOn.ok) return dueOn;
  const opensOn = addWorkingDays(calendar, dueOn.value, -rules[kind].open);
  return opensOn.ok ? ok({ kind, period, opensOn: opensOn.value, dueOn: dueOn.value }) : opensOn;
}

/** First day of the close-outs that a cycle counts: the year so far. */
export const countsSince = (period: Period): Day => firstDay(period.slice(0, 4));
