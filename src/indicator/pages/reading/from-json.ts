import type { IndicatorHeadJson, ReadingJson, TargetReadingJson } from '../../contract/reading-api.ts';
import type { Forecast } from '../../domain/forecast/forecast.ts';
import { type Fraction, fraction } from '../../domain/number/fraction.ts';
import type { Pace } from '../../domain/pace/pace.ts';
import type { ForecastReading } from '../../domain/reading/model.ts';
import { RATE, type Target } from '../../domain/target/target.ts';
import type { Verdict } from '../../domain/target/verdict.ts';

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
    missing: [],
  };
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
