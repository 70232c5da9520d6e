import type { Day } from '../../../kernel/index.ts';
import type { EnterpriseState, Scale } from '../model/index.ts';

/** When a tag is given: everything that is said must hold; of a list one is enough. Left out: it does not matter. */
export interface TagCondition {
  readonly states: readonly EnterpriseState[];
  readonly scales: readonly Scale[];
  /** Beginnings of GB/T 4754 codes. */
  readonly industries: readonly string[];
  readonly chains: readonly string[];
  /** Kinds of titles that hold on the day; one of them, or none of them. */
  readonly titles: readonly string[];
  readonly withoutTitles: readonly string[];
  /** A title of one of these kinds ends within so many days. */
  readonly titleEndsWithin: { readonly titles: readonly string[]; readonly days: number } | null;
  readonly inPark: boolean | null;
  /** Founded so many years ago at the most, at the least; by calendar, the day itself included. */
  readonly yearsAtMost: number | null;
  readonly yearsAtLeast: number | null;
  /** Words that occur in name, products or scope. */
  readonly words: readonly string[];
  /** Figures of the newest year that has them, whole at their decimals. */
  readonly figures: readonly { readonly figure: string; readonly least: number | null; readonly most: number | null }[];
}

/** A tag with the days on which its rule is in force. */
export interface TagRule {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  /** The first day on which it is no longer; null: without end. */
  readonly to: Day | null;
  readonly when: TagCondition;
}

/** The rules in force on a day. */
export const rulesOn = (rules: readonly TagRule[], day: Day): TagRule[] =>
  rules.filter(({ from, to }) => from <= day && (to === null || day < to));
