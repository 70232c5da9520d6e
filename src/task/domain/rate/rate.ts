import type { Day } from '../../../kernel/index.ts';
import type { Role, Task, UnitRef } from '../model/index.ts';
import { outcomeOf } from '../standing.ts';

/** How much a duty weighs by its role, as whole numbers; said with every rate. */
export type RoleWeights = Readonly<Record<Role, number>>;
export const usualWeights: RoleWeights = { lead: 2, cooperating: 1 };

/** How a unit did: what it closed on time, out of what it closed and what it has open and overdue. */
export interface UnitRate {
  readonly unit: UnitRef;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  /** Weighted: on time, and all three. The rate is the one of the other; with 0 there is none, and none is not 100 %. */
  readonly won: number;
  readonly of: number;
}

/**
 * The on-time rate of every unit over the close-outs from one day to another and what is overdue on the latter:
 * on time ÷ (closed + overdue and open). What is open and not due yet, handed in and waiting, withdrawn or another's does
 * not count. A close-out counts on the day of the second person's word; on time is what was handed in by its deadline, a
 * deadline once missed staying missed. In the order of unit ids.
 */
export function ratesOf(tasks: readonly Task[], from: Day, to: Day, weights: RoleWeights = usualWeights): UnitRate[] {
  const byUnit = new Map<string, UnitRate>();
  for (const task of tasks)
    for (const duty of task.duties) {
      const counted = countOf(outcomeOf(task, duty, to), from, to);
      if (counted === null || duty.unit.id === null) continue;
      const before = byUnit.get(duty.unit.id) ?? { unit: duty.unit, onTime: 0, late: 0, overdue: 0, won: 0, of: 0 };
      const weight = weights[duty.role];
      byUnit.set(duty.unit.id, {
        ...before,
        [counted]: before[counted] + 1,
        won: before.won + (counted === 'onTime' ? weight : 0),
        of: before.of + weight,
      });
    }
  return [...byUnit.values()].sort((a, b) => ((a.unit.id ?? '') < (b.unit.id ?? '') ? -1 : 1));
}

function countOf(outcome: ReturnType<typeof outcomeOf>, from: Day, to: Day): 'onTime' | 'late' | 'overdue' | null {
  if (outcome.kind === 'overdue') return 'overdue';
  if (outcome.kind !== 'closed' || outcome.on < from || outcome.on > to) return null;
  return outcome.onTime ? 'onTime' : 'late';
}

/** A rate in tenths of a percent, half rounded up; null where there is nothing to rate. */
export const permille = ({ won, of }: Pick<UnitRate, 'won' | 'of'>): number | null =>
  of === 0 ? null : Math.floor((2000 * won + of) / (2 * of));
