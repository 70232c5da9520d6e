import { lengthOf, type Period, type PeriodLength, periodOf, shifted } from '../../../kernel/index.ts';
import type { PivotAxis, PivotMeasure, PivotSpec } from '../../contract/reading-api.ts';
import { lastOver } from '../reading/periods.ts';

/** What a table is of, and how one wish changes it, so that what is asked always fits together. */

export const axisNames: Readonly<Record<PivotAxis, string>> = {
  ...{ place: '地方', chain: '产业链', period: '时期', indicator: '指标', enterprise: '企业' },
};
export const depthNames: Readonly<Record<PivotSpec['depth'], string>> = {
  ...{ children: '下一级', county: '各区县', town: '各乡镇', leaves: '最末一级', self: '只看本级' },
};
export const lengthNames: Readonly<Record<PeriodLength, string>> = { month: '按月', quarter: '按季', year: '按年' };
export const mostRows = 3;
export const mostColumns = 2;
export const mostIndicators = 20;

/** How many periods are shown at first. */
const usualPeriods = { month: 6, quarter: 4, year: 3 } as const;

/** The periods of a length that are shown at first: up to the last one that is over. */
export function usualSpan(length: PeriodLength, to = lastOver(length)): PivotSpec['periods'] {
  return { from: shifted(to, 1 - usualPeriods[length]), to, length };
}

/** What a table is of when nobody says. */
export interface Usual {
  readonly indicator: string;
  readonly frequency: PeriodLength;
  /** The last period of which something is known. */
  readonly last?: Period;
  /** Regions, or units for whose post is bounded by its unit. */
  readonly axis?: PivotSpec['axis'];
}

/** The table that is shown when nobody asks for another: places down, periods across, up to the last one that is known. */
export const usualSpec = ({ indicator, frequency, last, axis = 'region' }: Usual): PivotSpec => ({
  ...{ rows: ['place'], columns: ['period'], measures: ['value', 'yearOnYear'], indicators: [indicator] },
  ...{ periods: usualSpan(frequency, last), axis, place: null, depth: 'children', chains: [], top: null },
  ...{ sort: null, totals: true },
});

/** Makes it one that can be answered: no axis twice, enterprises alone on the rows, sorted by something that is shown. */
export function fitting(spec: PivotSpec): PivotSpec {
  const isOfFirms = spec.rows.includes('enterprise');
  const rows: PivotAxis[] = isOfFirms ? ['enterprise'] : unique(spec.rows).slice(0, mostRows);
  const columns = unique(spec.columns)
    .filter((axis) => axis !== 'enterprise' && !rows.includes(axis))
    .filter((axis) => !isOfFirms || (axis !== 'place' && axis !== 'chain'))
    .slice(0, mostColumns);
  const isListed = rows.includes('indicator') || columns.includes('indicator');
  const indicators = unique(spec.indicators).slice(0, isListed && !isOfFirms ? mostIndicators : 1);
  const measures = unique(spec.measures);
  const sort = spec.sort !== null && measures.includes(spec.sort.measure) ? spec.sort : null;
  return { ...spec, rows, columns, indicators, measures, sort, periods: inOrder(spec.periods) };
}

/** More than one indicator needs an axis to stand on: the rows, where there is room. */
export function withIndicators(spec: PivotSpec, indicators: readonly string[]): PivotSpec {
  const isListed = spec.rows.includes('indicator') || spec.columns.includes('indicator');
  if (indicators.length < 2 || isListed) return fitting({ ...spec, indicators: [...indicators] });
  const rows = spec.rows.filter((axis) => axis !== 'enterprise');
  const next: Pick<PivotSpec, 'rows' | 'columns'> =
    rows.length < mostRows
      ? { rows: ['indicator', ...rows], columns: spec.columns }
      : { rows, columns: ['indicator', ...spec.columns.slice(0, mostColumns - 1)] };
  return fitting({ ...spec, ...next, indicators: [...indicators] });
}

/** Puts an axis onto a place of rows or columns; one that stood elsewhere changes places with it. Null takes it away. */
export function withAxis(spec: PivotSpec, side: 'rows' | 'columns', at: number, axis: PivotAxis | null): PivotSpec {
  const sides = { rows: [...spec.rows], columns: [...spec.columns] };
  const before = sides[side][at];
  for (const each of ['rows', 'columns'] as const) {
    const found = axis === null ? -1 : sides[each].indexOf(axis);
    if (found >= 0) sides[each].splice(found, 1, ...(before === undefined ? [] : [before]));
  }
  if (axis === null) sides[side].splice(at, 1);
  else if (sides[side][at] !== axis) sides[side].splice(at, before === undefined ? 0 : 1, axis);
  // A table without rows is none.
  return sides.rows.length === 0 ? spec : fitting({ ...spec, ...sides });
}

/** Periods of another length lie where those before lay. */
export function withLength(spec: PivotSpec, length: PeriodLength): PivotSpec {
  const { to } = spec.periods;
  const last = periodOf(lengthOf(to) === 'month' ? to : periodOf(to, 'month'), length);
  const over = lastOver(length);
  return fitting({ ...spec, periods: usualSpan(length, last < over ? last : over) });
}

/** Sorted by a measure of a column: first the greatest, then the least, then as they come. */
export function sortedBy(spec: PivotSpec, measure: PivotMeasure, column: number): PivotSpec {
  const { sort } = spec;
  if (sort?.measure !== measure || sort.column !== column)
    return { ...spec, sort: { measure, column, descending: true } };
  return { ...spec, sort: sort.descending ? { measure, column, descending: false } : null };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

function inOrder({ from, to, length }: PivotSpec['periods']): PivotSpec['periods'] {
  return from <= to ? { from, to, length } : { from: to, to: from, length };
}
