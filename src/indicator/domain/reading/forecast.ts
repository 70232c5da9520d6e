import { periodOf, yearBefore } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { type Forecast, forecastYear } from '../forecast/forecast.ts';
import { type Path, stepsOfYear } from '../pace/path.ts';
import { judge } from '../target/bounds.ts';
import { isWhole, readPeriod } from '../time/reading.ts';
import { isThin } from './amount.ts';
import type { ReadingOptions } from './facts.ts';
import type { Amount, ForecastReading, TargetReading } from './model.ts';
import { rises } from './nature.ts';
import type { Side, Sided } from './sides.ts';

interface ForecastContext {
  readonly definition: Definition;
  readonly sided: Sided;
  readonly path: Path | null;
  readonly actual: Amount;
  readonly main: TargetReading | null;
  readonly options: ReadingOptions;
}

/** What the year may come to. A stock is forecast by what came to it since the end of the year before. */
export function forecastOf({ definition, sided, path, actual, main, options }: ForecastContext): ForecastReading {
  const no = (why: ForecastReading['why']): ForecastReading => ({ forecast: null, why, outlook: null });
  // A maximum or a ratio does not come bit by bit.
  if (sided.kind === 'ratio' || path === null || sided.side.manner.greatest) return no('kind');
  const { side } = sided;
  if (actual.value === null || actual.through === null) return no('nothing-reported');
  if (actual.gaps.length > 0) return no('months-missing');
  if (isThin(actual, options.coverage)) return no('reporters-missing');
  const start = side.manner.measures === 'stock' ? startOf(actual, side) : 0n;
  if (start === null) return no('start-unknown');
  const at = stepsOfYear(actual.period, side.manner).indexOf(actual.through);
  const found = forecastYear(actual.value - start, at, path, {
    ...{ level: options.level, rises: rises(definition, side.manner) },
  });
  if (found === null) return no('nothing-expected');
  const forecast = raisedBy(found, start);
  return { forecast, why: null, outlook: outlookOf(forecast, main, side) };
}

function startOf({ period }: Amount, { series, manner }: Side): bigint | null {
  const before = readPeriod(series, yearBefore(periodOf(period, 'year')), manner);
  return isWhole(before) ? before.value : null;
}

const raisedBy = (forecast: Forecast, start: bigint): Forecast => ({
  ...forecast,
  value: forecast.value + start,
  low: forecast.low === null ? null : forecast.low + start,
  high: forecast.high === null ? null : forecast.high + start,
});

/** Only of a target that is met by the figure of the year itself, and not by several years or by an increase of a stock. */
function outlookOf({ low, high }: Forecast, main: TargetReading | null, { manner }: Side): ForecastReading['outlook'] {
  if (main === null || low === null || high === null || main.verdict.bounds === null) return null;
  const { mode, period } = main.target;
  const isOther = mode === 'cumulative' || (mode === 'annual' && manner.measures === 'stock');
  return isOther || period.length !== 4 ? null : judge({ low, high }, main.verdict.bounds);
}
