import { containsPeriod, periodOf, periodsBetween, shifted, yearBefore } from '../../../../kernel/index.ts';
import type { PivotCellJson, PivotMeasure } from '../../../contract/reading-api.ts';
import type { Definition } from '../../../domain/definition.ts';
import { nearestWhole } from '../../../domain/number/fraction.ts';
import { amountOf } from '../../../domain/reading/amount.ts';
import { changeOf } from '../../../domain/reading/change.ts';
import type { CellSeries, ReadingOptions } from '../../../domain/reading/facts.ts';
import type { Hidden } from '../../../domain/reading/matrix-model.ts';
import { type Sided, sidedOf } from '../../../domain/reading/sides.ts';
import { mainOf, readTargets } from '../../../domain/reading/targets.ts';
import { readPeriod, readYearToDate } from '../../../domain/time/reading.ts';
import { amountJson, changeJson, rateOrNull } from '../json.ts';
import type { TargetsHeld } from '../targets.ts';
import type { Spot } from './axes.ts';

/** Periods that are wanted of an indicator so that a measure can be told of a period. */
export function stepsFor({ frequency, measures }: Definition, measure: PivotMeasure, period: string): string[] {
  const year = periodOf(period, 'year');
  const at = (of: string) => {
    const steps = periodsBetween(of, of, frequency).filter((step) => containsPeriod(of, step));
    const [first] = steps;
    const before = measures === 'cumulative' && first !== undefined ? [shifted(first, -1)] : [];
    return [...before, ...steps];
  };
  const toDate = (of: string) =>
    periodsBetween(periodOf(of, 'year'), of, frequency).filter((step) => step <= lastOf(of, frequency));
  switch (measure) {
    case 'value':
    case 'share':
    case 'rank':
      return at(period);
    case 'toDate':
      return toDate(period);
    case 'yearOnYear':
      return [...at(period), ...at(yearBefore(period))];
    case 'onLastPeriod':
      return [...at(period), ...at(shifted(period, -1))];
    case 'toDateChange':
      return [...toDate(period), ...toDate(yearBefore(period))];
    case 'target':
    case 'completion':
      return [
        ...periodsBetween(year, year, frequency),
        ...periodsBetween(yearBefore(year), yearBefore(year), frequency),
      ];
  }
}

const lastOf = (period: string, length: Definition['frequency']): string =>
  periodsBetween(period, period, length).at(-1) ?? period;

export interface Readings {
  readonly cell: (spot: Spot, measures: readonly PivotMeasure[]) => PivotCellJson;
  /** The number that rows are ordered by; null where there is none to be seen. */
  readonly number: (spot: Spot, measure: PivotMeasure) => bigint | null;
}

export interface ReadingsContext {
  readonly definitionOf: (id: string) => Definition;
  readonly options: ReadingOptions;
  readonly seriesOf: (spot: Spot) => CellSeries;
  readonly hiddenOf: (spot: Spot) => Hidden | 'reach' | null;
  readonly targets: TargetsHeld;
  /** The last period of the table: a series is put together once for all of it. */
  readonly last: string;
}

/** Reads cells one by one, each indicator and place put together once. */
export function readingsOf(context: ReadingsContext): Readings {
  const sides = new Map<string, Sided>();
  const sided = (spot: Spot): Sided => {
    const key = JSON.stringify([spot.indicator, spot.place, spot.chain, spot.enterprise]);
    const known = sides.get(key);
    if (known !== undefined) return known;
    const definition = context.definitionOf(spot.indicator);
    const made = sidedOf(definition, context.seriesOf(spot), context.options.catalogue, context.last);
    sides.set(key, made);
    return made;
  };
  return {
    cell: (spot, measures) => {
      const hidden = context.hiddenOf(spot);
      if (hidden !== null) return { hidden };
      const told: PivotCellJson = { hidden: null };
      for (const measure of measures) Object.assign(told, tell(measure, spot, sided(spot), context));
      return told;
    },
    number: (spot, measure) => (context.hiddenOf(spot) === null ? numberOf(measure, spot, sided(spot), context) : null),
  };
}

const changes = { yearOnYear: 'year-on-year', onLastPeriod: 'on-last-period', toDateChange: 'to-date' } as const;

function tell(measure: PivotMeasure, spot: Spot, sided: Sided, context: ReadingsContext): Partial<PivotCellJson> {
  const { decimals } = context.definitionOf(spot.indicator);
  switch (measure) {
    case 'value':
    case 'toDate':
      return { [measure]: amountJson(amount(measure, spot, sided, decimals)) };
    case 'yearOnYear':
    case 'onLastPeriod':
    case 'toDateChange': {
      const change = changeOf(changes[measure], sided, null, spot.period, context.options.coverage);
      return { [measure]: changeJson(change, decimals) };
    }
    case 'target': {
      const goal = mainTarget(spot, sided, context)?.verdict.goal ?? null;
      return { target: goal === null ? null : String(nearestWhole(goal)) };
    }
    case 'completion':
      return { completion: rateOrNull(mainTarget(spot, sided, context)?.verdict.share ?? null) };
    case 'share':
    case 'rank':
      return {};
  }
}

const amount = (measure: 'value' | 'toDate', { period }: Spot, sided: Sided, decimals: number) =>
  amountOf(sided, decimals, ({ series, manner }) =>
    measure === 'value' ? readPeriod(series, period, manner) : readYearToDate(series, period, manner),
  );

function mainTarget(spot: Spot, sided: Sided, { definitionOf, options, targets }: ReadingsContext) {
  const definition = definitionOf(spot.indicator);
  if (spot.enterprise !== '') return null;
  const held = targets.of(spot.indicator, spot.place, spot.chain);
  return mainOf(readTargets(held, { definition, sided, path: null, asOf: spot.period, options }), spot.period);
}

function numberOf(measure: PivotMeasure, spot: Spot, sided: Sided, context: ReadingsContext): bigint | null {
  const { decimals } = context.definitionOf(spot.indicator);
  switch (measure) {
    case 'value':
    case 'share':
    case 'rank':
      return amount('value', spot, sided, decimals).value;
    case 'toDate':
      return amount('toDate', spot, sided, decimals).value;
    case 'yearOnYear':
    case 'onLastPeriod':
    case 'toDateChange': {
      const { rate, difference } = changeJson(
        changeOf(changes[measure], sided, null, spot.period, context.options.coverage),
        decimals,
      );
      return rate === null ? (difference === null ? null : BigInt(difference)) : BigInt(rate);
    }
    case 'target': {
      const goal = mainTarget(spot, sided, context)?.verdict.goal ?? null;
      return goal === null ? null : nearestWhole(goal);
    }
    case 'completion': {
      const share = rateOrNull(mainTarget(spot, sided, context)?.verdict.share ?? null);
      return share === null ? null : BigInt(share);
    }
  }
}
