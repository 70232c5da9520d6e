import type { Day } from '../../../kernel/index.ts';
import { type Promised, type PromiseStanding, promiseKindOf } from './model.ts';

/**
 * How a promise stands on a day. What a person has said goes before what the register tells; a figure that reaches what was
 * promised keeps it, and one that stays below breaks it once the day is over. `measured`: the figure of its year, or what was
 * granted; null where nothing is told of it.
 */
export function promiseStanding(promised: Promised, measured: number | null, on: Day): PromiseStanding {
  const { outcome, outcomeOn, amount, dueOn, kind } = promised;
  if (outcome !== null && (outcomeOn === null || outcomeOn <= on)) return { state: outcome, by: 'person' };
  const over = dueOn < on;
  const { measure } = promiseKindOf(kind);
  // What was granted since may have been for something else: it is shown, and a person says whether it was this.
  if (measure !== null && measure !== 'grants' && amount !== null && measured !== null) {
    if (measured >= amount) return { state: 'kept', by: 'register' };
    if (over) return { state: 'broken', by: 'register' };
  }
  return { state: over ? 'late' : 'open', by: 'day' };
}
