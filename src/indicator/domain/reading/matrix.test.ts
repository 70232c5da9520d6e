import { describe, expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import type { Heading } from '../suppress/table.ts';
import { cellsOf, definitionOf, ratioOfTwo, targetOf } from '../testing/cells.ts';
import { diceOf } from '../testing/dice.ts';
import { noFacts, usualReading } from './facts.ts';
import { readMatrix } from './matrix.ts';
import type { MatrixAsked, MatrixFacts } from './matrix-model.ts';
import { rooted } from './shield.ts';

const output = definitionOf();
const options = { ...usualReading, catalogue: new Map([['output', output]]) };
const rows: Heading[] = ['', 'silk', 'steel'].map((id) => ({ id, parent: null }));
const columns: Heading[] = [
  { id: 'city', parent: 'province' },
  { id: 'north', parent: 'city' },
  { id: 'south', parent: 'city' },
];

const cell = (row: string, column: string, value: number, goal: number | null, firms = 5): MatrixFacts => ({
  ...{ row, column },
  facts: {
    ...noFacts,
    series: new Map([['output', cellsOf({ '2026-06': value }, { firms })]]),
    targets: goal === null ? [] : [{ target: targetOf({ value: BigInt(goal) }), ledger: null }],
  },
});
const asked = (cells: readonly MatrixFacts[], more: Partial<MatrixAsked> = {}): MatrixAsked => ({
  ...{ definition: output, rows, columns, cells, asOf: '2026-06', mayDetail: true, explain: 1 },
  ...more,
});
// Half of each goal is expected by June.
const table = [
  ...[cell('silk', 'north', 30, 100), cell('silk', 'south', 60, 100)],
  ...[cell('steel', 'north', 40, 100), cell('steel', 'south', 10, null)],
  ...[cell('silk', 'city', 90, 210), cell('steel', 'city', 50, null)],
  ...[cell('', 'north', 70, null), cell('', 'south', 70, null), cell('', 'city', 140, 500)],
];

describe('a matrix', () => {
  test('cells in order, totals of what lies lowest, and the cells that explain the gap', () => {
    const found = readMatrix(asked(table), options);
    expect(found.cells.map(({ row, column }) => `${row}/${column}`).slice(0, 4)).toEqual([
      ...['/city', '/north', '/south', 'silk/city'],
    ]);
    expect(found.all).toMatchObject({ actual: 140n, expected: 150n, goal: 300n, cells: 4, known: 4, hidden: 0 });
    expect(found.all.lights).toEqual({ green: 1, blue: 0, yellow: 0, red: 2, none: 1 });
    expect(found.rows.map(({ id, actual, cells }) => [id, actual, cells])).toEqual([
      ...[
        ['', 140n, 2],
        ['silk', 90n, 2],
        ['steel', 50n, 2],
      ],
    ]);
    expect(found.columns.map(({ id, actual }) => [id, actual])).toEqual([
      ...[
        ['city', 140n],
        ['north', 70n],
        ['south', 70n],
      ],
    ]);
    expect(found.gap).toMatchObject({
      ...{ gap: 20n, shortfall: 30n, surplus: 10n, explained: fraction(2n, 3n), others: { cells: 1, amount: 10n } },
      behind: [{ chainId: 'silk', regionId: 'north', amount: 20n }],
      offsetting: [{ chainId: 'silk', regionId: 'south', amount: 10n }],
      unknown: [{ chainId: 'steel', regionId: 'south' }],
    });
  });

  test('of what is to be kept down the cells that are over explain the gap; who is late is not compared', () => {
    const down = definitionOf({ direction: 'down' });
    const over = readMatrix(asked([cell('silk', 'north', 70, 100)].map(ceiling), { definition: down }), options);
    expect(over.gap).toMatchObject({ gap: 20n, behind: [{ chainId: 'silk', amount: 20n }] });
    const late = cell('silk', 'north', 10, 100);
    const series = new Map([['output', cellsOf({ '2026-06': 10 }, { reporters: { expected: 9, reported: 1 } })]]);
    const found = readMatrix(asked([{ ...late, facts: { ...late.facts, series } }]), options);
    expect(found.gap).toMatchObject({ gap: 0n, behind: [] });
    expect(found.gap?.unknown).toHaveLength(4);
  });

  test('ratios are neither added up nor explained by amounts', () => {
    const rate = definitionOf({ id: 'rate', of: ratioOfTwo('output', 'output', 100), unit: '%', low: null });
    const found = readMatrix(asked(table, { definition: rate }), options);
    expect(found).toMatchObject({ gap: null, all: { actual: null, goal: null, known: 4 } });
    expect(found.cells[0]?.reading?.actual.value).toBe(100n);
  });

  test('what is hidden has no reading, is in no sum and explains nothing', () => {
    const small = table.map((each) =>
      each.row === 'silk' && each.column === 'north' ? cell('silk', 'north', 30, 100, 2) : each,
    );
    const found = readMatrix(asked(small, { mayDetail: false }), options);
    const hidden = found.cells.filter((each) => each.hidden !== null);
    // Chains hang on all chains though no parent says so: one cell alone would follow from its row and its column.
    expect(hidden.map(({ row, column }) => `${row}/${column}`)).toEqual([
      ...['silk/north', 'silk/south', 'steel/north', 'steel/south'],
    ]);
    expect(hidden.map((each) => each.hidden)).toEqual(['small', 'other', 'other', 'other']);
    expect(hidden.every(({ reading }) => reading === null)).toBe(true);
    expect(found).toMatchObject({
      withheld: 4,
      all: { actual: null, hidden: 4, known: 0 },
      gap: { gap: 0n, unknown: [] },
    });
    expect(readMatrix(asked(small), options).cells.every((each) => each.hidden === null)).toBe(true);
  });

  test('a group that was small in the base of growth is hidden now too', () => {
    const withBase = table.map((each) => ({
      ...each,
      facts: {
        ...each.facts,
        series: new Map([
          [
            'output',
            [
              ...(each.facts.series.get('output') ?? []),
              ...cellsOf({ '2025-06': 9 }, { firms: each.row === 'steel' && each.column === 'south' ? 1 : 5 }),
            ],
          ],
        ]),
      },
    }));
    const found = readMatrix(asked(withBase, { mayDetail: false }), options);
    expect(found.cells.find(({ row, column }) => row === 'steel' && column === 'south')?.hidden).toBe('small');
  });

  test('of maxima another is hidden beside a small one, or the greatest of all would be its value', () => {
    const most = definitionOf({ of: { kind: 'max' }, measures: 'stock' });
    const found = readMatrix(
      asked([cell('silk', 'north', 9, null, 2), cell('silk', 'south', 7, null), cell('silk', 'city', 9, null, 7)], {
        ...{ definition: most, mayDetail: false, rows: [{ id: 'silk', parent: null }] },
      }),
      options,
    );
    expect(found.cells.map(({ column, hidden }) => [column, hidden])).toEqual([
      ...[
        ['city', null],
        ['north', 'small'],
        ['south', 'other'],
      ],
    ]);
  });

  test('all together is above whatever hangs on nothing else', () => {
    expect(rooted(rows)).toEqual([
      ...[
        { id: '', parent: null },
        { id: 'silk', parent: '' },
        { id: 'steel', parent: '' },
      ],
    ]);
    expect(rooted(columns)).toEqual(columns);
  });
});

const ceiling = (each: MatrixFacts): MatrixFacts => ({
  ...each,
  facts: {
    ...each.facts,
    targets: each.facts.targets.map(({ target }) => ({ target: { ...target, op: '<=' }, ledger: null })),
  },
});

describe('random matrices', () => {
  const rolls = diceOf(23);

  test('totals and gaps are those of plain adding, and no small group can be reckoned from one sum', () => {
    for (let round = 0; round < 60; round += 1) {
      const [chains, places] = [
        ['a', 'b', 'c'],
        ['x', 'y', 'z', 'w'],
      ];
      const grid = chains.flatMap((row) =>
        places.map((column) => ({
          row,
          column,
          value: rolls(100),
          goal: rolls(3) === 0 ? null : rolls(200) + 1,
          firms: rolls(7),
        })),
      );
      const within = (row: string, column: string) =>
        grid.filter((each) => (row === '' || each.row === row) && (column === '' || each.column === column));
      const some = ['', ...chains].flatMap((row) =>
        ['', ...places].map((column) => {
          const parts = within(row, column);
          const [value, firms] = [
            parts.reduce((sum, each) => sum + each.value, 0),
            parts.reduce((sum, each) => sum + each.firms, 0),
          ];
          return cell(row, column, value, row === '' || column === '' ? null : (parts[0]?.goal ?? null), firms);
        }),
      );
      const headings = (ids: readonly string[]): Heading[] => ['', ...ids].map((id) => ({ id, parent: null }));
      const open = asked(some, { rows: headings(chains), columns: headings(places) });
      const found = readMatrix(open, options);
      expect(found.all.actual).toBe(BigInt(grid.reduce((sum, each) => sum + each.value, 0)));
      const compared = grid.flatMap(({ value, goal }) => (goal === null ? [] : [Math.round(goal / 2) - value]));
      expect(found.gap?.gap).toBe(BigInt(compared.reduce((sum, each) => sum + each, 0)));
      for (const { id, actual } of found.rows)
        expect(actual).toBe(BigInt(within(id, '').reduce((sum, each) => sum + each.value, 0)));

      const shown = readMatrix({ ...open, mayDetail: false }, options).cells;
      const hiddenAt = (row: string, column: string) =>
        shown.find((each) => each.row === row && each.column === column)?.hidden ?? null;
      for (const { row, column, facts } of some) {
        const firms = facts.series.get('output')?.[0]?.firms ?? 0;
        if (firms > 0 && firms < 3) expect(hiddenAt(row, column)).toBe('small');
      }
      for (const row of ['', ...chains]) {
        const unknown = ['', ...places].filter((column) => hiddenAt(row, column) !== null);
        const [only] = unknown;
        if (unknown.length === 1 && only !== undefined) expect(hiddenAt(row, only)).not.toBe('small');
      }
    }
  });
});
