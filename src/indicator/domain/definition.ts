import type { PeriodLength } from '../../kernel/index.ts';

/** What a month's figure says: of that month, since January, or as it stands at its end. See docs/adr/0018-figures.md. */
export type Measures = 'flow' | 'cumulative' | 'stock';
/** Whether more is better; `none`: neither. */
export type Direction = 'up' | 'down' | 'none';

/**
 * How figures of several places become one: added up, the greatest, a ratio of two sums, or how many enterprises meet a
 * condition.
 */
export type Kind =
  | { readonly kind: 'sum' | 'max' }
  | {
      readonly kind: 'ratio';
      /** Ids of the indicators above and below the line; `times`: 100 for percent. */
      readonly above: string;
      readonly below: string;
      readonly times: number;
    }
  | {
      readonly kind: 'count';
      /** Enterprises of which this indicator's figure compares so with `value`, a whole number as figures are kept. */
      readonly of: string;
      readonly op: '>' | '>=' | '<' | '<=' | '=';
      readonly value: number;
    }
  | {
      readonly kind: 'formula';
      /** Sums and differences of other indicators of the same unit and decimals. */
      readonly terms: readonly { readonly times: 1 | -1; readonly indicator: string }[];
    };

/** What is measured, and how. Figures are whole numbers: the value times 10^decimals. */
export interface Definition {
  readonly id: string;
  readonly name: string;
  /** What else plans call it. */
  readonly aliases?: readonly string[];
  /** As it is written behind the number: 万元, 家, %. */
  readonly unit: string;
  readonly decimals: number;
  readonly of: Kind;
  readonly measures: Measures;
  readonly direction: Direction;
  /** How often it is reported; a figure belongs to a period of this length. */
  readonly frequency: PeriodLength;
  /** What counts and what does not, with the period from which on; the first without one. */
  readonly bases: readonly { readonly id: string; readonly from: string | null; readonly words: string }[];
  /** Unit of government that is asked about it. */
  readonly source: string | null;
  /** Figures outside are refused; null: no limit. Whole numbers as figures are kept. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The basis that holds for a period; null when none does yet. */
export function basisOf({ bases }: Definition, period: string): string | null {
  let found: string | null = null;
  // Periods of one length sort by time; a year stands before its months.
  for (const { id, from } of bases) if (from === null || from <= period) found = id;
  return found;
}
