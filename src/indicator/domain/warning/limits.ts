import type { Light } from '../pace/light.ts';

/** When each rule speaks. All of it is data; `null` switches a rule off. */
export interface WarningLimits {
  readonly pace: { readonly lights: readonly Light[] } | null;
  /** Months in a row below what was expected. */
  readonly streak: { readonly months: number } | null;
  /**
   * `score`: how many median absolute deviations from the median; `least`: and how far at least, in millionths, since of a few
   * that are nearly alike one is always odd; `peers`: fewer are no company to be compared with.
   */
  readonly outlier: { readonly score: number; readonly least?: number; readonly peers: number } | null;
  /** Days after the due day. */
  readonly missing: { readonly grace: number } | null;
  /** By how much own report and parts may differ: the greater of a figure and millionths of the own report. */
  readonly mismatch: { readonly figure: number; readonly millionths: number } | null;
  readonly heaping: HeapingLimits | null;
  /** How often in a row, for figures of at least so many units: of small numbers the same often comes again by chance. */
  readonly copyForward: { readonly times: number; readonly least: number } | null;
}

export interface HeapingLimits {
  /** Multiples of these count as round. */
  readonly steps: readonly number[];
  /** Fewer figures tell nothing. */
  readonly figures: number;
  /** At least this part must be round, in millionths. */
  readonly millionths: number;
  /** How rarely chance alone may give so many: one in this number. */
  readonly rarity: number;
  /** Figures below so many units are left out: a count of 20 enterprises is not rounded. */
  readonly least: number;
}

export const usualLimits: WarningLimits = {
  pace: { lights: ['red'] },
  streak: { months: 3 },
  outlier: { score: 3.5, least: 100_000, peers: 5 },
  missing: { grace: 0 },
  mismatch: { figure: 0, millionths: 1000 },
  heaping: { steps: [5, 10, 100], figures: 12, millionths: 500_000, rarity: 10_000, least: 100 },
  copyForward: { times: 3, least: 100 },
};
