import type { Day } from '../../../kernel/index.ts';
import { valueOn } from '../light/pace.ts';
import type { Reading, Task } from '../model/index.ts';

/** What the parts of a figure come to. Blank is not zero: who has said nothing is counted apart. */
export interface HandedUp {
  /** Null while nobody has said anything. */
  readonly value: number | null;
  /** Of how many units a figure is known, and of how many it is wanted. */
  readonly told: number;
  readonly of: number;
}

/** Adds up, as of a day, what the tasks say that a figure was handed down to; those withdrawn are left out. */
export function handedUp(
  children: readonly Task[],
  deliverableId: string,
  readings: ReadonlyMap<string, readonly Reading[]>,
  day: Day,
): HandedUp {
  const values = children
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((task) => {
      const found = task.deliverables.find(({ id }) => id === deliverableId);
      return found === undefined ? [] : [valueOn(task, found, readings.get(task.id) ?? [], day)];
    });
  const told = values.filter((value) => value !== null);
  const value = told.length === 0 ? null : told.reduce((sum, each) => sum + each, 0);
  return { value, told: told.length, of: values.length };
}
