import { type Period, yearOf } from '../../../kernel/index.ts';
import {
  type Catalogue,
  type CellSeries,
  type Definition,
  type KnownCell,
  leavesOf,
  type TargetHeld,
} from '../../domain/index.ts';
import { withPastYears } from '../../domain/watch/periods.ts';
import { type OwedIn, owedIn } from '../../store/warnings/index.ts';
import { type Cell, type CellsAsked, type IndicatorDb, readCells, type StoredTarget } from '../../store.ts';

/** Years before this one that a path through the year is learned from. */
const pastYears = 3;

/** The sums of some places and chains that an indicator is read from, as `place chain`. */
export async function seriesOf(
  db: IndicatorDb,
  definition: Definition,
  catalogue: Catalogue,
  asOf: Period,
  where: Pick<CellsAsked, 'axis' | 'places' | 'chains'>,
): Promise<ReadonlyMap<string, CellSeries>> {
  const indicators = leavesOf(definition, catalogue);
  const lengths = new Set(indicators.flatMap((id) => catalogue.get(id)?.frequency ?? []));
  const periods = [...lengths].flatMap((length) => withPastYears(asOf, pastYears, length));
  const cells = await readCells(db, { indicators, periods, ...where });
  const thisYear = periods.filter((period) => yearOf(period) === yearOf(asOf));
  const owed = where.axis === 'region' ? await owedIn(db, indicators, where.places, thisYear) : [];
  const reporters = reportersBy(owed);
  const byPlace = Map.groupBy(cells, ({ placeId, chainId }) => cellKey(placeId, chainId));
  return new Map([...byPlace].map(([key, of]) => [key, seriesBy(of, reporters)]));
}

export const cellKey = (placeId: string, chainId: string): string => `${placeId} ${chainId}`;

type ReportersOf = (cell: Cell) => KnownCell['reporters'];

const seriesBy = (cells: readonly Cell[], reporters: ReportersOf): CellSeries =>
  new Map(
    [...Map.groupBy(cells, ({ indicatorId }) => indicatorId)].map(([id, of]) => [
      id,
      of.map((cell) => ({ ...knownOf(cell), reporters: reporters(cell) })),
    ]),
  );

/** Who owes a figure of a cell: whoever has a sheet in its region of a form that asks about its chain, or about all. */
function reportersBy(owed: readonly OwedIn[]): ReportersOf {
  const found = Map.groupBy(owed, ({ indicatorId, period, regionId }) => `${indicatorId} ${period} ${regionId}`);
  return ({ indicatorId, period, placeId, chainId }) => {
    const asked = (found.get(`${indicatorId} ${period} ${placeId}`) ?? []).filter(
      (each) => each.chainId === '' || chainId === '' || each.chainId === chainId,
    );
    if (asked.length === 0) return null;
    const sum = (of: (each: OwedIn) => number): number => asked.reduce((all, each) => all + of(each), 0);
    return { expected: sum(({ expected }) => expected), reported: sum(({ reported }) => reported) };
  };
}

const knownOf = ({ period, total, figures, firms }: Cell): KnownCell => ({
  ...{ period, total, figures, firms },
  ...{ vintages: {}, reporters: null },
});

/** Targets by the cell that they are of. */
export function targetsBy(stored: readonly StoredTarget[]): ReadonlyMap<string, readonly TargetHeld[]> {
  const keyed = Map.groupBy(stored, ({ target: { place } }) =>
    cellKey(place.unitId === '' ? place.regionId : place.unitId, place.chainId),
  );
  return new Map([...keyed].map(([key, of]) => [key, of.map(({ target, ledger }) => ({ target, ledger }))]));
}
