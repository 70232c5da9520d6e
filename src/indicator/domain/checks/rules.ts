import type { Severity } from './finding.ts';

/** Checks of one indicator, and of several in one form. All of it is data; `null` switches a check off. */
export interface CellRules {
  /** Blank is neither 0 nor “there is none”: one of them has to be said. */
  readonly blank: Severity | null;
  /** 0 though it was never 0 before. */
  readonly zero: Severity | null;
  readonly range: Severity | null;
  /** A cumulative figure below that of an earlier month of the year. */
  readonly falls: Severity | null;
  /** Below 0 though it was never, or above 0 though it was always below. */
  readonly sign: Severity | null;
  readonly slip: SlipRule | null;
  readonly sudden: SuddenRule | null;
}

/** 元 taken for 万元 and the like. */
export interface SlipRule {
  readonly severity: Severity;
  /** Powers of ten that units are taken for one another by. */
  readonly powers: readonly number[];
  /** How near to such a power it must lie, as a power of ten itself: 0.2 is between 0.63 and 1.58 times. */
  readonly reach: number;
  /** Own history must never have changed by more than this power of ten from one figure to the next. */
  readonly steady: number;
}

/** A change unlike those of its own history. */
export interface SuddenRule {
  readonly severity: Severity;
  /** How many median absolute deviations from the median change. */
  readonly deviations: number;
  /** Fewer changes than this are no history. */
  readonly points: number;
  /** Without a history: no more than this many times, no less than one in so many. */
  readonly times: number;
  /** Changes up to this are never sudden, in millionths: 10 % is 100,000. */
  readonly calm: number;
  /** Nor are changes up to this figure: two enterprises instead of one. */
  readonly least: number;
}

export const usualRules: CellRules = {
  blank: 'hard',
  zero: 'soft',
  range: 'hard',
  falls: 'hard',
  sign: 'soft',
  slip: { severity: 'soft', powers: [1, 2, 3, 4], reach: 0.2, steady: 0.6 },
  sudden: { severity: 'soft', deviations: 5, points: 6, times: 3, calm: 200_000, least: 0 },
};

/** Parts must come to the total. */
export interface SumRule {
  readonly total: string;
  readonly parts: readonly string[];
  /** By how much they may differ, for figures that were rounded one by one. */
  readonly tolerance: number;
  readonly severity: Severity;
}

/** above ÷ below must lie between two numbers, given in millionths; null: no end. */
export interface RatioRule {
  readonly above: string;
  readonly below: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly severity: Severity;
}
