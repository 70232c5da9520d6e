/**
 * What a reader can reckon from a table: linear equations over cells that he does not see. A row maps a cell to its
 * coefficient, whole numbers throughout.
 */
export type Row = ReadonlyMap<number, number>;

/** An equation of the reduced form: no other row names its pivot. */
export interface ReducedRow {
  readonly pivot: number;
  readonly row: Row;
}

/**
 * The reduced echelon form of equations, exact: rows keep whole coefficients in lowest terms and no pivot stands in another
 * row. A cell is determined exactly when a row of it names that cell alone. Tables of two sides, one of them a tree, keep
 * coefficients of −1, 0 and 1 (networks are totally unimodular); others may grow, and a RangeError is thrown before a
 * coefficient would lose digits.
 */
export function reduced(equations: readonly Row[]): ReducedRow[] {
  const rows: { pivot: number; row: Map<number, number> }[] = [];
  const holders = new Map<number, Set<Map<number, number>>>();
  const note = (row: Map<number, number>): void => {
    for (const cell of row.keys()) holders.set(cell, (holders.get(cell) ?? new Set()).add(row));
  };
  const pivots = new Map<number, Map<number, number>>();
  for (const equation of equations) {
    const row = new Map(equation);
    for (const cell of [...row.keys()]) {
      const other = pivots.get(cell);
      if (other !== undefined) eliminate(row, other, cell);
    }
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    for (const other of [...(holders.get(pivot) ?? [])]) {
      const before = [...other.keys()];
      eliminate(other, row, pivot);
      for (const cell of before) if (!other.has(cell)) holders.get(cell)?.delete(other);
      note(other);
    }
    pivots.set(pivot, row);
    rows.push({ pivot, row });
    note(row);
  }
  return rows;
}

/** Takes `by` off `row` so often that `cell` is gone, and brings the row to lowest terms. */
function eliminate(row: Map<number, number>, by: Row, cell: number): void {
  const [a, b] = [row.get(cell) ?? 0, by.get(cell) ?? 0];
  if (a === 0 || b === 0) return;
  const common = gcd(Math.abs(a), Math.abs(b));
  const [keep, take] = [b / common, a / common];
  if (keep !== 1) for (const [each, value] of row) row.set(each, value * keep);
  for (const [each, value] of by) {
    const left = (row.get(each) ?? 0) - value * take;
    if (left === 0) row.delete(each);
    else row.set(each, left);
  }
  lower(row);
}

function lower(row: Map<number, number>): void {
  let common = 0;
  for (const value of row.values()) {
    if (!Number.isSafeInteger(value)) throw new RangeError('coefficients too great');
    common = gcd(common, Math.abs(value));
    if (common === 1) return;
  }
  if (common > 1) for (const [each, value] of row) row.set(each, value / common);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
