import type { Day } from '../../../kernel/index.ts';

/** Who does something, and for which unit he does it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The unit in whose name he acts; null for one who acts for none. */
  readonly unitId: string | null;
}

/** Who, and at which instant (ISO 8601 in UTC with milliseconds, as the clock gives it). */
export interface Stamp {
  readonly by: Person;
  readonly at: string;
}

/** A responsible unit: as the register knows it, or only by its name while nobody has said who is meant. */
export interface UnitRef {
  readonly id: string | null;
  readonly name: string;
}

/** A trace of something that was done, with the day it was in Beijing. */
export interface Trace {
  readonly by: Person;
  readonly on: Day;
  readonly words: string;
}
