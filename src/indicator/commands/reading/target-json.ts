import type { ReadingJson, TargetReadingJson } from '../../contract/reading-api.ts';
import { nearestWhole } from '../../domain/number/fraction.ts';
import type { Pace } from '../../domain/pace/pace.ts';
import type { Path } from '../../domain/pace/path.ts';
import type { ForecastReading, TargetReading } from '../../domain/reading/model.ts';
import type { Missing } from '../../domain/target/quantity.ts';
import { type Lender, rateOrNull, textOrNull } from './json.ts';

/** The sentence that a target comes from, by its id. */
export type SourceOf = (targetId: string) => TargetReadingJson['source'];

export function targetJson({ target, first, verdict, pace }: TargetReading, sourceOf: SourceOf): TargetReadingJson {
  const { id, period, op, mode, value, value2, edition, base, from } = target;
  const { sense, state, actual, start, goal, share, gap, missing } = verdict;
  return {
    ...{ id, period, op, mode, edition, from, sense, state, first: String(first) },
    ...{ value: String(value), value2: textOrNull(value2), actual: textOrNull(actual), start: textOrNull(start) },
    base: base === null ? null : { period: base.period, value: textOrNull(base.value), perYear: base.perYear },
    goal: goal === null ? null : String(nearestWhole(goal)),
    ...{ share: rateOrNull(share), gap: textOrNull(gap), missing: missing.map(missingJson) },
    ...{ pace: pace === null ? null : paceJson(pace), source: sourceOf(id) },
  };
}

function missingJson(missing: Missing): TargetReadingJson['missing'][number] {
  switch (missing.code) {
    case 'months':
      return { code: missing.code, periods: [...missing.periods] };
    case 'reporters':
      return { code: missing.code, periods: [...missing.periods], given: String(missing.given), limit: missing.limit };
    case 'base-not-positive':
      return { code: missing.code, period: missing.period, given: String(missing.given) };
    case 'base':
    case 'divisor-zero':
      return { code: missing.code, period: missing.period };
    case 'first-year':
      return { code: missing.code };
  }
}

const paceJson = ({
  expected,
  expectedFigure,
  ahead,
  pace,
  ...rest
}: Pace): NonNullable<TargetReadingJson['pace']> => ({
  ...{ through: rest.through, path: rest.path, light: rest.light, limit: rest.limit, because: rest.because },
  ...{ expected: rateOrNull(expected), expectedFigure: textOrNull(expectedFigure) },
  ...{ ahead: textOrNull(ahead), pace: rateOrNull(pace) },
});

export function forecastJson({ forecast, why, outlook }: ForecastReading): ReadingJson['forecast'] {
  if (forecast === null)
    return { ...{ value: null, low: null, high: null, method: null, level: null }, years: [], why, outlook };
  const { value, low, high, method, level, years } = forecast;
  return {
    ...{ value: String(value), low: textOrNull(low), high: textOrNull(high), method, level },
    ...{ years: [...years], why, outlook },
  };
}

export const pathJson = (
  { kind, years, shares, between }: Path,
  learnedFrom: Lender,
): NonNullable<ReadingJson['path']> => ({
  ...{ kind, learnedFrom: learnedFrom === null ? null : { ...learnedFrom } },
  ...{ years: years.map(({ year }) => year), shares: [...shares], between: [...between] },
});
