import type { Period } from '../../../kernel/index.ts';
import type { Fraction } from '../number/fraction.ts';
import type { Light } from '../pace/light.ts';

/** What a warning is about; '' for all chains together. */
export interface Subject {
  readonly indicatorId: string;
  readonly placeId: string;
  readonly chainId: string;
}

/** Something that somebody should look at, with what it rests on. Words are made at the edge. */
export interface Warning {
  readonly subject: Subject;
  /** First period of the cause, or its year where a cause has no beginning: while it lasts it stays the same cause. */
  readonly since: Period;
  /** Last period that shows it. */
  readonly period: Period;
  readonly evidence: Evidence;
}

export type Evidence =
  /** The light of a target, its pace, and how many months in a row it has had such a light. */
  | {
      readonly rule: 'pace';
      readonly light: Light;
      readonly pace: Fraction | null;
      readonly ahead: bigint | null;
      readonly months: number;
    }
  /** Months in a row below what was expected; the limit from which on that is a streak. */
  | { readonly rule: 'streak'; readonly months: number; readonly limit: number; readonly worst: Fraction }
  /** A rate unlike that of others: their median and the borders beyond which hardly any lies. */
  | {
      readonly rule: 'outlier';
      readonly given: number;
      readonly median: number;
      readonly low: number;
      readonly high: number;
      readonly peers: number;
    }
  /** Periods that were due and did not come, and how many days ago the first was due. */
  | { readonly rule: 'missing'; readonly periods: readonly Period[]; readonly days: number }
  /** What a place reports itself and what its parts come to. */
  | {
      readonly rule: 'mismatch';
      readonly own: bigint;
      readonly parts: bigint;
      readonly limit: bigint;
      readonly months: number;
    }
  /** So many of the figures are multiples of `step`, of which chance gives one in `step`. */
  | {
      readonly rule: 'heaping';
      readonly round: number;
      readonly figures: number;
      readonly step: number;
      readonly chance: number;
    }
  /** The same figure so many times in a row. */
  | { readonly rule: 'copy-forward'; readonly value: bigint; readonly times: number; readonly limit: number };

export type WarningRule = Evidence['rule'];

/** One text for one cause: a rule, what it is about, and since when. */
export const causeOf = ({ subject, since, evidence }: Warning): string =>
  JSON.stringify([evidence.rule, subject.indicatorId, subject.placeId, subject.chainId, since]);
