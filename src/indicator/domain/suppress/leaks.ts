import { type ReducedRow, reduced } from './rows.ts';
import type { Grid } from './table.ts';

/** What a reader of a table with hidden cells does not see, and what he could reckon all the same. */
export class Sight {
  readonly grid: Grid;
  /** Fewer enterprises than this are a small group. */
  readonly least: number;
  readonly hidden = new Set<number>();

  constructor(grid: Grid, least: number) {
    this.grid = grid;
    this.least = least;
  }

  /** A small group: it must stay unknown. */
  isSmall(cell: number): boolean {
    const { enterprises } = this.cell(cell);
    return enterprises > 0 && enterprises < this.least;
  }

  /** Hidden, or a rest that was never shown; an empty rest is as good as known. */
  isUnknown(cell: number): boolean {
    if (this.hidden.has(cell)) return true;
    const { isRest, enterprises, value } = this.cell(cell);
    return isRest && (enterprises > 0 || value !== 0n);
  }

  cell(number: number) {
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

  /** Everything that can be reckoned of what is not seen, as equations in reduced form. */
  equations(): ReducedRow[] {
    const rows = this.grid.relations.map(({ whole, parts }) => {
      const row = new Map<number, number>();
      if (this.isUnknown(whole)) row.set(whole, 1);
      for (const part of parts) if (this.isUnknown(part)) row.set(part, -1);
      return row;
    });
    return reduced(rows.filter((row) => row.size > 0));
  }

  /**
   * Cells that give away a small group, themselves or by their sum: the first found, or null when the table is safe. Beside
   * every equation it looks at the sum of any two small cells, which for groups of fewer than three is all that there is.
   */
  leak(): readonly number[] | null {
    const rows = this.equations();
    for (const { row } of rows) {
      const cells = [...row.keys()];
      if (new Set(row.values()).size === 1 && this.tellsTooMuch(cells)) return cells;
    }
    return this.pair(rows);
  }

  /** Two small cells whose sum is known: both are pivots, and what else stands in their rows cancels out. */
  private pair(rows: readonly ReducedRow[]): readonly [number, number] | null {
    const byRest = new Map<string, number>();
    for (const { pivot, row } of rows) {
      if (!this.isSmall(pivot)) continue;
      const lead = row.get(pivot) ?? 1;
      const rest = [...row].filter(([cell]) => cell !== pivot).toSorted(([a], [b]) => a - b);
      const keyOf = (sign: number) => rest.map(([cell, value]) => `${cell}:${(sign * value) / lead}`).join();
      const other = byRest.get(keyOf(-1));
      if (other !== undefined && this.tellsTooMuch([other, pivot])) return [other, pivot];
      // Of several the smallest: with it the sum is least.
      const same = byRest.get(keyOf(1));
      if (same === undefined || this.cell(pivot).enterprises < this.cell(same).enterprises) byRest.set(keyOf(1), pivot);
    }
    return null;
  }
}
