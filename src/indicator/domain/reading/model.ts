import type { Period } from '../../../kernel/index.ts';
import type { Vintage } from '../figure.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { Growth, GrowthKind } from '../growth/growth.ts';
import type { RatioChange } from '../growth/ratio-change.ts';
import type { Light } from '../pace/light.ts';
import type { Pace } from '../pace/pace.ts';
import type { Path } from '../pace/path.ts';
import type { Target } from '../target/target.ts';
import type { Verdict } from '../target/verdict.ts';
import type { RatioReading } from '../time/ratio.ts';

/** How many owe a figure for the periods that a value takes in, and how many of those are not in it. */
export interface Reporters {
  readonly expected: number;
  readonly missing: number;
  /** In which periods somebody is missing, oldest first. */
  readonly periods: readonly Period[];
}

/** How many figures of each vintage a value takes in; all 0 where nobody asked. */
export type VintageMix = Readonly<Record<Vintage, number>>;

/** What a period, or a year so far, comes to, with what it lacks. */
export interface Amount {
  /** The period that was asked for; of a year so far the year. */
  readonly period: Period;
  /** Last month (quarter, year) that it takes in; null: nothing is known. */
  readonly through: Period | null;
  /** Whole number, as figures are kept; of a ratio rounded to its decimals. null: it cannot be told. */
  readonly value: bigint | null;
  /** Exact, of a ratio only. */
  readonly ratio: RatioReading | null;
  /** Periods that it lacks, in order, and those of them after which later ones are known. */
  readonly missing: readonly Period[];
  readonly gaps: readonly Period[];
  /** null: nobody is expected by name. */
  readonly reporters: Reporters | null;
  readonly vintages: VintageMix;
  readonly bases: readonly string[];
  readonly figures: number;
  /** Enterprises in it, at least: the same may be in several periods. */
  readonly firms: number;
}

/** Growth of a sum, or the change of a ratio in points of its own. */
export type Change = {
  readonly kind: GrowthKind;
  /** Too few of those expected are in the figure, or in its base: then there is no rate and no difference. */
  readonly thin: 'figure' | 'base' | 'both' | null;
} & ({ readonly of: 'figure'; readonly growth: Growth } | { readonly of: 'ratio'; readonly change: RatioChange });

/** A target held against the cell. */
export interface TargetReading {
  /** With the value that held on the last day that is looked at. */
  readonly target: Target;
  /** The value before any adjustment. */
  readonly first: bigint;
  /** `share` is the rate of completion. */
  readonly verdict: Verdict;
  /** null where the target is not one of the year that is looked at. */
  readonly pace: Pace | null;
}

/** A forecast of the year's end, or why there is none. */
export interface ForecastReading {
  readonly forecast: Forecast | null;
  readonly why:
    | 'kind'
    | 'nothing-reported'
    | 'months-missing'
    | 'reporters-missing'
    | 'start-unknown'
    | 'nothing-expected'
    | null;
  /** Whether all, none or some of the interval meets the main target; null: it cannot be told. */
  readonly outlook: Verdict['state'] | null;
}

export interface LightReading {
  readonly light: Light | null;
  readonly because: Pace['because'] | 'no-target' | 'other-period' | 'months-missing' | 'reporters-missing';
  /** The pace from which on it holds, in millionths. */
  readonly limit: number | null;
}

/** What the place reports itself beside the sum of its parts. */
export interface OwnReading {
  readonly amount: Amount;
  /** Own less parts; null unless both take in the same periods. */
  readonly difference: bigint | null;
}

/** One cell: an indicator in a place, as it stands at the end of a period. */
export interface CellReading {
  readonly indicatorId: string;
  readonly asOf: Period;
  /** The last period of the length that is reported and over by then; null: none of the year is. */
  readonly step: Period | null;
  /** The year so far. */
  readonly actual: Amount;
  /** The step by itself. */
  readonly current: Amount | null;
  /** 累计同比, 同比 and 环比 of the step; null without a step. */
  readonly growth: {
    readonly toDate: Change;
    readonly yearOnYear: Change;
    readonly onLastPeriod: Change;
  } | null;
  readonly targets: readonly TargetReading[];
  /** The one of `targets` that light and outlook are about. */
  readonly main: TargetReading | null;
  /** What pace and forecast rest on; null for ratios, which have no path. */
  readonly path: Path | null;
  /** The path was learned from the place above: the cell's own years are too few. */
  readonly isLent: boolean;
  readonly forecast: ForecastReading;
  readonly light: LightReading;
  readonly own: OwnReading | null;
}
