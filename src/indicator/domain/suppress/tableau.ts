import type { Relation } from './table.ts';

/** An equation: cells and their coefficients, whole numbers throughout. */
export interface Equation {
  readonly cells: Map<number, number>;
  /** The unseen cell that it is solved for and that no other equation names; null when it names no unseen cell. */
  pivot: number | null;
}

/**
 * Everything that a reader knows to hold among the cells of a table, solved for those that he does not see. Kept solved while
 * cells are hidden and shown again: each such step is one exchange, as in the simplex method, and not a new elimination.
 *
 * What the equations say of unseen cells alone is the reduced echelon form: such a cell is determined exactly when an
 * equation names it and no other unseen one. Coefficients are exact. Tables of two sides, one of them a tree, keep them
 * at −1, 0 and 1 (networks are totally unimodular); others may grow, and a RangeError is thrown before one loses digits.
 */
export class Tableau {
  readonly unseen = new Set<number>();
  private readonly holders: Set<Equation>[];
  private readonly pivots = new Map<number, Equation>();

  constructor(relations: readonly Relation[], cells: number) {
    this.holders = Array.from({ length: cells }, () => new Set());
    for (const { whole, parts } of relations) {
      const equation: Equation = { cells: new Map([[whole, 1]]), pivot: null };
      for (const part of parts) equation.cells.set(part, -1);
      for (const cell of equation.cells.keys()) this.holders[cell]?.add(equation);
    }
  }

  /** Equations that name a cell. */
  naming(cell: number): ReadonlySet<Equation> {
    return this.holders[cell] ?? new Set();
  }

  /** Equations that say something of unseen cells. */
  solved(): Iterable<Equation> {
    return this.pivots.values();
  }

  /** The unseen cells of an equation with their coefficients. */
  unseenOf({ cells }: Equation): [number, number][] {
    return [...cells].filter(([cell]) => this.unseen.has(cell));
  }

  hide(cell: number): void {
    if (this.unseen.has(cell)) return;
    this.unseen.add(cell);
    let found: Equation | null = null;
    // Of those that can be solved for it the shortest: it makes the others the least longer.
    for (const each of this.naming(cell))
      if (each.pivot === null && (found === null || each.cells.size < found.cells.size)) found = each;
    if (found !== null) this.solve(found, cell);
  }

  /** Gives the equations that changed in what they say of unseen cells. */
  show(cell: number): ReadonlySet<Equation> {
    this.unseen.delete(cell);
    const changed = new Set(this.naming(cell));
    const equation = this.pivots.get(cell);
    if (equation === undefined) return changed;
    this.pivots.delete(cell);
    equation.pivot = null;
    const next = this.shortest(this.unseenOf(equation).map(([each]) => each));
    if (next === null) return changed;
    for (const each of this.naming(next)) changed.add(each);
    this.solve(equation, next);
    return changed;
  }

  /** Of these cells the one that the fewest equations name. */
  private shortest(cells: readonly number[]): number | null {
    let best: number | null = null;
    for (const cell of cells) if (best === null || this.naming(cell).size < this.naming(best).size) best = cell;
    return best;
  }

  private solve(equation: Equation, cell: number): void {
    equation.pivot = cell;
    this.pivots.set(cell, equation);
    for (const other of [...this.naming(cell)]) if (other !== equation) this.eliminate(other, equation, cell);
  }

  /** Takes `by` off an equation so often that `cell` is gone, and brings it to lowest terms. */
  private eliminate(equation: Equation, by: Equation, cell: number): void {
    const { cells } = equation;
    const [a, b] = [cells.get(cell) ?? 0, by.cells.get(cell) ?? 1];
    const common = gcd(Math.abs(a), Math.abs(b));
    const [keep, take] = [b / common, a / common];
    if (keep !== 1) for (const [each, value] of cells) cells.set(each, value * keep);
    for (const [each, value] of by.cells) {
      const left = (cells.get(each) ?? 0) - value * take;
      if (left !== 0) {
        cells.set(each, left);
        this.holders[each]?.add(equation);
      } else if (cells.delete(each)) this.holders[each]?.delete(equation);
    }
    lower(cells);
  }
}

function lower(cells: Map<number, number>): void {
  let common = 0;
  for (const value of cells.values()) {
    if (!Number.isSafeInteger(value)) throw new RangeError('coefficients too great');
    common = gcd(common, Math.abs(value));
    if (common === 1) return;
  }
  if (common > 1) for (const [each, value] of cells) cells.set(each, value / common);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
