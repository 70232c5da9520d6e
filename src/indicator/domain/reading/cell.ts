import { lastDay, type Period, periodOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { type Path, pastYears, pathOf, stepsOfYear } from '../pace/path.ts';
import { type Manner, mannerOf } from '../time/known.ts';
import { readPeriod, readYearToDate } from '../time/reading.ts';
import { amountOf } from './amount.ts';
import { changeOf } from './change.ts';
import type { CellFacts, ReadingOptions } from './facts.ts';
import { forecastOf } from './forecast.ts';
import { lightFor } from './light.ts';
import type { Amount, CellReading, OwnReading } from './model.ts';
import { rises } from './nature.ts';
import { type Side, type Sided, sidedOf } from './sides.ts';
import { mainOf, readTargets } from './targets.ts';

/**
 * Reads one cell as it stands at the end of a period: only what was for periods that are over by then is looked at. Figures
 * that came for later ones are left out, so that a month can be looked at again as it was asked for.
 */
export function readCell(definition: Definition, facts: CellFacts, asOf: Period, options: ReadingOptions): CellReading {
  const resolve = (series: CellFacts['series']): Sided => sidedOf(definition, series, options.catalogue, asOf);
  const sided = resolve(facts.series);
  const manner = mannerOf(definition);
  const step = lastStep(asOf, manner);
  const actual = yearSoFar(sided, definition, asOf, step);
  const ownPath = pathOfYear(definition, sided, asOf);
  const lent = ownPath?.kind === 'linear' && facts.lender !== undefined ? resolve(facts.lender) : null;
  const lentPath = lent === null ? null : pathOfYear(definition, lent, asOf);
  const isLent = lentPath?.kind === 'seasonal';
  const path = isLent ? lentPath : ownPath;
  const targets = readTargets(facts.targets, { definition, sided, path, asOf, options });
  const main = mainOf(targets, asOf);
  const own = facts.own === null ? null : ownReading(yearSoFar(resolve(facts.own), definition, asOf, step), actual);
  return {
    ...{ indicatorId: definition.id, asOf, step, actual, targets, main, path, isLent, own },
    current: step === null ? null : amountOf(sided, definition.decimals, (side) => period(side, step)),
    growth: step === null ? null : growthOf(sided, facts, step, options, resolve),
    forecast: forecastOf({ definition, sided, path, actual, main, options }),
    light: lightFor(main, actual, definition, options),
  };
}

const period = ({ series, manner }: Side, of: Period) => readPeriod(series, of, manner);

/** The last step of the year that is over by the end of a period. */
export function lastStep(asOf: Period, manner: Manner): Period | null {
  const end = lastDay(asOf);
  return stepsOfYear(periodOf(asOf, 'year'), manner).findLast((step) => lastDay(step) <= end) ?? null;
}

/** Without a step nothing of the year is known yet. */
function yearSoFar(sided: Sided, { decimals }: Definition, asOf: Period, step: Period | null): Amount {
  const year = periodOf(asOf, 'year');
  if (step !== null) return amountOf(sided, decimals, ({ series, manner }) => readYearToDate(series, step, manner));
  const nothing = {
    through: null,
    value: null,
    missing: [],
    gaps: [],
    reporters: null,
    bases: [],
    figures: 0,
    firms: 0,
  };
  return { ...nothing, period: year, ratio: null, vintages: { preliminary: 0, revised: 0, final: 0 } };
}

function growthOf(
  sided: Sided,
  facts: CellFacts,
  step: Period,
  { coverage }: ReadingOptions,
  resolve: (series: CellFacts['series']) => Sided,
): CellReading['growth'] {
  const earlier = facts.earlier === null ? null : resolve(facts.earlier);
  return {
    toDate: changeOf('to-date', sided, earlier, step, coverage),
    yearOnYear: changeOf('year-on-year', sided, earlier, step, coverage),
    onLastPeriod: changeOf('on-last-period', sided, earlier, step, coverage),
  };
}

function pathOfYear(definition: Definition, sided: Sided, asOf: Period): Path | null {
  if (sided.kind === 'ratio') return null;
  const { series, manner } = sided.side;
  const year = periodOf(asOf, 'year');
  const steps = stepsOfYear(year, manner).length;
  return pathOf(pastYears(series, year, manner), steps, rises(definition, manner));
}

function ownReading(amount: Amount, parts: Amount): OwnReading {
  const isAlike = amount.through === parts.through && amount.missing.join() === parts.missing.join();
  const difference = isAlike && amount.value !== null && parts.value !== null ? amount.value - parts.value : null;
  return { amount, difference };
}
