import { type Period, shifted, yearBefore } from '../../../kernel/index.ts';
import { type GrowthKind, onLastPeriod, toDate, yearOnYear } from '../growth/growth.ts';
import { ratioChange } from '../growth/ratio-change.ts';
import { readPeriod, readYearToDate } from '../time/reading.ts';
import { amountOf, isThin, type Read, ratioReading } from './amount.ts';
import type { Change } from './model.ts';
import type { Sided } from './sides.ts';

export type ChangeKind = Exclude<GrowthKind, 'yearly-average'>;

const growths = { 'year-on-year': yearOnYear, 'on-last-period': onLastPeriod, 'to-date': toDate } as const;
const basePeriod = {
  ...{ 'year-on-year': yearBefore, 'to-date': yearBefore },
  'on-last-period': (period: Period) => shifted(period, -1),
} as const;

/**
 * 同比, 环比 or 累计同比 of an indicator at a step of its year. What so few reported that it cannot be compared has no rate and
 * no difference. `earlier`: what was known when the base was first published; null: nobody asks.
 */
export function changeOf(
  kind: ChangeKind,
  sided: Sided,
  earlier: Sided | null,
  step: Period,
  coverage: number,
): Change {
  const reads = kind === 'to-date' ? readYearToDate : readPeriod;
  const readAt =
    (period: Period): Read =>
    ({ series, manner }) =>
      reads(series, period, manner);
  const [figure, base] = [readAt(step), readAt(basePeriod[kind](step))];
  const isThinAt = (read: Read): boolean => isThin(amountOf(sided, 0, read), coverage);
  const thin = thinness(isThinAt(figure), isThinAt(base));
  if (sided.kind === 'plain') {
    const { series, manner } = sided.side;
    const options = earlier?.kind === 'plain' ? { manner, earlier: earlier.side.series } : { manner };
    const growth = growths[kind](series, step, options);
    const shown = thin === null ? growth : { ...growth, rate: null, difference: null };
    return { kind, thin, of: 'figure', growth: shown };
  }
  const then = earlier?.kind === 'ratio' ? ratioReading(earlier, base) : null;
  const change = ratioChange(ratioReading(sided, figure), ratioReading(sided, base), then);
  return { kind, thin, of: 'ratio', change: thin === null ? change : { ...change, difference: null } };
}

function thinness(figure: boolean, base: boolean): Change['thin'] {
  if (figure && base) return 'both';
  return figure ? 'figure' : base ? 'base' : null;
}
