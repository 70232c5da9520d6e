import type { Day, Period } from '../../../kernel/index.ts';

/**
 * A duty that comes again. `every` counts the months of its round (1 monthly, 3 quarterly, 6, 12 yearly) and `times` how
 * often it is owed in a round; named months of a year stand in `months` (1 to 12). Dated ones name their months once and
 * for all.
 */
export type Recurrence =
  | {
      readonly kind: 'every';
      readonly every: 1 | 2 | 3 | 6 | 12;
      readonly times: number;
      readonly months: readonly number[];
      /** Due by this day of the month; null: by its end. */
      readonly day: number | null;
      /** What is to be done, in the words of the document; null: the whole task. */
      readonly what: string | null;
    }
  | {
      readonly kind: 'dated';
      readonly months: readonly Period[];
      readonly times: number;
      readonly what: string | null;
    };

/** One time that a recurring duty is owed. */
export interface Occurrence {
  /** Unique in its duty and the same whenever it is reckoned: `2025-06#1`. */
  readonly key: string;
  /** The month in which it is due. */
  readonly period: Period;
  readonly dueOn: Day;
  /** Which of how many in its round or month. */
  readonly no: number;
  readonly of: number;
  readonly what: string | null;
}
