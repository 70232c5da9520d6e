import { type Period, periodOf, shifted, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { Fraction } from '../number/fraction.ts';
import type { Manner, Series } from '../time/known.ts';
import { isWhole, type Reading, readPeriod, readYearToDate } from '../time/reading.ts';
import { rateOf } from './rate.ts';
import { type Remark, remarksOn } from './remark.ts';

/** 同比, 环比, 累计同比, 年均增长. */
export type GrowthKind = 'year-on-year' | 'on-last-period' | 'to-date' | 'yearly-average';

/** A growth rate with everything it rests on. */
export interface Growth {
  readonly kind: GrowthKind;
  /** Both with value, period, basis and vintages. */
  readonly figure: Reading;
  readonly base: Reading;
  /** Figure less base, as figures are kept; null when one of them cannot be told or lacks months. */
  readonly difference: bigint | null;
  /**
   * Figure ÷ base − 1, exact; null when there is no such thing. Of a yearly average it is the growth over all its years;
   * `yearlyRate` makes that of one.
   */
  readonly rate: Fraction | null;
  /** Years between base and figure; 1 but for an average. */
  readonly years: number;
  readonly remarks: readonly Remark[];
}

export interface GrowthOptions {
  readonly manner: Manner;
  /** What was known at an earlier moment, such as when the base was first published: shows what was restated since. */
  readonly earlier?: Series;
}

/** 同比: a month, quarter or year against the same one of the year before. */
export const yearOnYear = (series: Series, period: Period, options: GrowthOptions): Growth =>
  growth(
    'year-on-year',
    series,
    options,
    (of) => readPeriod(of, period, options.manner),
    (of) => readPeriod(of, yearBefore(period), options.manner),
  );

/** 环比: against the period of the same length before it. */
export const onLastPeriod = (series: Series, period: Period, options: GrowthOptions): Growth =>
  growth(
    'on-last-period',
    series,
    options,
    (of) => readPeriod(of, period, options.manner),
    (of) => readPeriod(of, shifted(period, -1), options.manner),
  );

/** 累计同比: January up to and including the period against the same months of the year before. */
export const toDate = (series: Series, through: Period, options: GrowthOptions): Growth =>
  growth(
    'to-date',
    series,
    options,
    (of) => readYearToDate(of, through, options.manner),
    (of) => readYearToDate(of, yearBefore(through), options.manner),
  );

/** 年均增长: from one year to a later one. Throws a RangeError when it is not later. */
export function yearlyAverage(series: Series, from: Period, to: Period, options: GrowthOptions): Growth {
  const years = yearOf(to) - yearOf(from);
  if (years <= 0) throw new RangeError(`${to} is not later than ${from}`);
  const [last, first] = [periodOf(to, 'year'), periodOf(from, 'year')];
  const found = growth(
    'yearly-average',
    series,
    options,
    (of) => readPeriod(of, last, options.manner),
    (of) => readPeriod(of, first, options.manner),
  );
  // A root of something below 0 is no rate.
  const rate = found.rate !== null && found.rate.n < -found.rate.d ? null : found.rate;
  return { ...found, years, rate };
}

function growth(
  kind: GrowthKind,
  series: Series,
  { earlier }: GrowthOptions,
  readFigure: (of: Series) => Reading,
  readBase: (of: Series) => Reading,
): Growth {
  const [figure, base] = [readFigure(series), readBase(series)];
  const then = earlier === undefined ? null : readBase(earlier);
  return {
    ...{ kind, figure, base, years: 1, rate: rateOf(figure, base) },
    difference: isWhole(figure) && isWhole(base) ? (figure.value ?? 0n) - (base.value ?? 0n) : null,
    remarks: remarksOn(figure, base, then),
  };
}
