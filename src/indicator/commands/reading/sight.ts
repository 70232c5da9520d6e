import { asSystem } from '../../../../platform/db/index.ts';
import type { Actor } from '../../../access/index.ts';
import { lastDay, periodsBetween } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import type { Hidden } from '../../domain/reading/matrix-model.ts';
import { usualLeast } from '../../domain/suppress/suppress.ts';
import type { Heading, TableCell } from '../../domain/suppress/table.ts';
import { type Axis, readChainParents, readParents } from '../../store/reading/places.ts';
import { readShape, readShapeStates, type ShapeCell } from '../../store/reading/shape.ts';
import type { IndicatorDb } from '../../store.ts';
import { cellsToHide } from './hide.ts';
import { hiddenMaxima } from './maxima.ts';

/**
 * What of the sums a reader may see. The one place that decides it: every answer of this folder takes its cells from `readKnown`,
 * which asks here. What is hidden is found over the whole table of an indicator and a year, all places × all chains, in every
 * month, quarter and year of it at once, not over what somebody happens to ask for: so that two answers never tell more together
 * than one of them.
 */
export interface Sight {
  /** '' is the chain of all together. */
  readonly hidden: (indicatorId: string, place: string, chain: string, year: string) => Hidden | null;
  /** Whether the reader may see single enterprises. */
  readonly mayDetail: boolean;
  /** Changes when what is hidden does. */
  readonly state: string;
}

const open: Sight = { hidden: () => null, mayDetail: true, state: '' };
type HiddenCells = ReadonlyMap<string, Hidden>;
interface Kept {
  readonly state: string;
  readonly hidden: Promise<HiddenCells>;
}
/** Per database, so that tests and several installations in one process do not share it. */
const kept = new WeakMap<object, Map<string, Kept>>();
const mostKept = 2000;

/** What an actor may see of some indicators in some years. */
export async function sightOf(
  actor: Actor,
  db: IndicatorDb,
  definitions: readonly Definition[],
  years: readonly string[],
  axis: Axis,
): Promise<Sight> {
  if (actor.permissions.has('indicator.detail')) return open;
  const ids = definitions.map(({ id }) => id);
  const states = await asSystem(() => readShapeStates(db, ids, years));
  const byYear = new Map<string, HiddenCells>();
  for (const definition of definitions)
    for (const year of years) {
      const key = `${definition.id} ${year}`;
      byYear.set(key, await hiddenIn(db, definition, year, axis, states.get(key) ?? ''));
    }
  return {
    mayDetail: false,
    hidden: (indicatorId, place, chain, year) =>
      byYear.get(`${indicatorId} ${year}`)?.get(cellKey(place, chain)) ?? null,
    state: JSON.stringify([...states]),
  };
}

const cellKey = (place: string, chain: string): string => `${place}\u0001${chain}`;

function hiddenIn(
  db: IndicatorDb,
  definition: Definition,
  year: string,
  axis: Axis,
  state: string,
): Promise<HiddenCells> {
  const known = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, known);
  const key = `${axis} ${definition.id} ${year}`;
  const before = known.get(key);
  if (before?.state === state) return before.hidden;
  if (known.size >= mostKept) known.clear();
  const hidden = asSystem(() => findHidden(db, definition, year, axis));
  known.set(key, { state, hidden });
  hidden.catch(() => known.delete(key));
  return hidden;
}

const allOf = (year: string): string[] =>
  (['month', 'quarter', 'year'] as const).flatMap((length) => periodsBetween(year, year, length));

async function findHidden(db: IndicatorDb, definition: Definition, year: string, axis: Axis): Promise<HiddenCells> {
  const cells = await readShape(db, definition.id, allOf(year), axis);
  const chains = await chainTree(db);
  const found = new Map<string, Hidden>();
  const seen = new Set<string>();
  const parentsOn = new Map<string, ReadonlyMap<string, string | null>>();
  for (const [period, some] of Map.groupBy(cells, (cell) => cell.period)) {
    const day = lastDay(period);
    const parents = parentsOn.get(day) ?? (await readParents(db, axis, day));
    parentsOn.set(day, parents);
    const rows = headingsOf(some, parents);
    for (const { place, chain, why } of await hiddenOf(definition, rows, chains, some, seen)) {
      const key = cellKey(place, chain);
      // Of several periods the cell is small in one: that says more than that it protects another.
      if (why === 'small' || !found.has(key)) found.set(key, why);
    }
  }
  return found;
}

interface HiddenCell {
  readonly place: string;
  readonly chain: string;
  readonly why: Hidden;
}

async function hiddenOf(
  { of }: Definition,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly ShapeCell[],
  seen: Set<string>,
): Promise<readonly HiddenCell[]> {
  if (of.kind === 'max') return hiddenMaxima(rows, columns, cells, usualLeast);
  const table = cells.map(
    ({ place, chain, total, firms }): TableCell => ({ row: place, column: chain, enterprises: firms, value: total }),
  );
  // Most months have the same enterprises in the same cells: what is found of one holds for the next.
  const pattern = cells
    .map(
      ({ place, chain, figures, firms, total }) => `${place} ${chain} ${figures} ${firms}${total === 0n ? ' 0' : ''}`,
    )
    .toSorted()
    .join('|');
  if (seen.has(pattern)) return [];
  seen.add(pattern);
  const hidden = await cellsToHide({ rows, columns, cells: table }, pattern);
  return hidden.map(({ row, column, because }) => ({ place: row, chain: column, why: because }));
}

/** The places that have cells, each under the nearest one above it that has. */
function headingsOf(cells: readonly ShapeCell[], parents: ReadonlyMap<string, string | null>): Heading[] {
  const ids = new Set(cells.map(({ place }) => place));
  return [...ids].toSorted().map((id) => {
    let parent = parents.get(id) ?? null;
    while (parent !== null && !ids.has(parent)) parent = parents.get(parent) ?? null;
    return { id, parent };
  });
}

async function chainTree(db: IndicatorDb): Promise<Heading[]> {
  const rows = await readChainParents(db);
  return [{ id: '', parent: null }, ...rows.map(({ id, parent }) => ({ id, parent: parent ?? '' }))];
}
