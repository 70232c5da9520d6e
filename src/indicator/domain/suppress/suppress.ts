import { Sight } from './leaks.ts';
import { gridOf, type Heading, type Relation, type TableCell } from './table.ts';

/** A cell that is not shown: `small`, because of its own enterprises; `other`, so that no small one can be reckoned. */
export interface SuppressedCell {
  readonly row: string;
  readonly column: string;
  readonly because: 'small' | 'other';
}

/** Fewer enterprises than this are not shown. */
export const usualLeast = 3;

/**
 * Which cells of a table are hidden from whoever may not see single enterprises: small groups, and as few others as it finds
 * so that no small group, nor the sum of some that are one together, follows from what is shown by adding and subtracting
 * (cell suppression; Willenborg and de Waal 2001, chapter 4). Finding the fewest of all is too hard to wait for: the
 * smallest parts are taken first, then every one that proves needless is shown again.
 *
 * The whole table must be given, not the page of it that is looked at: what is hidden on one page could be reckoned from
 * another. Sides may be trees; totals are the cells of the headings above.
 */
export function suppress(
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly TableCell[],
  least = usualLeast,
): SuppressedCell[] {
  const sight = new Sight(gridOf(rows, columns, cells), least);
  const search = new Search(sight);
  for (const [number, cell] of sight.grid.cells.entries())
    if (!cell.isRest && sight.isSmall(number)) sight.hide(number);
  search.close();
  search.tidy();
  return [...sight.hidden]
    .toSorted((a, b) => a - b)
    .map((number) => {
      const { row, column } = sight.cell(number);
      return { row, column, because: sight.isSmall(number) ? 'small' : 'other' };
    });
}

/**
 * The same for tables of several periods that are shown side by side, or beside their sum: months and their year. What is
 * hidden in one is hidden in all, or the year less eleven months would tell the twelfth. An enterprise may be in every one
 * of them, so that counts are never added up over periods. Hiding more gives nothing away, so each table stays safe.
 */
export function suppressTogether(
  rows: readonly Heading[],
  columns: readonly Heading[],
  tables: readonly (readonly TableCell[])[],
  least = usualLeast,
): SuppressedCell[] {
  const found = new Map<string, SuppressedCell>();
  for (const table of tables)
    for (const cell of suppress(rows, columns, table, least)) {
      const key = JSON.stringify([cell.row, cell.column]);
      if (cell.because === 'small' || !found.has(key)) found.set(key, cell);
    }
  return [...found.values()];
}

class Search {
  private readonly sight: Sight;
  private readonly relationsOf: Relation[][];

  constructor(sight: Sight) {
    this.sight = sight;
    this.relationsOf = sight.grid.cells.map(() => []);
    for (const relation of sight.grid.relations)
      for (const cell of [relation.whole, ...relation.parts]) this.relationsOf[cell]?.push(relation);
  }

  /** Hides more cells until nothing leaks: sum by sum first, which finds nearly all, then by all equations together. */
  close(): void {
    this.closeSums(this.sight.grid.relations);
    for (let leaks = this.sight.leaks(); leaks.length > 0; leaks = this.sight.leaks()) {
      const before = this.sight.hidden.size;
      for (const leak of leaks) {
        const small = leak.filter((cell) => this.sight.isSmall(cell));
        const chosen = this.cheapestBeside(small.length > 0 ? small : leak);
        if (chosen !== null) this.hide(chosen);
      }
      // Everything around is hidden already; what still follows would follow from an empty table.
      if (this.sight.hidden.size === before) return;
    }
  }

  /** Shows again what need not be hidden, the greatest first. */
  tidy(): void {
    const { sight } = this;
    const others = [...sight.hidden].filter((cell) => !sight.isSmall(cell));
    for (const cell of others.toSorted((a, b) => this.weight(b) - this.weight(a))) sight.showIfSafe(cell);
  }

  private hide(cell: number): void {
    this.sight.hide(cell);
    this.closeSums(this.of(cell));
  }

  private closeSums(from: readonly Relation[]): void {
    const waiting = [...from];
    for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
      const chosen = this.wanted(sum);
      if (chosen === null) continue;
      this.sight.hide(chosen);
      waiting.push(...this.of(chosen), sum);
    }
  }

  /** The cell to hide so that this sum alone gives nothing away; null when it does not. */
  private wanted({ whole, parts }: Relation): number | null {
    const { sight } = this;
    const unknown = parts.filter((part) => sight.isUnknown(part));
    if (sight.isUnknown(whole)) return unknown.length > 0 ? null : this.cheapest(parts);
    const single = unknown.length === 1 && unknown.some((part) => sight.hidden.has(part) || sight.isSmall(part));
    if (!single && !sight.tellsTooMuch(unknown)) return null;
    return this.cheapest(parts) ?? whole;
  }

  /** Among the sums of these cells, and where nothing is left there, of those beside them, and so on. */
  private cheapestBeside(cells: readonly number[]): number | null {
    let reached = new Set(cells);
    for (let before = 0; reached.size > before; ) {
      before = reached.size;
      const sums = [...reached].flatMap((cell) => this.of(cell));
      const parts = sums.flatMap((sum) => sum.parts);
      const wholes = sums.map(({ whole }) => whole);
      const chosen = this.cheapest(parts) ?? this.cheapest(wholes) ?? this.cheapest([...parts, ...wholes], true);
      if (chosen !== null) return chosen;
      reached = new Set([...reached, ...wholes, ...parts]);
    }
    return null;
  }

  /**
   * Of those that can be hidden the one that opens the fewest sums that were whole so far, then the smallest. An empty cell
   * protects nothing: it is taken only when `empty` allows it.
   */
  private cheapest(cells: readonly number[], empty = false): number | null {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const cell of cells) {
      const { isRest, enterprises, value } = this.sight.cell(cell);
      if (isRest || this.sight.hidden.has(cell) || (!empty && enterprises === 0 && value === 0n)) continue;
      const weight = this.opened(cell) * 1e12 + this.weight(cell);
      if (weight < least) [best, least] = [cell, weight];
    }
    return best < 0 ? null : best;
  }

  /** Sums through a cell in which nothing else is unknown yet. */
  private opened(cell: number): number {
    return this.of(cell).filter(
      ({ whole, parts }) => ![whole, ...parts].some((each) => each !== cell && this.sight.isUnknown(each)),
    ).length;
  }

  private weight(cell: number): number {
    return this.sight.cell(cell).enterprises;
  }

  private of(cell: number): readonly Relation[] {
    return this.relationsOf[cell] ?? [];
  }
}
