import { periodOf, yearOf } from '../../../kernel/index.ts';
import { type Catalogue, type Definition, noFacts, usualReading, type WarningRule } from '../../domain/index.ts';
import type { Found } from '../../domain/watch/model.ts';
import { lastOnes, lastOver } from '../../domain/watch/periods.ts';
import { watchTarget } from '../../domain/watch/region.ts';
import { type Parts, watchUnit } from '../../domain/watch/unit.ts';
import { type Scope, type UnitFigure, unitFigures, unitRegions } from '../../store/warnings/index.ts';
import { type IndicatorDb, readCells, readTargets } from '../../store.ts';
import { cellKey, seriesOf, targetsBy } from './cells.ts';
import type { LimitsOf } from './limits-of.ts';
import type { Looked } from './watch-regions.ts';

const rules: readonly WarningRule[] = ['pace', 'streak', 'mismatch', 'heaping', 'copy-forward'];
/** Periods back that habits of writing are looked for in, with the one that runs. */
const lookBack = 13;

interface Asked {
  readonly indicatorId: string;
  readonly units: readonly string[];
  readonly day: string;
}

/** An indicator as some units report it: habits of writing, own reports beside sums, targets of a unit. */
export async function watchUnits(
  db: IndicatorDb,
  { indicatorId, units, day }: Asked,
  catalogue: Catalogue,
  limitsFor: (regions: readonly string[]) => Promise<LimitsOf>,
): Promise<Looked> {
  const scope: Scope = { about: indicatorId, rules, units };
  const definition = catalogue.get(indicatorId);
  if (definition === undefined) return { scope, found: [] };
  const regionOf = await unitRegions(db, units);
  const limitsOf = await limitsFor([...new Set(regionOf.values())]);
  const figures = await unitFigures(db, indicatorId, units, recentPeriods(definition, day));
  const parts = await partsBeside(db, indicatorId, figures);
  const odd = [...Map.groupBy(figures, ({ unitId }) => unitId)].flatMap(([unitId, reported]) => {
    const regionId = regionOf.get(unitId) ?? '';
    const beside = reported.filter(({ role }) => role === 'own').flatMap((own) => parts(own) ?? []);
    return watchUnit(definition, {
      ...{ place: { regionId, unitId }, reported, parts: beside, limits: limitsOf(regionId) },
    });
  });
  const late = await unitTargets(db, definition, catalogue, { units, day, regionOf, limitsOf });
  return { scope, found: [...odd, ...late] };
}

/** The period that a day lies in, and those before it. */
export const recentPeriods = ({ frequency }: Pick<Definition, 'frequency'>, day: string): string[] =>
  lastOnes(periodOf(day.slice(0, 7), frequency), lookBack);

/** The sums of the regions and chains that own reports stand for, by figure. */
async function partsBeside(
  db: IndicatorDb,
  indicatorId: string,
  figures: readonly UnitFigure[],
): Promise<(own: UnitFigure) => Parts | undefined> {
  const own = figures.filter(({ role, enterpriseId }) => role === 'own' && enterpriseId === '');
  if (own.length === 0) return () => undefined;
  const each = <K extends 'period' | 'regionId' | 'chainId'>(key: K) => [...new Set(own.map((figure) => figure[key]))];
  const cells = await readCells(db, {
    ...{ indicators: [indicatorId], periods: each('period'), axis: 'region' },
    ...{ places: each('regionId'), chains: each('chainId') },
  });
  const found = new Map(cells.map((cell) => [`${cell.period} ${cellKey(cell.placeId, cell.chainId)}`, cell]));
  return ({ period, regionId, chainId }) => {
    const cell = found.get(`${period} ${cellKey(regionId, chainId)}`);
    return cell === undefined ? undefined : { period, chainId, total: cell.total, firms: cell.firms };
  };
}

interface Among {
  readonly units: readonly string[];
  readonly day: string;
  readonly regionOf: ReadonlyMap<string, string>;
  readonly limitsOf: LimitsOf;
}

async function unitTargets(
  db: IndicatorDb,
  definition: Definition,
  catalogue: Catalogue,
  { units, day, regionOf, limitsOf }: Among,
): Promise<Found[]> {
  const asOf = lastOver(day, definition.frequency);
  const year = yearOf(asOf);
  const stored = await readTargets(db, {
    ...{ indicatorIds: [definition.id], unitIds: units, years: [year, year - 1] },
  });
  if (stored.length === 0) return [];
  const targets = targetsBy(stored);
  const places = [...new Set(stored.map(({ target }) => target.place.unitId))];
  const chains = [...new Set(stored.map(({ target }) => target.place.chainId))];
  const series = await seriesOf(db, definition, catalogue, asOf, { axis: 'unit', places, chains });
  return [...targets].flatMap(([key, held]) => {
    const [unitId = '', chainId = ''] = key.split(' ');
    const regionId = regionOf.get(unitId) ?? '';
    const known = series.get(key) ?? new Map();
    const firms = [...known.values()].flatMap((cells) => cells.map((cell: { firms: number }) => cell.firms));
    return watchTarget(
      definition,
      {
        ...{ place: { regionId, unitId }, chainId, limits: limitsOf(regionId) },
        facts: { ...noFacts, series: known, targets: held },
        isSmall: firms.some((count) => count > 0 && count < 3),
      },
      asOf,
      { ...usualReading, catalogue },
    );
  });
}
