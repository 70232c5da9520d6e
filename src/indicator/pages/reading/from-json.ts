import type {
  ChangeJson,
  GapJson,
  IndicatorHeadJson,
  ReadingJson,
  RemarkJson,
  TargetReadingJson,
} from '../../contract/reading-api.ts';
import type { Forecast } from '../../domain/forecast/forecast.ts';
import type { GapExplained } from '../../domain/gap/gap.ts';
import type { Remark } from '../../domain/growth/remark.ts';
import { type Fraction, fraction } from '../../domain/number/fraction.ts';
import type { Pace } from '../../domain/pace/pace.ts';
import type { Change, ForecastReading } from '../../domain/reading/model.ts';
import type { Missing } from '../../domain/target/quantity.ts';
import { RATE, type Target } from '../../domain/target/target.ts';
import type { Verdict } from '../../domain/target/verdict.ts';
import type { Reading } from '../../domain/time/reading.ts';

/**
 * What the server answers, as the domain says it, so that the same sentences are said everywhere. Sums travel as texts;
 * rates in millionths, which is more than any sentence shows.
 */

const share = (millionths: number | null): Fraction | null =>
  millionths === null ? null : fraction(BigInt(millionths), BigInt(RATE));
const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

export function targetOf({ indicatorId, reading }: { indicatorId: string; reading: TargetReadingJson }): Target {
  const { id, period, op, mode, value, value2, edition, base, from } = reading;
  return {
    ...{ id, indicatorId, period, op, mode, edition, from },
    place: { regionId: '', chainId: '', unitId: '' },
    value: BigInt(value),
    value2: whole(value2),
    base: base === null ? null : { period: base.period, value: whole(base.value), perYear: base.perYear },
  };
}

export function verdictOf(reading: TargetReadingJson, head: IndicatorHeadJson): Verdict {
  const goal = whole(reading.goal);
  return {
    target: targetOf({ indicatorId: head.id, reading }),
    ...{ sense: reading.sense, state: reading.state, bounds: null },
    actual: whole(reading.actual),
    through: reading.pace?.through ?? null,
    start: whole(reading.start),
    goal: goal === null ? null : fraction(goal),
    share: share(reading.share),
    gap: whole(reading.gap),
    missing: reading.missing.map(missingOf),
  };
}

function missingOf({
  code,
  periods = [],
  period = '',
  given = '0',
  limit = 0,
}: TargetReadingJson['missing'][number]): Missing {
  switch (code) {
    case 'months':
      return { code, periods };
    case 'reporters':
      return { code, periods, given: Number(given), limit };
    case 'base':
    case 'divisor-zero':
      return { code, period };
    case 'base-not-positive':
      return { code, period, given: BigInt(given) };
    case 'first-year':
      return { code };
  }
}

export function paceOf({ pace }: TargetReadingJson): Pace | null {
  if (pace === null) return null;
  const { through, path, light, limit, because } = pace;
  return {
    ...{ through, path, light, limit, because },
    expected: share(pace.expected),
    expectedFigure: whole(pace.expectedFigure),
    ahead: whole(pace.ahead),
    pace: share(pace.pace),
  };
}

export function forecastOf({ forecast }: ReadingJson): ForecastReading {
  const { value, low, high, method, level, years, why, outlook } = forecast;
  if (value === null || method === null) return { forecast: null, why, outlook };
  const found: Forecast = {
    ...{ method, years },
    value: BigInt(value),
    low: whole(low),
    high: whole(high),
    level: (level ?? 80) as Forecast['level'],
  };
  return { forecast: found, why, outlook };
}

/** A growth, or the change of a ratio, as its sentences want it: which months were known one by one did not travel. */
export function changeOf(
  { kind, of, thin, rate, difference, figure, base, remarks }: ChangeJson,
  head: IndicatorHeadJson,
): Change {
  if (of === 'figure')
    return {
      ...{ kind, thin, of },
      growth: {
        ...{
          kind,
          figure: endOf(figure),
          base: endOf(base),
          difference: whole(difference),
          rate: share(rate),
          years: 1,
        },
        remarks: remarks.map(remarkOf),
      },
    };
  const points = 10n ** BigInt(head.decimals);
  const value = (text: string | null): Fraction | null => (text === null ? null : fraction(BigInt(text), points));
  const end = (given: ChangeJson['figure']) => {
    const reading = endOf(given);
    return { above: reading, below: reading, value: value(given.value), why: null };
  };
  const told = (side: 'above' | 'below') => remarks.filter((remark) => remark.side === side).map(remarkOf);
  return {
    ...{ kind, thin, of },
    change: {
      ...{ figure: end(figure), base: end(base), difference: value(difference) },
      remarks: { above: told('above'), below: told('below') },
    },
  };
}

const endOf = ({ period, value, missing, vintages, bases }: ChangeJson['figure']): Reading => ({
  ...{ period, through: null, value: whole(value), asked: 0, known: 0, gaps: missing, ahead: [], vintages, bases },
});

function remarkOf({ code, of, months, given, before, now, rate, vintages, figure, base }: RemarkJson): Remark {
  switch (code) {
    case 'figure-incomplete':
    case 'base-incomplete':
      return { code, months: months ?? [] };
    case 'base-zero':
      return { code };
    case 'base-negative':
    case 'figure-negative':
      return { code, given: BigInt(given ?? '0') };
    case 'basis-differs':
      return { code, figure: figure ?? [], base: base ?? [] };
    case 'mixed-vintages':
      return { code, of: of ?? 'figure', vintages: vintages ?? [] };
    case 'base-restated':
      return {
        ...{ code, before: BigInt(before ?? '0'), now: BigInt(now ?? '0'), vintages: vintages ?? [] },
        rate: share(rate ?? null),
      };
  }
}

/** Which cells explain a gap; row and column of the table are chain and place. */
export function gapOf({
  gap,
  shortfall,
  surplus,
  behind,
  explained,
  others,
  offsetting,
  unknown,
}: GapJson): GapExplained {
  const part = ({ row, column, amount, share: of }: GapJson['behind'][number]) => ({
    ...{ chainId: row, regionId: column, amount: BigInt(amount), share: fraction(BigInt(of), BigInt(RATE)) },
  });
  return {
    ...{ gap: BigInt(gap), shortfall: BigInt(shortfall), surplus: BigInt(surplus), explained: share(explained) },
    ...{ behind: behind.map(part), offsetting: offsetting.map(part) },
    others: { cells: others.cells, amount: BigInt(others.amount) },
    unknown: unknown.map(({ row, column }) => ({ chainId: row, regionId: column })),
  };
}
