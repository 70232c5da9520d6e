import type { Grid, GridCell } from './table.ts';
import { type Equation, Tableau } from './tableau.ts';

/** What a reader of a table with hidden cells does not see, and what he could reckon all the same. */
export class Sight {
  readonly grid: Grid;
  /** Fewer enterprises than this are a small group. */
  readonly least: number;
  /** Cells of the table that are not shown. */
  readonly hidden = new Set<number>();
  private readonly tableau: Tableau;

  constructor(grid: Grid, least: number) {
    this.grid = grid;
    this.least = least;
    this.tableau = new Tableau(grid.relations, grid.cells.length);
    // A rest was never shown; an empty one is as good as known.
    for (const [number, { isRest, enterprises, value }] of grid.cells.entries())
      if (isRest && (enterprises > 0 || value !== 0n)) this.tableau.hide(number);
  }

  hide(cell: number): void {
    this.hidden.add(cell);
    this.tableau.hide(cell);
  }

  /** Shows a cell again, unless something would leak by it. Whether nothing does must have been so before. */
  showIfSafe(cell: number): void {
    this.hidden.delete(cell);
    const changed = this.tableau.show(cell);
    if ([...changed].some((equation) => this.leakOf(equation) !== null)) this.hide(cell);
  }

  /** A small group: it must stay unknown. */
  isSmall(cell: number): boolean {
    const { enterprises } = this.cell(cell);
    return enterprises > 0 && enterprises < this.least;
  }

  isUnknown(cell: number): boolean {
    return this.tableau.unseen.has(cell);
  }

  cell(number: number): GridCell {
    const found = this.grid.cells[number];
    if (found === undefined) throw new RangeError(`no cell: ${number}`);
    return found;
  }

  /**
   * Whether the sum of these cells, once known, says too much of a small group among them: it is of too few enterprises
   * itself, or it is 0 where nothing can be below 0, and then so is each.
   */
  tellsTooMuch(cells: readonly number[]): boolean {
    if (!cells.some((cell) => this.isSmall(cell))) return false;
    if (cells.length === 1) return true;
    const enterprises = cells.reduce((sum, cell) => sum + this.cell(cell).enterprises, 0);
    return enterprises < this.least || cells.every((cell) => this.cell(cell).value === 0n);
  }

  /** Groups of cells that give away a small one, themselves or by their sum. Empty: the table is safe. */
  leaks(): (readonly number[])[] {
    return [...this.tableau.solved()].flatMap((equation) => {
      const leak = this.leakOf(equation);
      return leak === null ? [] : [leak];
    });
  }

  /**
   * Beside the equation itself it looks at the sum of its pivot and any other cell of few enterprises, which for groups of
   * fewer than three is all that there is.
   */
  private leakOf(equation: Equation): readonly number[] | null {
    if (equation.pivot === null) return null;
    const unseen = this.tableau.unseenOf(equation);
    const isSum = unseen.every(([, value]) => value === unseen[0]?.[1]);
    const cells = unseen.map(([cell]) => cell);
    if (isSum && this.tellsTooMuch(cells)) return cells;
    const isFew = this.cell(equation.pivot).enterprises < this.least;
    const other = isFew ? this.partner(equation.pivot, unseen) : null;
    return other === null ? null : [equation.pivot, other];
  }

  /** Another pivot whose sum with this one is known and of too few: what else stands in the two equations cancels out. */
  private partner(pivot: number, unseen: readonly [number, number][]): number | null {
    const [first, ...others] = unseen.filter(([cell]) => cell !== pivot);
    if (first === undefined) return null;
    const lead = unseen.find(([cell]) => cell === pivot)?.[1] ?? 1;
    for (const equation of this.tableau.naming(first[0])) {
      const { pivot: candidate, cells } = equation;
      if (candidate === null || candidate === pivot || !this.tellsTooMuch([pivot, candidate])) continue;
      const theirs = cells.get(candidate) ?? 1;
      const cancels = ([cell, value]: readonly [number, number]) => value * theirs === -(cells.get(cell) ?? 0) * lead;
      if (cancels(first) && others.every(cancels) && this.tableau.unseenOf(equation).length === unseen.length)
        return candidate;
    }
    return null;
  }
}
