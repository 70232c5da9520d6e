import { explainGap, type GapCell } from '../gap/gap.ts';
import { readCell } from './cell.ts';
import { noFacts, type ReadingOptions } from './facts.ts';
import type { MatrixAsked, MatrixCell, MatrixReading } from './matrix-model.ts';
import type { CellReading } from './model.ts';
import { isAdditive } from './nature.ts';
import { leavesAmong, suppressMatrix, tablesOf } from './shield.ts';
import { totalOf } from './totals.ts';

/**
 * Reads a whole matrix. What is hidden has no reading and is in no sum and in no answer. The gap is told by the cells that
 * have no others below them, so that nothing is counted twice.
 */
export function readMatrix(asked: MatrixAsked, options: ReadingOptions): MatrixReading {
  const { definition, rows, columns, asOf, mayDetail } = asked;
  const tables = () => tablesOf(asked.cells, definition, options.catalogue, asOf);
  const suppression = asked.suppression ?? suppressMatrix({ rows, columns, tables: tables(), mayDetail });
  const facts = new Map(asked.cells.map((cell) => [keyOf(cell.row, cell.column), cell.facts]));
  const cells = rows.flatMap(({ id: row }) =>
    columns.map(({ id: column }): MatrixCell => {
      const hidden = suppression.of(row, column);
      const reading =
        hidden === null ? readCell(definition, facts.get(keyOf(row, column)) ?? noFacts, asOf, options) : null;
      return { row, column, hidden, reading };
    }),
  );
  const [leafRows, leafColumns] = [leavesAmong(rows), leavesAmong(columns)];
  const inRow = cells.filter(({ column }) => leafColumns.has(column));
  const inColumn = cells.filter(({ row }) => leafRows.has(row));
  const leaves = inRow.filter(({ row }) => leafRows.has(row));
  const adds = isAdditive(definition);
  return {
    cells,
    rows: rows.map(({ id }) =>
      totalOf(
        id,
        inRow.filter(({ row }) => row === id),
        adds,
      ),
    ),
    columns: columns.map(({ id }) =>
      totalOf(
        id,
        inColumn.filter(({ column }) => column === id),
        adds,
      ),
    ),
    all: totalOf('', leaves, adds),
    gap: adds ? explainGap(gapCells(leaves), asked.explain) : null,
    withheld: leaves.filter(({ hidden }) => hidden !== null).length,
  };
}

const keyOf = (row: string, column: string): string => JSON.stringify([row, column]);

const gapCells = (cells: readonly MatrixCell[]): GapCell[] =>
  cells.flatMap(({ row, column, reading }) =>
    reading === null ? [] : [{ chainId: row, regionId: column, ...comparedOf(reading) }],
  );

/** Of a ceiling the two change sides: what is over it lacks. What cannot be compared because somebody is late is not known. */
function comparedOf({ main, light }: CellReading): Pick<GapCell, 'expected' | 'actual'> {
  const expected = main?.pace?.expectedFigure ?? null;
  const actual = main?.verdict.actual ?? null;
  const isLate = light.because === 'months-missing' || light.because === 'reporters-missing';
  if (isLate || main === null) return { expected: null, actual: null };
  return main.verdict.sense === 'ceiling' ? { expected: actual, actual: expected } : { expected, actual };
}
