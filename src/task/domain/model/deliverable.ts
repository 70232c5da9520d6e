import type { Day } from '../../../kernel/index.ts';
import type { CountedEvents } from './counted.ts';

/** Where the figure of a deliverable comes from: what units report, an indicator, or events that are counted. */
export type CountedFrom = 'reported' | 'indicator' | 'events';

/**
 * Something measured that a task owes: “累计150个” is a sum from `from` to `by`, “2025年45个” is a sum of one year. All
 * figures are whole numbers: the value times 10^decimals.
 */
export interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly target: number;
  /** At least, or at most; only what is to grow has a pace. */
  readonly comparator: '>=' | '<=';
  readonly mode: 'cumulative' | 'annual' | 'level';
  /** First and last day of the time in which it is to be reached. */
  readonly from: Day;
  readonly by: Day;
  readonly counts: CountedFrom;
  readonly indicatorId: string | null;
  /** What is counted. Left out where nobody has said. */
  readonly events?: CountedEvents | null;
  /** Whose it is; null: the lead's. */
  readonly dutyId: string | null;
}

/** A figure to date of a deliverable that does not come by reports: known since the instant `at`, true of the day `on`. */
export interface Reading {
  readonly deliverableId: string;
  readonly on: Day;
  readonly at: string;
  readonly value: number;
}

/** A point on the way with a day of its own. */
export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly dueOn: Day;
  /** Whose it is; null: the lead's. */
  readonly dutyId: string | null;
  readonly reachedOn: Day | null;
}

/** A file, picture or paper that shows that something was done. */
export interface Evidence {
  readonly id: string;
  readonly kind: 'file' | 'photo' | 'document' | 'link';
  readonly name: string;
}
