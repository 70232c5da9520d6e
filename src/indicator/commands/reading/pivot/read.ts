import { type Actor, permit } from '../../../../access/index.ts';
import { lastDay, RefusalError } from '../../../../kernel/index.ts';
import type { PivotCellJson, PivotJson, PivotMeasure, PivotSpec } from '../../../contract/reading-api.ts';
import type { Definition } from '../../../domain/definition.ts';
import { isAdditive } from '../../../domain/reading/nature.ts';
import type { IndicatorDeps } from '../../deps.ts';
import { type Chosen, chooseIndicators, leafDefinitions } from '../catalogue.ts';
import { restId } from '../headings.ts';
import { headJson, placeJson } from '../json.ts';
import { type Standpoint, standAt } from '../standpoint.ts';
import { combined, type Member, membersOf, type Spot, spotOf } from './axes.ts';
import { type Beside, besideOf } from './beside.ts';
import { enterpriseMembers, withOtherEnterprises } from './enterprises.ts';
import { readFacts } from './facts.ts';
import { type Readings, readingsOf, stepsFor } from './readings.ts';
import { orderedRows, plainRows, type Row } from './rows.ts';
import { checkSpec } from './spec.ts';

/** Cells that one table may have in all, on all its pages. */
const mostCells = 60_000;
/** Sums that may be looked at for one answer. */
const mostSums = 400_000;

/** A table that is ready to tell its rows, page by page. */
export interface OpenPivot {
  readonly standpoint: Standpoint;
  readonly chosen: Chosen;
  readonly columns: readonly (readonly Member[])[];
  readonly rows: readonly Row[];
  /** Cells of some of its rows. */
  readonly read: (rows: readonly Row[]) => Promise<PivotCellJson[][]>;
}

/** One page of a table with any axes. */
export async function readPivot(
  actor: Actor,
  { spec, page, pageSize }: { readonly spec: PivotSpec; readonly page: number; readonly pageSize: number },
  deps: IndicatorDeps,
): Promise<PivotJson> {
  permit(actor, 'indicator.read');
  const { standpoint, chosen, columns, rows, read } = await openPivot(actor, spec, deps);
  const some = rows.slice((page - 1) * pageSize, page * pageSize);
  const cells = await read(some);
  const only = spec.indicators.length === 1 ? (spec.indicators[0] ?? null) : null;
  const told = (keys: readonly Member[]) => ({
    keys: keys.map(({ axis, id, name }) => ({ axis, id, name })),
    indicatorId: keys.find(({ axis }) => axis === 'indicator')?.id ?? only,
  });
  return {
    place: placeJson(standpoint),
    indicators: chosen.definitions.map(headJson),
    columns: columns.map((keys) => ({ ...told(keys), kind: keys.some(({ isTotal }) => isTotal) ? 'total' : 'plain' })),
    rows: some.map(({ keys, kind, members }, at) => ({ ...told(keys), kind, members, cells: cells[at] ?? [] })),
    ...{ total: rows.length, page, pageSize },
  };
}

/** Finds the rows and columns of a table. Refuses one that is too large to be looked through. */
export async function openPivot(actor: Actor, spec: PivotSpec, deps: IndicatorDeps): Promise<OpenPivot> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  const periods = checkSpec(actor, spec);
  const last = periods.at(-1) ?? '';
  const chosen = await chooseIndicators(db, spec.indicators, 'indicators');
  const standpoint = await standAt(actor, db, { axis: spec.axis, place: spec.place, asOf: last });
  const { definitions, catalogue } = chosen;
  const leaves = leafDefinitions(definitions, catalogue);
  const axesContext = { actor, db, spec, standpoint, definitions, leaves, periods };
  const chain = spec.chains.length === 1 ? (spec.chains[0] ?? '') : '';
  const usual: Spot = {
    indicator: spec.indicators[0] ?? '',
    period: last,
    place: standpoint.place.id,
    chain,
    enterprise: '',
  };
  const enterprises = spec.rows.includes('enterprise')
    ? await enterpriseMembers({ db, spec, chosen, standpoint, usual })
    : { members: [], all: 0 };
  const members = async (axis: PivotSpec['rows'][number]): Promise<readonly Member[]> =>
    axis === 'enterprise' ? enterprises.members : membersOf(axis, axesContext);
  const rowAxes = await Promise.all(spec.rows.map(members));
  const columns = combined(await Promise.all(spec.columns.map(members)));
  const size = rowAxes.reduce((all, axis) => all * axis.length, 1) * columns.length;
  if (size > mostCells)
    throw new RefusalError({ code: 'pivot-too-large', field: 'spec', given: size, limit: mostCells });
  const context: TableContext = { actor, deps, spec, chosen, standpoint, usual, columns, rowAxes };
  if (spec.sort === null && (spec.top === null || spec.rows.includes('enterprise'))) {
    const rows = withOtherEnterprises(plainRows(rowAxes), enterprises.all);
    return { standpoint, chosen, columns, rows, read: (some) => tellRows(some, context) };
  }
  // The order rests on one column; it decides which rows there are, and with them what is left.
  const sort = spec.sort ?? { measure: spec.measures[0] ?? 'value', column: 0, descending: true };
  const column = columns[Math.min(sort.column, columns.length - 1)] ?? [];
  const { readings } = await open(plainRows(rowAxes), context, [column], [sort.measure]);
  const rows = withOtherEnterprises(orderedRows(rowAxes, { spec, readings, columns, usual }), enterprises.all);
  return { standpoint, chosen, columns, rows, read: (some) => tellRows(some, context) };
}

interface TableContext {
  readonly actor: Actor;
  readonly deps: IndicatorDeps;
  readonly spec: PivotSpec;
  readonly chosen: Chosen;
  readonly standpoint: Standpoint;
  readonly usual: Spot;
  readonly columns: readonly (readonly Member[])[];
  readonly rowAxes: readonly (readonly Member[])[];
}

async function tellRows(rows: readonly Row[], context: TableContext): Promise<PivotCellJson[][]> {
  const { spec, columns, usual } = context;
  const { readings, beside } = await open(rows, context, columns, spec.measures);
  return rows.map(({ keys, kind }) =>
    columns.map((column): PivotCellJson => {
      const spot = spotOf([...keys, ...column], usual);
      const cell = readings.cell(spot, spec.measures);
      if (cell.hidden !== null) return cell;
      const among =
        kind === 'plain'
          ? beside.of(spot, spec.measures)
          : beside.of(
              spot,
              spec.measures.filter((each) => each === 'share'),
            );
      return { ...cell, ...among, ...(kind !== 'plain' && spec.measures.includes('rank') && { rank: null }) };
    }),
  );
}

/** Everything that is wanted to tell some rows, read at once. */
async function open(
  rows: readonly Row[],
  context: TableContext,
  columns: readonly (readonly Member[])[],
  measures: readonly PivotMeasure[],
): Promise<{ readonly readings: Readings; readonly beside: Beside }> {
  const { actor, deps, spec, chosen, standpoint, usual, rowAxes } = context;
  const comparing = measures.includes('rank');
  const along = alongOf(spec);
  const beside = rowAxes.at(-1)?.filter(({ isTotal }) => !isTotal) ?? [];
  const spots = rows.flatMap(({ keys, top }) => {
    const others = top.map((id) => [...keys.slice(0, -1), { ...(keys.at(-1) as Member), id }]);
    const peers = comparing ? beside.map((member) => [...keys.slice(0, -1), member]) : [];
    return [keys, ...others, ...peers].flatMap((each) => columns.map((column) => spotOf([...each, ...column], usual)));
  });
  const unique = (of: keyof Spot) => [...new Set(spots.map((spot) => spot[of]))].filter((id) => id !== restId);
  const definitionOf = (id: string): Definition => {
    const found = chosen.definitions.find((definition) => definition.id === id);
    if (found === undefined) throw new Error(`no indicator of this table: ${id}`);
    return found;
  };
  const definitions = unique('indicator').map(definitionOf);
  const leaves = leafDefinitions(definitions, chosen.catalogue);
  const needed = new Set(
    unique('period').flatMap((period) =>
      leaves.flatMap((leaf) => measures.flatMap((measure) => stepsFor(leaf, measure, period))),
    ),
  );
  const last =
    unique('period')
      .toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
      .at(-1) ?? usual.period;
  const wanted = {
    ...{ leaves, axis: standpoint.axis, periods: [...needed], indicators: definitions.map(({ id }) => id) },
    places: [...new Set([...unique('place'), standpoint.place.id])],
    chains: [...new Set([...unique('chain'), usual.chain, ...(along === 'chain' ? [''] : [])])],
    enterprises: unique('enterprise').filter((id) => id !== ''),
    shown: unique('period'),
    targets: measures.includes('target') || measures.includes('completion'),
  };
  const sums = wanted.places.length * wanted.chains.length * wanted.periods.length * leaves.length;
  if (sums > mostSums) throw new RefusalError({ code: 'pivot-too-large', field: 'spec', given: sums, limit: mostSums });
  const tops = new Map(rows.flatMap(({ keys, top, kind }) => (kind === 'rest' ? [[restKey(keys), top] as const] : [])));
  const facts = await readFacts(actor, deps, wanted, (spot) => tops.get(keyOfRest(spot, spec)) ?? [], standpoint);
  const readings = readingsOf({ ...facts, definitionOf, options: chosen.options, last });
  return {
    readings,
    beside: besideOf({
      ...{ readings, along, members: beside.map(({ id }) => id), whole: along === 'place' ? standpoint.place.id : '' },
      isHidden: (spot) => facts.hiddenOf(spot) !== null,
      directionOf: (id) => definitionOf(id).direction,
      addsUp: (id) => isAdditive(definitionOf(id)),
    }),
  };
}

/** The axis along which cells are compared: the last of the rows that has parts of a whole, else the last of the columns. */
function alongOf({ rows, columns }: PivotSpec): 'place' | 'chain' | 'enterprise' | null {
  const isOfParts = (axis: string) => axis === 'place' || axis === 'chain' || axis === 'enterprise';
  const found = rows.findLast(isOfParts) ?? columns.findLast(isOfParts);
  return found === 'place' || found === 'chain' || found === 'enterprise' ? found : null;
}

/** A rest belongs to its group: to the other keys of its row. */
const restKey = (keys: readonly Member[]): string =>
  JSON.stringify(keys.slice(0, -1).map(({ axis, id }) => [axis, id]));
const keyOfRest = (spot: Spot, { rows }: PivotSpec): string =>
  JSON.stringify(rows.slice(0, -1).map((axis) => [axis, spot[axis]]));
