import { type Period, periodsBetween, shifted, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { type SuppressedCell, suppressTogether, usualLeast } from '../suppress/suppress.ts';
import type { Heading, TableCell } from '../suppress/table.ts';
import { mannerOf } from '../time/known.ts';
import { lastStep } from './cell.ts';
import { type Catalogue, leavesOf } from './facts.ts';
import type { Hidden, MatrixFacts } from './matrix-model.ts';

/** What of a table is hidden. */
export interface Suppression {
  readonly hidden: readonly SuppressedCell[];
  readonly of: (row: string, column: string) => Hidden | null;
}

export interface SuppressAsked {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /**
   * One table for each period (and indicator) that is shown or could be reckoned from what is shown: months beside their
   * year, the bases of growth.
   */
  readonly tables: readonly (readonly TableCell[])[];
  /** Whether the reader may see single enterprises: then nothing is hidden. */
  readonly mayDetail: boolean;
  readonly least?: number;
}

/** Hides small groups in a table with its totals and in all periods that stand beside one another. */
export function suppressMatrix({ rows, columns, tables, mayDetail, least = usualLeast }: SuppressAsked): Suppression {
  const hidden = mayDetail ? [] : suppressTogether(rooted(rows), rooted(columns), tables, least);
  const byKey = new Map(hidden.map((cell) => [JSON.stringify([cell.row, cell.column]), cell.because]));
  return { hidden, of: (row, column) => byKey.get(JSON.stringify([row, column])) ?? null };
}

/** '' is all together: whatever hangs on nothing else that is given is part of it, or it would be taken for a stranger. */
export function rooted(headings: readonly Heading[]): Heading[] {
  const ids = new Set(headings.map(({ id }) => id));
  if (!ids.has('')) return [...headings];
  return headings.map(({ id, parent }) => {
    const isOrphan = id !== '' && (parent === null || !ids.has(parent));
    return { id, parent: isOrphan ? '' : parent };
  });
}

/** Headings that nothing else that is given is part of. */
export function leavesAmong(headings: readonly Heading[]): Set<string> {
  const parents = new Set(rooted(headings).flatMap(({ parent }) => parent ?? []));
  return new Set(headings.map(({ id }) => id).filter((id) => !parents.has(id)));
}

/**
 * The tables that a matrix gives away: of every indicator that it is made of, each period that a figure of the year, of the
 * step or a base of growth takes in.
 */
export function tablesOf(
  cells: readonly MatrixFacts[],
  definition: Definition,
  catalogue: Catalogue,
  asOf: Period,
): TableCell[][] {
  const tables = new Map<string, TableCell[]>();
  for (const id of leavesOf(definition, catalogue)) {
    const leaf = id === definition.id ? definition : catalogue.get(id);
    const wanted = new Set(leaf === undefined ? [] : periodsShown(leaf, asOf));
    for (const { row, column, facts } of cells)
      for (const { period, firms, total } of facts.series.get(id) ?? []) {
        if (!wanted.has(period)) continue;
        const key = JSON.stringify([id, period]);
        const table = tables.get(key) ?? [];
        // A greatest one is not the sum of its parts, and would tell a single hidden one that it exceeds all that are shown: then
        // enterprises are what is added up, so that another is hidden beside it.
        const value = leaf?.of.kind === 'max' ? BigInt(firms) : total;
        table.push({ row, column, enterprises: firms, value });
        tables.set(key, table);
      }
  }
  return [...tables.values()];
}

function periodsShown(leaf: Definition, asOf: Period): Period[] {
  const manner = mannerOf(leaf);
  const step = lastStep(asOf, manner);
  if (step === null) return [];
  const first = yearOf(step);
  const ofYear = periodsBetween(String(first).padStart(4, '0'), step, manner.frequency);
  const before = ofYear.map(yearBefore);
  return [...new Set([...ofYear, ...before, shifted(step, -1)])];
}
