import {
  addWorkingDays,
  type Day,
  type Period,
  periodOf,
  shifted,
  type WorkingCalendar,
} from '../../../kernel/index.ts';
import type { RunRules } from '../settings/rules.ts';
import type { Cycle, CycleKind } from './cycle.ts';
import { cycleKinds } from './cycle.ts';
import { proposeCycle, usualCycleRules } from './schedule.ts';

const lengths = { monthly: 'month', quarterly: 'quarter', yearly: 'year' } as const;

/** The head of a cycle that an office runs. */
export type PlannedHead = Pick<Cycle, 'kind' | 'period' | 'opensOn' | 'dueOn'>;

/**
 * The cycles that there have to be on a day by the rules of an office: of every kind that it runs those whose period has begun
 * or whose reporting has, and which are not over. Where the working calendar does not reach there is none yet.
 */
export function cyclesAhead(day: Day, calendar: WorkingCalendar, rules: RunRules): PlannedHead[] {
  return cycleKinds.flatMap((kind) => {
    const now = periodOf(day.slice(0, 7), lengths[kind]);
    return [shifted(now, -1), now, shifted(now, 1)].flatMap((period) => {
      const head = headOf(kind, period, calendar, rules);
      if (head === null || head.dueOn < day) return [];
      return period <= now || head.opensOn <= day ? [head] : [];
    });
  });
}

function headOf(kind: CycleKind, period: Period, calendar: WorkingCalendar, rules: RunRules): PlannedHead | null {
  const rule = rules[kind];
  if (rule === null) return null;
  const head = proposeCycle(period, calendar, { ...usualCycleRules, [kind]: rule });
  return head.ok ? head.value : null;
}

/** The days on which who has not reported is reminded; those that the working calendar does not know are left out. */
export const reminderDays = (
  { kind, opensOn, dueOn }: Pick<Cycle, 'kind' | 'opensOn' | 'dueOn'>,
  calendar: WorkingCalendar,
  rules: RunRules,
): Day[] =>
  (rules[kind]?.remind ?? []).flatMap((before) => {
    if (before === 0) return [dueOn];
    const day = addWorkingDays(calendar, dueOn, -before);
    return day.ok && day.value >= opensOn ? [day.value] : [];
  });
