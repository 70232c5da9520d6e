import { type Actor, permit } from '../../../access/index.ts';
import { periodsBetween, yearOf } from '../../../kernel/index.ts';
import type { GapJson, HeadingJson, MatricesJson, MatrixJson, MatrixQuery } from '../../contract/reading-api.ts';
import type { Definition } from '../../domain/definition.ts';
import type { CellSeries } from '../../domain/reading/facts.ts';
import { readMatrix } from '../../domain/reading/matrix.ts';
import type { MatrixFacts, MatrixReading } from '../../domain/reading/matrix-model.ts';
import { latestPeriod, type OwnFigure, readOwn } from '../../store/reading/behind.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { type Chosen, chooseIndicators, leafDefinitions } from './catalogue.ts';
import { chainHeadings, placeHeadings, restId } from './headings.ts';
import { headJson, placeJson, rateJson, readingJson, textOrNull } from './json.ts';
import { type Known, periodsRead, readKnown } from './known.ts';
import { ownSeries } from './own.ts';
import { restOfSeries } from './rest.ts';
import { cellReached, type Standpoint, standAt, usualAxis } from './standpoint.ts';
import { readTargetsHeld, type TargetsHeld } from './targets.ts';

/** Years before the one that is looked at from which the way through a year is learned. */
const yearsLearned = 8;

/** Chains × places of some indicators, each as it stands at the end of a period. */
export async function readMatrices(actor: Actor, query: MatrixQuery, deps: IndicatorDeps): Promise<MatricesJson> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  const chosen = await chooseIndicators(db, [...new Set(query.indicators.split(','))], 'indicators');
  const asOf = query.period ?? (await lastKnown(actor, chosen, query, deps));
  const standpoint = await standAt(actor, db, { ...query, asOf });
  const { headings: rows, far } = await chainHeadings(actor, db, standpoint, query.chains?.split(',') ?? [], asOf);
  const columns = await placeHeadings(db, standpoint, asOf);
  const table = { actor, deps, chosen, standpoint, asOf, rows, far, columns, explain: query.explain ?? 3 };
  const matrices = await Promise.all(chosen.definitions.map((definition) => matrixOf(definition, table)));
  return { place: placeJson(standpoint), matrices };
}

/** The newest period of the indicators with a figure, by months; without any the month before this one. */
async function lastKnown(actor: Actor, chosen: Chosen, query: MatrixQuery, deps: IndicatorDeps): Promise<string> {
  const { db } = deps;
  const now = today(deps);
  const leaves = leafDefinitions(chosen.definitions, chosen.catalogue);
  const year = Number(now.slice(0, 4));
  const lengths = [...new Set(leaves.map(({ frequency }) => frequency))];
  const recent = lengths.flatMap((length) => periodsBetween(String(year - 3), String(year), length));
  const axis = query.axis ?? usualAxis(actor);
  const { place } = await standAt(actor, db, { ...query, asOf: now.slice(0, 7) });
  const ids = leaves.map(({ id }) => id);
  return (await latestPeriod(db, ids, recent, axis, [place.id])) ?? now.slice(0, 7);
}

interface Table {
  readonly actor: Actor;
  readonly deps: IndicatorDeps;
  readonly chosen: Chosen;
  readonly standpoint: Standpoint;
  readonly asOf: string;
  readonly rows: readonly HeadingJson[];
  readonly far: ReadonlySet<string>;
  readonly columns: readonly HeadingJson[];
  readonly explain: number;
}

async function matrixOf(definition: Definition, table: Table): Promise<MatrixJson> {
  const { actor, deps, chosen, standpoint, asOf, explain } = table;
  const { db } = deps;
  const leaves = leafDefinitions([definition], chosen.catalogue);
  const periods = periodsRead(leaves, asOf, yearsLearned, (year, leaf) => periodsBetween(year, year, leaf.frequency));
  const asked = { axis: standpoint.axis, places: idsOf(table.columns), chains: idsOf(table.rows), periods };
  const indicators = leaves.map(({ id }) => id);
  const [known, targets, own] = await Promise.all([
    readKnown(actor, db, { leaves, ...asked }),
    readTargetsHeld(db, { ...asked, indicators: [definition.id], periods: [asOf] }),
    readOwn(db, { ...asked, indicators, periods: periods.filter((period) => yearOf(period) >= yearOf(asOf) - 1) }),
  ]);
  const cells = new Cells(known, definition, table);
  const { rows, columns } = withRests(table, cells, targets, definition);
  const facts = factsOf(rows, columns, { table, cells, known, targets, own, definition });
  const suppression = { of: (row: string, column: string) => cells.hidden(row, column) };
  const reading = readMatrix(
    { definition, rows, columns, cells: facts, asOf, mayDetail: true, explain, suppression },
    chosen.options,
  );
  return matrixJson(reading, { table, definition, rows, columns, targets });
}

const idsOf = (headings: readonly HeadingJson[]): string[] => headings.map(({ id }) => id);

/** Cells of a table by heading, the rests among them. */
class Cells {
  private readonly known: Known;
  private readonly year: string;
  private readonly table: Table;
  private readonly adds: boolean;

  constructor(known: Known, { of }: Definition, table: Table) {
    this.known = known;
    this.table = table;
    this.year = table.asOf.slice(0, 4);
    this.adds = of.kind !== 'max';
  }

  hidden(chain: string, place: string) {
    const { of } = this;
    const all = of(chain, place).map(([c, p]) => this.known.hiddenOf(p, c, this.year));
    const isRest = chain === restId || place === restId;
    const why = all.find((each) => each !== null) ?? null;
    return why === null ? null : isRest ? ('other' as const) : why;
  }

  series(chain: string, place: string): CellSeries {
    if (chain !== restId && place !== restId) return this.known.seriesOf(place, chain);
    if (!this.adds) return new Map();
    const key = JSON.stringify([chain, place]);
    const known = this.rests.get(key);
    if (known !== undefined) return known;
    const [whole, ...parts] = chain === restId ? this.across(place) : this.along(chain);
    const used = this.of(chain, place);
    const told = new Map<string, boolean>();
    const isTold = (period: string): boolean => {
      const year = period.slice(0, 4);
      const is = told.get(year) ?? used.every(([c, p]) => this.known.hiddenOf(p, c, year) === null);
      told.set(year, is);
      return is;
    };
    const rest = restOfSeries(whole ?? new Map(), parts, isTold);
    this.rests.set(key, rest);
    return rest;
  }

  /** Rests are asked for more than once, and each is made of many cells. */
  private readonly rests = new Map<string, CellSeries>();

  /** The cells that a cell is reckoned from: itself, or a whole and its parts. */
  private readonly of = (chain: string, place: string): (readonly [chain: string, place: string])[] => {
    if (chain === restId) return ['', ...this.topChains()].flatMap((each) => this.of(each, place));
    if (place === restId) return idsOf(this.table.columns).map((each) => [chain, each]);
    return [[chain, place]];
  };

  private across(place: string): CellSeries[] {
    return ['', ...this.topChains()].map((chain) => this.series(chain, place));
  }

  private along(chain: string): CellSeries[] {
    return idsOf(this.table.columns).map((place) => this.known.seriesOf(place, chain));
  }

  private topChains(): string[] {
    return this.table.rows.filter(({ id, parent }) => id !== '' && parent === '').map(({ id }) => id);
  }
}

/** Headings for what is left, where something is; a chain of elsewhere without anything is no row. */
function withRests(
  { rows: every, far, columns, standpoint }: Table,
  cells: Cells,
  targets: TargetsHeld,
  { id: indicatorId }: Definition,
) {
  const has = (chain: string, place: string) => cells.series(chain, place).size > 0;
  const isHere = (chain: string, place: string) =>
    has(chain, place) || cells.hidden(chain, place) !== null || targets.of(indicatorId, place, chain).length > 0;
  const rows = every.filter(({ id }) => !far.has(id) || columns.some((column) => isHere(id, column.id)));
  const chains = idsOf(rows);
  const isWhole = chains.includes('') && chains.length > 1;
  const here = standpoint.place.id;
  const left: HeadingJson = { id: restId, name: '其他', parent: '', opens: false };
  const restRow = isWhole && columns.some(({ id }) => has(restId, id)) ? [left] : [];
  const own: HeadingJson = { id: restId, name: '本级', parent: here, opens: false };
  const restColumn = columns.length > 1 && chains.some((chain) => has(chain, restId)) ? [own] : [];
  return { rows: [...rows, ...restRow], columns: [...columns, ...restColumn] };
}

interface FactsContext {
  readonly table: Table;
  readonly cells: Cells;
  readonly known: Known;
  readonly targets: TargetsHeld;
  readonly own: readonly OwnFigure[];
  readonly definition: Definition;
}

function factsOf(rows: readonly HeadingJson[], columns: readonly HeadingJson[], context: FactsContext): MatrixFacts[] {
  const { table, cells, known, targets, own, definition } = context;
  const here = table.standpoint.place.id;
  return rows.flatMap(({ id: row }) =>
    columns.map(({ id: column }): MatrixFacts => {
      const isRest = row === restId || column === restId;
      const lender = isRest || column === here ? undefined : known.seriesOf(here, row);
      return {
        ...{ row, column },
        facts: {
          series: cells.series(row, column),
          own: isRest ? null : ownSeries(own, column, row),
          earlier: null,
          targets: isRest ? [] : targets.of(definition.id, column, row),
          lender,
        },
      };
    }),
  );
}

interface JsonContext {
  readonly table: Table;
  readonly definition: Definition;
  readonly rows: readonly HeadingJson[];
  readonly columns: readonly HeadingJson[];
  readonly targets: TargetsHeld;
}

function matrixJson(reading: MatrixReading, { table, definition, rows, columns, targets }: JsonContext): MatrixJson {
  const { actor, standpoint, asOf } = table;
  const { id, name } = standpoint.place;
  const total = (each: MatrixReading['all']) => ({
    ...{ ...each, lights: { ...each.lights } },
    ...{ actual: textOrNull(each.actual), expected: textOrNull(each.expected), goal: textOrNull(each.goal) },
  });
  return {
    ...{ indicator: headJson(definition), asOf, rows: [...rows], columns: [...columns] },
    cells: reading.cells.map(({ row, column, hidden, reading: cell }) => {
      const place = column === restId ? id : column;
      if (!cellReached(actor, standpoint.axis, place, row))
        return { row, column, hidden: 'reach' as const, reading: null };
      const told = cell === null ? null : readingJson(cell, definition.decimals, { id, name }, targets.sourceOf);
      return { row, column, hidden, reading: told };
    }),
    ...{ rowTotals: reading.rows.map(total), columnTotals: reading.columns.map(total), all: total(reading.all) },
    ...{ gap: reading.gap === null ? null : gapJson(reading.gap), withheld: reading.withheld },
  };
}

function gapJson({
  gap,
  shortfall,
  surplus,
  behind,
  explained,
  others,
  offsetting,
  unknown,
}: NonNullable<MatrixReading['gap']>): GapJson {
  const part = ({ chainId, regionId, amount, share }: (typeof behind)[number]) => ({
    ...{ row: chainId, column: regionId, amount: String(amount), share: rateJson(share) },
  });
  return {
    ...{ gap: String(gap), shortfall: String(shortfall), surplus: String(surplus) },
    ...{ behind: behind.map(part), offsetting: offsetting.map(part) },
    explained: explained === null ? null : rateJson(explained),
    others: { cells: others.cells, amount: String(others.amount) },
    unknown: unknown.map(({ chainId, regionId }) => ({ row: chainId, column: regionId })),
  };
}
