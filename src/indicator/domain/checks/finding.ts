/**
 * What a check has against a figure that is being typed. `hard` blocks, `soft` wants an explanation. Words are made at the
 * edge from the code, what was given and the limit; figures are whole numbers as they are kept.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The indicator of the cell that is meant. */
  readonly indicatorId: string;
  readonly given: number | null;
  /** The figure it is measured by: an end of the range, the other side of a sum, the figure before. */
  readonly limit: number | null;
  /** What else the sentence needs. */
  readonly detail: Detail | null;
}

export type Severity = 'hard' | 'soft';
export type FindingCode =
  | 'blank'
  | 'blank-or-zero'
  | 'below-range'
  | 'above-range'
  | 'sum-differs'
  | 'ratio-below'
  | 'ratio-above'
  | 'falls'
  | 'sign'
  | 'unit-slip'
  | 'sudden-since-last'
  | 'sudden-since-last-year';

export type Detail =
  /** Indicators of the parts, and of what is divided by what. */
  | { readonly kind: 'indicators'; readonly ids: readonly string[] }
  /** Given is that many times what was to be expected (below 1: that part of it), and what was probably meant. */
  | { readonly kind: 'slip'; readonly power: number; readonly meant: number }
  /** Change from `limit` to `given` in millionths, and between which the changes of its own history lie as a rule. */
  | {
      readonly kind: 'change';
      readonly change: number;
      readonly low: number;
      readonly high: number;
      readonly points: number;
    };
