import { isPeriod, lengthOf } from '../../../kernel/index.ts';
import { type PivotMeasure, type PivotSpec, pivotAxes, pivotMeasures } from '../../contract/reading-api.ts';
import { depthNames, fitting, type Usual, usualSpan, usualSpec } from './spec.ts';

export const viewNames = { table: '表格', line: '折线', bar: '柱形', small: '小图', map: '地图' } as const;
export type View = keyof typeof viewNames;

/** A table as its address holds it, in words that can be read; what is as usual is left out. */
export interface PivotSearch {
  readonly rows?: string;
  readonly columns?: string;
  readonly measures?: string;
  readonly indicators?: string;
  readonly from?: string;
  readonly to?: string;
  readonly axis?: 'unit';
  readonly place?: string;
  readonly depth?: PivotSpec['depth'];
  readonly chains?: string;
  readonly top?: number;
  /** `value.0.down` */
  readonly sort?: string;
  readonly totals?: 'no';
  readonly view?: Exclude<View, 'table'>;
  /** Which measure and which indicator the charts draw. */
  readonly draw?: PivotMeasure;
  readonly of?: string;
  /** Numbers on a ground that shows how great they are. */
  readonly heat?: 'yes';
  readonly page?: number;
  /** The saved report that it was opened from. */
  readonly report?: string;
}

const ids = /^[A-Za-z0-9._@-]{1,80}(?:,[A-Za-z0-9._@-]{1,80}){0,59}$/u;
const id = /^[A-Za-z0-9._@-]{1,80}$/u;
const sorting = /^([A-Za-z]{1,20})\.(\d{1,3})\.(down|up)$/u;
const written = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
const oneOf = <T extends string>(value: unknown, all: readonly T[]): T | undefined =>
  all.find((each) => each === value);
const whole = (value: unknown, most: number): number | undefined =>
  Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined;
const matching = (value: unknown, form: RegExp): string | undefined => {
  const text = written(value);
  return text !== undefined && form.test(text) ? text : undefined;
};
const period = (value: unknown): string | undefined => {
  const text = written(value);
  return text !== undefined && isPeriod(text) ? text : undefined;
};
const listed = <T extends string>(value: unknown, all: readonly T[]): string | undefined => {
  const found = written(value)
    ?.split(',')
    .filter((each) => all.some((known) => known === each));
  return found === undefined || (found.length === 0 && value !== 'none') ? undefined : found.join() || 'none';
};

/** Reads an address; what cannot be meant is left out. */
export function pivotSearch(raw: Readonly<Record<string, unknown>>): PivotSearch {
  const read = {
    rows: listed(raw.rows, pivotAxes),
    columns: listed(raw.columns, pivotAxes),
    measures: listed(raw.measures, pivotMeasures),
    indicators: matching(raw.indicators, ids),
    from: period(raw.from),
    to: period(raw.to),
    axis: oneOf(raw.axis, ['unit']),
    place: matching(raw.place, id),
    depth: oneOf(raw.depth, Object.keys(depthNames) as PivotSpec['depth'][]),
    chains: matching(raw.chains, ids),
    top: whole(raw.top, 500),
    sort: matching(raw.sort, sorting),
    totals: oneOf(raw.totals, ['no']),
    view: oneOf(raw.view, ['line', 'bar', 'small', 'map']),
    draw: oneOf(raw.draw, pivotMeasures),
    of: matching(raw.of, id),
    heat: oneOf(raw.heat, ['yes']),
    page: whole(raw.page, 100_000),
    report: matching(raw.report, id),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as PivotSearch;
}

const parts = <T extends string>(text: string | undefined, usual: readonly T[]): T[] =>
  text === undefined ? [...usual] : text === 'none' ? [] : (text.split(',') as T[]);

/** What an address asks for, with what is usual where it says nothing. */
export function specOf(search: PivotSearch, usual: Usual): PivotSpec {
  const base = usualSpec(usual);
  const rows = parts(search.rows, base.rows);
  const sort = search.sort === undefined ? null : sorting.exec(search.sort);
  return fitting({
    rows: rows.length === 0 ? base.rows : rows,
    columns: parts(search.columns, base.columns),
    measures: parts(search.measures, base.measures),
    indicators: parts(search.indicators, base.indicators),
    periods: spanOf(search, base.periods),
    axis: search.axis ?? base.axis,
    place: search.place ?? null,
    depth: search.depth ?? 'children',
    chains: parts(search.chains, []),
    top: search.top ?? null,
    sort:
      sort === null
        ? null
        : { measure: sort[1] as PivotMeasure, column: Number(sort[2]), descending: sort[3] === 'down' },
    totals: search.totals !== 'no',
  });
}

function spanOf({ from, to }: PivotSearch, usual: PivotSpec['periods']): PivotSpec['periods'] {
  const known = to ?? from;
  if (known === undefined) return usual;
  const length = lengthOf(known);
  const span = usualSpan(length, to);
  return { length, to: span.to, from: from !== undefined && lengthOf(from) === length ? from : span.from };
}

const joined = (all: readonly string[]): string => (all.length === 0 ? 'none' : all.join());

/** The address of a table, without how it is looked at. */
export function searchOf(spec: PivotSpec): PivotSearch {
  const { rows, columns, measures, indicators, periods, axis, place, depth, chains, top, sort, totals } = spec;
  return {
    ...{ rows: joined(rows), columns: joined(columns), measures: joined(measures), indicators: joined(indicators) },
    ...{ from: periods.from, to: periods.to },
    ...(axis === 'unit' && { axis }),
    ...(place !== null && { place }),
    ...(depth !== 'children' && { depth }),
    ...(chains.length > 0 && { chains: chains.join() }),
    ...(top !== null && { top }),
    ...(sort !== null && { sort: `${sort.measure}.${sort.column}.${sort.descending ? 'down' : 'up'}` }),
    ...(!totals && { totals: 'no' as const }),
  };
}

/** How it is looked at, which a change of what is asked leaves as it is. */
export const lookOf = ({ view, draw, of, heat, report }: PivotSearch): PivotSearch => ({
  ...(view !== undefined && { view }),
  ...(draw !== undefined && { draw }),
  ...(of !== undefined && { of }),
  ...(heat !== undefined && { heat }),
  ...(report !== undefined && { report }),
});
