import type { Actor } from '../../../access/index.ts';
import { lastDay } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import type { CellSeries, KnownCell } from '../../domain/reading/facts.ts';
import type { Hidden } from '../../domain/reading/matrix-model.ts';
import { usualLeast } from '../../domain/suppress/suppress.ts';
import { readMaxima } from '../../store/reading/behind.ts';
import type { Axis } from '../../store/reading/places.ts';
import { type CellReporters, readReporters } from '../../store/reading/reporters.ts';
import { type Cell, type IndicatorDb, readCells } from '../../store.ts';
import { type Sight, sightOf } from './sight.ts';

export interface KnownAsked {
  /** What figures are reported of: of a ratio what it is made of. */
  readonly leaves: readonly Definition[];
  readonly periods: readonly string[];
  readonly axis: Axis;
  readonly places: readonly string[];
  /** '' for all chains together. */
  readonly chains: readonly string[];
}

/** Sums with everything taken out that the reader may not see. */
export interface Known {
  readonly seriesOf: (place: string, chain: string) => CellSeries;
  /** Why a cell of a year is not told. */
  readonly hiddenOf: (place: string, chain: string, year: string) => Hidden | null;
  readonly mayDetail: boolean;
}

/** What a table is built from: cells that this reader may see. Nothing of this folder reads sums by another way. */
export async function readKnown(actor: Actor, db: IndicatorDb, asked: KnownAsked): Promise<Known> {
  const years = [...new Set(asked.periods.map(yearIn))];
  // What is hidden may change while the sums are read: then both are read again.
  let sight = await sightOf(actor, db, asked.leaves, years, asked.axis);
  for (let tries = 0; ; tries += 1) {
    const [cells, owed] = await Promise.all([read(db, asked), readOwed(db, asked)]);
    const after = sight.mayDetail ? sight : await sightOf(actor, db, asked.leaves, years, asked.axis);
    if (after.state === sight.state || tries >= 2) return knownOf(cells, after, asked.leaves, owed);
    sight = after;
  }
}

const yearIn = (period: string): string => period.slice(0, 4);

async function read(db: IndicatorDb, { leaves, ...asked }: KnownAsked): Promise<Cell[]> {
  const ids = (isMax: boolean) => leaves.filter(({ of }) => (of.kind === 'max') === isMax).map(({ id }) => id);
  const [sums, maxima] = [ids(false), ids(true)];
  if (asked.periods.length === 0 || asked.places.length === 0 || asked.chains.length === 0) return [];
  return [
    ...(sums.length === 0 ? [] : await readCells(db, { ...asked, indicators: sums })),
    ...(maxima.length === 0 ? [] : await readMaxima(db, { ...asked, indicators: maxima })),
  ];
}

type Owed = ReadonlyMap<string, CellReporters>;
const owedKey = ({ indicatorId, period, placeId, chainId }: Omit<CellReporters, 'expected' | 'reported'>): string =>
  [indicatorId, period, placeId, chainId].join('\u0001');

/** Who owes the figures of the last year that is asked for; who was late years ago changes nothing any more. */
async function readOwed(db: IndicatorDb, { leaves, periods, ...asked }: KnownAsked): Promise<Owed> {
  const last = periods.map(yearIn).reduce((a, b) => (a > b ? a : b), '');
  const recent = periods.filter((period) => yearIn(period) === last);
  if (recent.length === 0 || asked.places.length === 0 || asked.chains.length === 0) return new Map();
  const indicators = leaves.map(({ id, of }) => (of.kind === 'count' ? of.of : id));
  const owed = await readReporters(db, { ...asked, indicators, periods: recent });
  return new Map(owed.map((each) => [owedKey(each), each]));
}

function knownOf(cells: readonly Cell[], sight: Sight, leaves: readonly Definition[], owed: Owed): Known {
  const counted = new Map(leaves.flatMap(({ id, of }) => (of.kind === 'count' ? [[id, of.of] as const] : [])));
  const series = new Map<string, Map<string, KnownCell[]>>();
  // What is small this moment is hidden in any case, however new it is.
  const fresh = new Set<string>();
  if (!sight.mayDetail)
    for (const cell of cells)
      if (cell.firms > 0 && cell.firms < usualLeast) fresh.add(freshKey(cell.indicatorId, cell, yearIn(cell.period)));
  const hidden = (indicatorId: string, at: CellPlace, year: string): Hidden | null =>
    fresh.has(freshKey(indicatorId, at, year)) ? 'small' : sight.hidden(indicatorId, at.placeId, at.chainId, year);
  for (const cell of cells) {
    if (hidden(cell.indicatorId, cell, yearIn(cell.period)) !== null) continue;
    const key = placeKey(cell);
    const byIndicator = series.get(key) ?? new Map<string, KnownCell[]>();
    series.set(key, byIndicator);
    const list = byIndicator.get(cell.indicatorId) ?? [];
    byIndicator.set(cell.indicatorId, list);
    const of = owed.get(owedKey({ ...cell, indicatorId: counted.get(cell.indicatorId) ?? cell.indicatorId }));
    const reporters = of === undefined ? null : { expected: of.expected, reported: of.reported };
    list.push({ ...knownCell(cell), reporters });
  }
  return {
    mayDetail: sight.mayDetail,
    seriesOf: (placeId, chainId) => series.get(placeKey({ placeId, chainId })) ?? new Map(),
    hiddenOf: (placeId, chainId, year) => {
      const all = leaves.map(({ id }) => hidden(id, { placeId, chainId }, year));
      return all.includes('small') ? 'small' : (all.find((each) => each !== null) ?? null);
    },
  };
}

interface CellPlace {
  readonly placeId: string;
  readonly chainId: string;
}
const placeKey = ({ placeId, chainId }: CellPlace): string => `${placeId}\u0001${chainId}`;
const freshKey = (indicatorId: string, at: CellPlace, year: string): string => `${indicatorId} ${year} ${placeKey(at)}`;

export const knownCell = ({ period, total, figures, firms, revised, final }: Cell): KnownCell => ({
  ...{ period, total, figures, firms, reporters: null },
  vintages: { preliminary: figures - revised - final, revised, final },
});

/** Periods of a reading that ends with one: this year and the years before it that a path is learned from. */
export function periodsRead(
  leaves: readonly Definition[],
  asOf: string,
  yearsBack: number,
  periodsOf: PeriodsOf,
): string[] {
  const end = lastDay(asOf);
  const last = Number(yearIn(asOf));
  const years = Array.from({ length: yearsBack + 1 }, (_, at) => String(last - at).padStart(4, '0'));
  const all = leaves.flatMap((leaf) => years.flatMap((year) => periodsOf(year, leaf)));
  return [...new Set(all)].filter((period) => lastDay(period) <= end);
}
type PeriodsOf = (year: string, leaf: Definition) => readonly string[];
