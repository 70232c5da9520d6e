import type {
  AmountJson,
  ChangeJson,
  HeadingJson,
  IndicatorHeadJson,
  PlaceJson,
  ReadingJson,
  RemarkJson,
} from '../../contract/reading-api.ts';
import type { Definition } from '../../domain/definition.ts';
import type { Remark } from '../../domain/growth/remark.ts';
import { type Fraction, fraction, nearestWhole, times } from '../../domain/number/fraction.ts';
import type { Amount, CellReading, Change } from '../../domain/reading/model.ts';
import type { RatioReading } from '../../domain/time/ratio.ts';
import { lacking, type Reading } from '../../domain/time/reading.ts';
import type { Standpoint } from './standpoint.ts';
import { forecastJson, pathJson, type SourceOf, targetJson } from './target-json.ts';

/** What was read, as it travels: whole numbers as text, rates in millionths. */

const most = BigInt(Number.MAX_SAFE_INTEGER);

/** In millionths, cut off where a number of JSON ends: a growth of more than nine thousand million times is none. */
export function rateJson(rate: Fraction): number {
  const whole = nearestWhole(times(rate, fraction(1_000_000n)));
  return Number(whole > most ? most : whole < -most ? -most : whole);
}
export const rateOrNull = (rate: Fraction | null): number | null => (rate === null ? null : rateJson(rate));
export const textOrNull = (value: bigint | null): string | null => (value === null ? null : String(value));

export const headJson = ({
  id,
  name,
  unit,
  decimals,
  of,
  measures,
  direction,
  frequency,
}: Definition): IndicatorHeadJson => ({
  ...{ id, name, unit, decimals, kind: of.kind, measures, direction, frequency },
});

export const placeJson = ({ axis, place, above }: Standpoint): PlaceJson => ({
  ...{ axis, id: place.id, name: place.name, above: above.map(({ id, name }) => ({ id, name })) },
});

export const amountJson = ({ ratio: _, value, ...rest }: Amount): AmountJson => ({
  ...rest,
  value: textOrNull(value),
  missing: [...rest.missing],
  gaps: [...rest.gaps],
  bases: [...rest.bases],
  reporters: rest.reporters === null ? null : { ...rest.reporters, periods: [...rest.reporters.periods] },
});

export function changeJson(change: Change, decimals: number): ChangeJson {
  const { kind, thin, of } = change;
  const about = { kind: kind === 'yearly-average' ? ('year-on-year' as const) : kind, thin };
  if (of === 'figure') {
    const { figure, base, rate, difference, remarks } = change.growth;
    return {
      ...{ ...about, of, rate: rateOrNull(rate), difference: textOrNull(difference) },
      ...{
        figure: endOf(figure, figure.value),
        base: endOf(base, base.value),
        remarks: remarks.map((each) => remarkJson(each)),
      },
    };
  }
  const { figure, base, difference, remarks } = change.change;
  const shown = (value: Fraction | null) =>
    value === null ? null : nearestWhole(times(value, fraction(10n ** BigInt(decimals))));
  const end = (ratio: RatioReading) => endOf(ratio.above, shown(ratio.value));
  return {
    ...{ ...about, of, rate: null, difference: textOrNull(shown(difference)), figure: end(figure), base: end(base) },
    remarks: [
      ...remarks.above.map((each) => remarkJson(each, 'above')),
      ...remarks.below.map((each) => remarkJson(each, 'below')),
    ],
  };
}

const endOf = (reading: Reading, value: bigint | null): ChangeJson['figure'] => ({
  ...{ period: reading.period, value: textOrNull(value), missing: lacking(reading) },
  ...{ vintages: [...reading.vintages], bases: [...reading.bases] },
});

function remarkJson(remark: Remark, side?: 'above' | 'below'): RemarkJson {
  const from = side === undefined ? {} : { side };
  switch (remark.code) {
    case 'figure-incomplete':
    case 'base-incomplete':
      return { ...from, code: remark.code, months: [...remark.months] };
    case 'base-zero':
      return { ...from, code: remark.code };
    case 'base-negative':
    case 'figure-negative':
      return { ...from, code: remark.code, given: String(remark.given) };
    case 'basis-differs':
      return { ...from, code: remark.code, figure: [...remark.figure], base: [...remark.base] };
    case 'mixed-vintages':
      return { ...from, code: remark.code, of: remark.of, vintages: [...remark.vintages] };
    case 'base-restated':
      return {
        ...{ ...from, code: remark.code, before: String(remark.before), now: String(remark.now) },
        ...{ vintages: [...remark.vintages], rate: rateOrNull(remark.rate) },
      };
  }
}

/** Where the path was learned when not in the cell's own place. */
export type Lender = { readonly id: string; readonly name: string } | null;

export function readingJson(reading: CellReading, decimals: number, lender: Lender, sourceOf: SourceOf): ReadingJson {
  const { step, actual, current, growth, main, forecast, light, path, isLent, own } = reading;
  return {
    ...{ step, actual: amountJson(actual), current: current === null ? null : amountJson(current), light },
    growth:
      growth === null
        ? null
        : {
            toDate: changeJson(growth.toDate, decimals),
            yearOnYear: changeJson(growth.yearOnYear, decimals),
            onLastPeriod: changeJson(growth.onLastPeriod, decimals),
          },
    main: main === null ? null : targetJson(main, sourceOf),
    forecast: forecastJson(forecast),
    path: path === null ? null : pathJson(path, isLent ? lender : null),
    own: own === null ? null : { amount: amountJson(own.amount), difference: textOrNull(own.difference) },
  };
}

export const headingJson = (heading: HeadingJson): HeadingJson => ({ ...heading });
