import { expect, test } from 'vitest';
import { type Fraction, fraction, minus, over, times } from '../number/fraction.ts';
import { type Dice, diceOf } from '../testing/dice.ts';
import { suppress, suppressTogether } from './suppress.ts';
import type { Heading, TableCell } from './table.ts';

/** Headings of a tree: `0` is the top. */
const tree = (parents: readonly (number | null)[], mark: string): Heading[] =>
  parents.map((parent, at) => ({ id: `${mark}${at}`, parent: parent === null ? null : `${mark}${parent}` }));

const randomTree = (dice: Dice, size: number, mark: string, isFlat: boolean): Heading[] =>
  tree(
    Array.from({ length: size }, (_, at) => (at === 0 ? null : isFlat ? 0 : dice(at))),
    mark,
  );

/** Enterprises in the leaves, and now and then right in a heading above them; totals are reckoned. */
function randomTable(dice: Dice, rows: readonly Heading[], columns: readonly Heading[], rests = true): TableCell[] {
  const isLeaf = (all: readonly Heading[], id: string) => !all.some(({ parent }) => parent === id);
  const own = rows.flatMap(({ id: row }) =>
    columns.map(({ id: column }) => {
      const inner = !isLeaf(rows, row) || !isLeaf(columns, column);
      const enterprises = inner ? (rests && dice(8) === 0 ? 1 + dice(3) : 0) : dice(3) === 0 ? dice(3) : dice(12);
      return { row, column, enterprises, value: BigInt(enterprises * (1 + dice(90))) };
    }),
  );
  const within = (all: readonly Heading[], id: string | null, top: string): boolean => {
    if (id === top) return true;
    const above = all.find((each) => each.id === id)?.parent ?? null;
    return above !== null && within(all, above, top);
  };
  return own.map((cell) => {
    const parts = own.filter((each) => within(rows, each.row, cell.row) && within(columns, each.column, cell.column));
    const enterprises = parts.reduce((sum, part) => sum + part.enterprises, 0);
    return { ...cell, enterprises, value: parts.reduce((sum, part) => sum + part.value, 0n) };
  });
}

interface Equation {
  readonly cells: ReadonlyMap<string, Fraction>;
  /** What the whole holds itself: its name and how many enterprises there are in it. */
  readonly rest: readonly [string, number];
}
const name = (row: string, column: string) => `${row} ${column}`;

/** Every sum of the table over what is not seen; what a heading holds itself is an unknown of its own when there is any. */
function equations(
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly TableCell[],
  hidden: ReadonlySet<string>,
): Equation[] {
  const of = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
  const found: Equation[] = [];
  const add = (whole: readonly [string, string], parts: readonly (readonly [string, string])[], mark: string) => {
    const row = new Map<string, Fraction>();
    if (hidden.has(name(...whole))) row.set(name(...whole), fraction(1n));
    for (const part of parts) if (hidden.has(name(...part))) row.set(name(...part), fraction(-1n));
    const left = parts.reduce((rest, part) => rest - (of(...part)?.value ?? 0n), of(...whole)?.value ?? 0n);
    const rest = `${mark} ${name(...whole)}`;
    const size = parts.reduce((sum, part) => sum - (of(...part)?.enterprises ?? 0), of(...whole)?.enterprises ?? 0);
    if (left !== 0n) row.set(rest, fraction(-1n));
    if (row.size > 0) found.push({ cells: row, rest: [rest, size] });
  };
  for (const { id } of rows)
    for (const { id: column } of columns) {
      const downs = rows.filter(({ parent }) => parent === id);
      if (downs.length > 0)
        add(
          [id, column],
          downs.map((part) => [part.id, column]),
          'row',
        );
      const acrosses = columns.filter(({ parent }) => parent === column);
      if (acrosses.length > 0)
        add(
          [id, column],
          acrosses.map((part) => [id, part.id]),
          'column',
        );
    }
  return found;
}

/** Plain Gauss and Jordan with fractions; gives the rows that are left. */
function solve(given: readonly Equation[]): Map<string, Fraction>[] {
  const rows = given.map(({ cells }) => new Map(cells));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  let done = 0;
  for (const column of names) {
    const at = rows.findIndex((row, index) => index >= done && row.has(column));
    const pivot = rows[at];
    if (pivot === undefined) continue;
    rows.splice(at, 1);
    rows.splice(done, 0, pivot);
    const lead = pivot.get(column) ?? fraction(1n);
    for (const [each, value] of pivot) pivot.set(each, over(value, lead));
    for (const row of rows) {
      const by = row.get(column);
      if (row === pivot || by === undefined) continue;
      for (const [each, value] of pivot) {
        const left = minus(row.get(each) ?? fraction(0n), times(by, value));
        if (left.n === 0n) row.delete(each);
        else row.set(each, left);
      }
    }
    done += 1;
  }
  return rows.filter((row) => row.size > 0);
}

/**
 * Hidden cells that a reader could reckon, and sums that he could reckon though they are of fewer than three enterprises, one
 * of them in a small group.
 */
function leaks(
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly TableCell[],
  hidden: ReadonlySet<string>,
): string[] {
  const given = equations(rows, columns, cells, hidden);
  const sizes = new Map(given.map(({ rest }) => rest));
  for (const cell of cells) sizes.set(name(cell.row, cell.column), cell.enterprises);
  const solved = solve(given);
  const known = solved.flatMap((row) => [...row.keys()].filter((each) => row.size === 1 && hidden.has(each)));
  const sums = solved.map((row) => [...row.keys()]).filter((_, at) => isSum(solved[at] ?? new Map()));
  const few = (some: readonly string[]) => some.reduce((sum, each) => sum + (sizes.get(each) ?? 0), 0) < 3;
  const hasSmall = (some: readonly string[]) => some.some((each) => [1, 2].includes(sizes.get(each) ?? 0));
  // One enterprise in each of two cells: is their sum a combination of the equations?
  const ones = [...sizes.keys()].filter((each) => sizes.get(each) === 1 && (hidden.has(each) || !each.startsWith('r')));
  const pairs = ones.flatMap((a, at) => ones.slice(at + 1).map((b) => [a, b]));
  const told = [
    ...sums.filter((some) => some.length === 1 || few(some)),
    ...pairs.filter((pair) => follows(pair, solved)),
  ];
  return [...known, ...told.filter(hasSmall).map((some) => some.join(' + '))];
}

const isSum = (row: ReadonlyMap<string, Fraction>) =>
  new Set([...row.values()].map(({ n, d }) => `${n}/${d}`)).size === 1;

/** Whether the sum of two unknowns leaves nothing when every equation is taken off that leads with one of them. */
function follows([a = '', b = '']: readonly string[], solved: readonly ReadonlyMap<string, Fraction>[]): boolean {
  const left = new Map([
    [a, fraction(1n)],
    [b, fraction(1n)],
  ]);
  for (const row of solved) {
    // The first one in a row that no other row has: its pivot.
    const pivot = [...row.keys()].find((each) => solved.every((other) => other === row || !other.has(each)));
    const by = pivot === undefined ? undefined : left.get(pivot);
    if (by === undefined || pivot === undefined) continue;
    const lead = row.get(pivot) ?? fraction(1n);
    for (const [each, value] of row) {
      const rest = minus(left.get(each) ?? fraction(0n), times(by, over(value, lead)));
      if (rest.n === 0n) left.delete(each);
      else left.set(each, rest);
    }
  }
  return left.size === 0;
}

const small = (cells: readonly TableCell[]) => cells.filter(({ enterprises }) => enterprises > 0 && enterprises < 3);
const names = (cells: readonly { row: string; column: string }[]) =>
  new Set(cells.map(({ row, column }) => name(row, column)));

test.each([
  ['flat', true, 5, 6, 150],
  ['tree of places', false, 9, 5, 150],
])('%s: no hidden cell is determined, by any way of adding and subtracting', (_, isFlat, height, width, rounds) => {
  const dice = diceOf(height * width);
  let [hiddenInAll, smallInAll] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const rows = randomTree(dice, 2 + dice(height), 'r', isFlat);
    const columns = randomTree(dice, 2 + dice(width), 'c', true);
    const cells = randomTable(dice, rows, columns);
    const hidden = names(suppress(rows, columns, cells));
    expect([...names(small(cells))].filter((each) => !hidden.has(each))).toEqual([]);
    expect(leaks(rows, columns, cells, hidden)).toEqual([]);
    hiddenInAll += hidden.size;
    smallInAll += small(cells).length;
  }
  // Such tables are nearly all small groups; a third more than they are is what protects them.
  expect(hiddenInAll).toBeLessThan(smallInAll * 2.2);
});

test('both sides trees', () => {
  const dice = diceOf(88);
  for (let round = 0; round < 60; round += 1) {
    const rows = randomTree(dice, 3 + dice(6), 'r', false);
    const columns = randomTree(dice, 3 + dice(4), 'c', false);
    const cells = randomTable(dice, rows, columns);
    expect(leaks(rows, columns, cells, names(suppress(rows, columns, cells)))).toEqual([]);
  }
});

const flat = (sizes: readonly (readonly number[])[]): { rows: Heading[]; columns: Heading[]; cells: TableCell[] } => {
  const rows = tree([null, ...sizes.map(() => 0)], 'r');
  const columns = tree([null, ...(sizes[0] ?? []).map(() => 0)], 'c');
  const inner = sizes.flatMap((line, r) =>
    line.map((enterprises, c) => ({
      row: `r${r + 1}`,
      column: `c${c + 1}`,
      enterprises,
      value: BigInt(enterprises * 10),
    })),
  );
  const total = (row: string, column: string): TableCell => {
    const parts = inner.filter(
      (cell) => (row === 'r0' || cell.row === row) && (column === 'c0' || cell.column === column),
    );
    const enterprises = parts.reduce((sum, part) => sum + part.enterprises, 0);
    return { row, column, enterprises, value: BigInt(enterprises * 10) };
  };
  return { rows, columns, cells: rows.flatMap(({ id }) => columns.map((column) => total(id, column.id))) };
};

test('one small cell hides the smallest rectangle around it and no total', () => {
  const { rows, columns, cells } = flat([
    [2, 9, 30],
    [8, 7, 40],
    [50, 60, 70],
  ]);
  expect(suppress(rows, columns, cells)).toEqual([
    { row: 'r1', column: 'c1', because: 'small' },
    { row: 'r1', column: 'c2', because: 'other' },
    { row: 'r2', column: 'c1', because: 'other' },
    { row: 'r2', column: 'c2', because: 'other' },
  ]);
});

test('two small ones whose sum is of two enterprises need a third; nothing small hides nothing', () => {
  const line = flat([[1, 1, 9, 20]]);
  const hidden = suppress(line.rows, line.columns, line.cells).filter(({ row }) => row === 'r1');
  expect(hidden.map(({ column }) => column)).toEqual(['c1', 'c2', 'c3']);
  const large = flat([
    [3, 9],
    [0, 4],
  ]);
  expect(suppress(large.rows, large.columns, large.cells)).toEqual([]);
  expect(suppress([], [], [])).toEqual([]);
});

test('nothing hides behind 0: where figures cannot be below it, a sum of 0 tells each part', () => {
  const { rows, columns, cells } = flat([[2, 3, 9, 20]]);
  const values: Readonly<Record<string, bigint>> = { c0: 290n, c1: 0n, c2: 0n };
  const still = cells.map((cell) => ({ ...cell, value: values[cell.column] ?? cell.value }));
  const hidden = suppress(rows, columns, still).filter(({ row }) => row === 'r1');
  expect(hidden.map(({ column }) => column)).toEqual(['c1', 'c3']);
});

test('a small group that is in a heading itself is protected though it is no cell', () => {
  // 22 in the district, 20 of them in its two towns: the other 2 are one enterprise of the district.
  const rows = tree([null, 0, 0], 'r');
  const cells = [
    { row: 'r0', column: 'c0', enterprises: 11, value: 22n },
    { row: 'r1', column: 'c0', enterprises: 4, value: 8n },
    { row: 'r2', column: 'c0', enterprises: 6, value: 12n },
  ];
  expect(suppress(rows, tree([null], 'c'), cells)).toEqual([{ row: 'r1', column: 'c0', because: 'other' }]);
});

test('nothing that could be shown is hidden: showing any other cell again would leak', () => {
  const dice = diceOf(33);
  for (let round = 0; round < 120; round += 1) {
    const { rows, columns, cells } = flat(
      Array.from({ length: 1 + dice(4) }, (_, at) => Array.from({ length: 4 }, () => (at === 0 ? dice(6) : dice(20)))),
    );
    const found = suppress(rows, columns, cells);
    const hidden = names(found);
    const needless = found.filter(({ row, column, because }) => {
      if (because === 'small') return false;
      const without = new Set([...hidden].filter((each) => each !== name(row, column)));
      return leaks(rows, columns, cells, without).length === 0;
    });
    expect(needless).toEqual([]);
  }
});

test('it hides hardly more than the fewest cells that there are', () => {
  const dice = diceOf(44);
  let [found, fewest] = [0, 0];
  for (let round = 0; round < 25; round += 1) {
    const { rows, columns, cells } = flat([
      [dice(8), dice(12), dice(12)],
      [dice(12), 3 + dice(12), 3 + dice(12)],
    ]);
    const primary = names(small(cells));
    if (primary.size === 0) continue;
    found += suppress(rows, columns, cells).length - primary.size;
    const others = cells.filter(({ enterprises, row, column }) => enterprises > 0 && !primary.has(name(row, column)));
    let best = others.length;
    for (let choice = 0; choice < 2 ** others.length; choice += 1) {
      const chosen = others.filter((_, at) => (choice >> at) % 2 === 1);
      if (chosen.length >= best) continue;
      const hidden = new Set([...primary, ...names(chosen)]);
      const known = leaks(rows, columns, cells, hidden);
      if (!known.some((each) => primary.has(each))) best = chosen.length;
    }
    fewest += best;
  }
  expect(fewest).toBeGreaterThan(20);
  expect(found).toBeLessThanOrEqual(fewest * 1.25);
});

test('periods side by side with their sum: what one hides all hide, and each table stays safe', () => {
  const dice = diceOf(55);
  for (let round = 0; round < 40; round += 1) {
    const rows = randomTree(dice, 5, 'r', true);
    const columns = randomTree(dice, 4, 'c', true);
    const tables = [0, 1, 2].map(() => randomTable(dice, rows, columns, false));
    // Months of the same enterprises: their values add up, their numbers do not.
    const year = (tables[0] ?? []).map((cell, at) => ({
      ...cell,
      value: tables.reduce((sum, table) => sum + (table[at]?.value ?? 0n), 0n),
      enterprises: Math.max(...tables.map((table) => table[at]?.enterprises ?? 0)),
    }));
    const found = suppressTogether(rows, columns, [...tables, year]);
    const hidden = names(found);
    expect(found.length).toBe(hidden.size);
    const missed = tables.flatMap((table) => [...names(small(table))].filter((each) => !hidden.has(each)));
    expect(missed).toEqual([]);
    // Were it told in the year and in all months but one, that one would follow.
    const kept = new Set([...tables, year].flatMap((table) => [...names(small(table))]));
    expect(names(found.filter(({ because }) => because === 'small'))).toEqual(kept);
    for (const table of [...tables, year])
      expect(leaks(rows, columns, table, hidden).filter((each) => kept.has(each))).toEqual([]);
  }
});
