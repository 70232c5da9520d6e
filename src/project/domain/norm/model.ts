import type { Day } from '../../../kernel/index.ts';

/** How long something may take: working days where the rule says so, else days of the calendar. */
export interface TimeNorm {
  readonly days: number;
  readonly working: boolean;
}

/** How long an office has for a permit, from when it took the application in. */
export interface PermitNorm extends TimeNorm {
  readonly kind: string;
  readonly name: string;
  /** Where it says so; empty: nobody says, it is an office's own figure. */
  readonly source: string;
}

/** How long a project may stay where it is. */
export interface StayNorm {
  readonly position: 'planned' | 'waiting' | 'started' | 'completed' | 'producing';
  readonly days: number;
  readonly source: string;
}

/** When the rules of alarms speak. */
export interface AlarmLimits {
  /** Whole months without a report: yellow, then red. */
  readonly silentYellow: number;
  readonly silentRed: number;
  /** Parts of what was planned so far, in percent, below which it is behind. */
  readonly behindYellow: number;
  readonly behindRed: number;
  /** Days after a planned day at which yellow turns red. */
  readonly lateRed: number;
  /** Days before a planned day in which it is near. */
  readonly nearDays: number;
  /** Percent of the total beyond which the sum done is odd. */
  readonly overTotal: number;
}

/** Norms of a region from a day on. */
export interface ProjectNorms {
  readonly from: Day;
  readonly permits: readonly PermitNorm[];
  readonly stays: readonly StayNorm[];
  readonly limits: AlarmLimits;
  /** Whole sums in fen from which projects are counted apart, the smallest first. */
  readonly thresholds: readonly number[];
}

/** The norms that hold on a day: the last that began; undefined before the first. */
export const normsOn = (all: readonly ProjectNorms[], day: Day): ProjectNorms | undefined =>
  all
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
