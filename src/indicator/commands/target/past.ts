import { type Period, periodsBetween, shifted } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import { type HandingNature, natureOf, type Past, referenceOf } from '../../domain/handing/nature.ts';
import { type Catalogue, leavesOf } from '../../domain/reading/facts.ts';
import { sidedOf } from '../../domain/reading/sides.ts';
import type { Target } from '../../domain/target/target.ts';
import { isWhole, readPeriod } from '../../domain/time/reading.ts';
import { type Cell, type IndicatorDb, readCells } from '../../store.ts';

/** What places reported for the year that shares are of. */
export interface PastFigures {
  readonly nature: HandingNature;
  /** The year; null: nobody has a whole one. */
  readonly period: Period | null;
  /** What a ratio of one is kept as; 1 for others. */
  readonly unit: bigint;
  readonly of: (place: { readonly regionId: string; readonly unitId: string; readonly enterpriseId: string }) => Past;
}

const nothing: Past = { last: null, below: null };
/** When last year is not over yet, or nobody has a whole one, shares are those of a year before. */
const yearsBack = 3;

/**
 * Figures of last year of the parts of a target, in the chain of the target, read as the actor may read them. Of growth over
 * a base only the base counts. Enterprises have none here.
 */
export async function readPast(
  db: IndicatorDb,
  target: Target,
  catalogue: Catalogue,
  places: { readonly regions: readonly string[]; readonly units: readonly string[] },
): Promise<PastFigures> {
  const definition = catalogue.get(target.indicatorId);
  if (definition === undefined) return { nature: 'none', period: null, unit: 1n, of: () => nothing };
  const nature = natureOf(target, definition);
  const reference = referenceOf(target);
  const years =
    nature === 'growth' ? [reference] : Array.from({ length: yearsBack }, (_, back) => shifted(reference, -back));
  const cells = await cellsOf(db, definition, catalogue, target.place.chainId, years, places);
  const figures = years.map((year) => ({ year, of: figuresOf(cells, definition, catalogue, year) }));
  const known = figures.find(({ of }) => [...of.values()].some(({ last }) => last !== null));
  const period = known?.year ?? null;
  return {
    ...{ nature, period, unit: unitOf(definition) },
    of: ({ regionId, unitId, enterpriseId }) =>
      enterpriseId !== '' || known === undefined
        ? nothing
        : (known.of.get(unitId === '' ? `region ${regionId}` : `unit ${unitId}`) ?? nothing),
  };
}

type Cells = ReadonlyMap<string, readonly Cell[]>;

async function cellsOf(
  db: IndicatorDb,
  definition: Definition,
  catalogue: Catalogue,
  chainId: string,
  years: readonly Period[],
  { regions, units }: { readonly regions: readonly string[]; readonly units: readonly string[] },
): Promise<Cells> {
  const indicators = leavesOf(definition, catalogue);
  const lengths = new Set(indicators.map((id) => catalogue.get(id)?.frequency ?? 'year'));
  const periods = [...lengths].flatMap((length) => years.flatMap((year) => periodsBetween(year, year, length)));
  const found = new Map<string, Cell[]>();
  for (const [axis, ids] of [
    ['region', regions],
    ['unit', units],
  ] as const) {
    if (ids.length === 0) continue;
    for (const cell of await readCells(db, { indicators, periods, axis, places: ids, chains: [chainId] })) {
      const key = `${axis} ${cell.placeId}`;
      found.set(key, [...(found.get(key) ?? []), cell]);
    }
  }
  return found;
}

/** The figure of a whole year at each place; of a ratio both sides, brought to the same decimals. */
function figuresOf(
  cells: Cells,
  definition: Definition,
  catalogue: Catalogue,
  year: Period,
): ReadonlyMap<string, Past> {
  return new Map(
    [...cells].map(([place, own]) => {
      const series = new Map(
        [...Map.groupBy(own, ({ indicatorId }) => indicatorId)].map(([id, each]) => [
          id,
          each.map(({ period, total, figures, firms }) => ({
            period,
            total,
            figures,
            firms,
            vintages: {},
            reporters: null,
          })),
        ]),
      );
      const sided = sidedOf(definition, series, catalogue, year);
      const read = (side: Parameters<typeof whole>[0]) => whole(side, year);
      if (sided.kind === 'plain') return [place, { last: read(sided.side), below: null }];
      const { more, less } = decimalsApart(definition, catalogue);
      const [above, below] = [read(sided.above), read(sided.below)];
      return [place, { last: above === null ? null : above * more, below: below === null ? null : below * less }];
    }),
  );
}

type Side = Extract<ReturnType<typeof sidedOf>, { kind: 'plain' }>['side'];

function whole({ series, manner }: Side, year: Period): bigint | null {
  const reading = readPeriod(series, year, manner);
  return isWhole(reading) ? reading.value : null;
}

/** By what figures above and below a line are multiplied to have the same decimals. */
function decimalsApart({ of }: Definition, catalogue: Catalogue): { more: bigint; less: bigint } {
  if (of.kind !== 'ratio') return { more: 1n, less: 1n };
  const apart = (catalogue.get(of.above)?.decimals ?? 0) - (catalogue.get(of.below)?.decimals ?? 0);
  return { more: 10n ** BigInt(Math.max(0, -apart)), less: 10n ** BigInt(Math.max(0, apart)) };
}

function unitOf({ of, decimals }: Definition): bigint {
  return of.kind === 'ratio' ? BigInt(of.times) * 10n ** BigInt(decimals) : 1n;
}
