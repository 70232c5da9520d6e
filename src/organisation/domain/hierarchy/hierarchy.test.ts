import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, endOf, holdsAt, startOf } from '../life.ts';
import {
  closureOf,
  faultsOf,
  hierarchyOf,
  parentAt,
  pathAt,
  standingAt,
  subtreeAt,
  type Term,
  termAt,
} from './index.ts';

const term = (node: string, parent: string | null, validFrom: Day | null = null, validTo: Day | null = null): Term => ({
  ...{ node, parent, validFrom, validTo },
  successor: null,
});

/** 芦洲 goes from 临江 to 白河 in 2024; 云台县 ends in 2020 and 云台区 goes on. */
const terms = [
  term('province', null),
  term('linjiang', 'province'),
  term('baihe', 'province'),
  term('luzhou', 'linjiang', null, '2024-01-01'),
  term('luzhou', 'baihe', '2024-01-01'),
  term('town', 'luzhou'),
  { ...term('county', 'linjiang', null, '2020-06-01'), successor: 'district' },
  term('district', 'linjiang', '2020-06-01'),
];
const hierarchy = hierarchyOf(terms);
const codes = (more: readonly Term[]) =>
  faultsOf(hierarchyOf([...terms, ...more])).map(({ code, node }) => `${code} ${node}`);

describe('on a day', () => {
  test('the node above, the way up and all below are those of that day', () => {
    expect(parentAt(hierarchy, 'luzhou', '2023-12-31')).toBe('linjiang');
    expect(parentAt(hierarchy, 'luzhou', '2024-01-01')).toBe('baihe');
    expect(pathAt(hierarchy, 'town', '2023-06-01')).toEqual(['town', 'luzhou', 'linjiang', 'province']);
    expect(subtreeAt(hierarchy, 'linjiang', '2023-06-01').sort()).toEqual(['district', 'linjiang', 'luzhou', 'town']);
    expect(subtreeAt(hierarchy, 'linjiang', '2019-06-01').sort()).toEqual(['county', 'linjiang', 'luzhou', 'town']);
    expect(subtreeAt(hierarchy, 'linjiang', '2025-06-01').sort()).toEqual(['district', 'linjiang']);
    expect(pathAt(hierarchy, 'county', '2021-01-01')).toEqual([]);
  });

  test('what has ended is stood for by its successor', () => {
    expect(standingAt(hierarchy, 'county', '2019-01-01')?.node).toBe('county');
    expect(standingAt(hierarchy, 'county', '2020-06-01')?.node).toBe('district');
    expect(standingAt(hierarchy, 'district', '2019-01-01')).toBeUndefined();
    expect(standingAt(hierarchy, 'nowhere', '2019-01-01')).toBeUndefined();
  });
});

describe('faults', () => {
  test('a sound hierarchy has none', () => expect(codes([])).toEqual([]));

  test.each<[string, Term[], string[]]>([
    ['an unknown parent', [term('x', 'nowhere')], ['superior-unknown x']],
    ['a parent that has ended', [term('x', 'county')], ['superior-not-then x']],
    ['a parent that is not there yet', [term('x', 'district', '2019-01-01')], ['superior-not-then x']],
    ['an end before the beginning', [term('x', null, '2020-01-01', '2019-01-01')], ['life-reversed x']],
    ['two terms at once', [term('x', null, null, '2020-01-01'), term('x', null, '2019-01-01')], ['life-overlap x']],
    ['a gap', [term('x', null, null, '2019-01-01'), term('x', null, '2020-01-01')], ['life-gap x']],
    ['itself above', [term('x', 'x')], ['superior-circle x']],
    ['a circle of two', [term('x', 'y'), term('y', 'x')], ['superior-circle x', 'superior-circle y']],
    ['an unknown successor', [{ ...term('x', null, null, '2020-01-01'), successor: 'z' }], ['successor-unknown x']],
    ['a successor of what goes on', [{ ...term('x', null), successor: 'district' }], ['successor-needless x']],
    [
      'a successor that is not there then',
      [{ ...term('x', null, null, '2020-01-01'), successor: 'district' }],
      ['successor-not-then x'],
    ],
    [
      'successors in a circle',
      [
        { ...term('x', null, null, '2020-01-01'), successor: 'y' },
        { ...term('y', null, '2020-01-01', '2021-01-01'), successor: 'x' },
      ],
      ['successor-not-then y'],
    ],
  ])('%s', (_name, more, wanted) => expect(codes(more)).toEqual(wanted));

  test('two that change places at one day are no circle', () => {
    const swapped = [
      term('x', 'y', null, '2020-01-01'),
      term('x', null, '2020-01-01'),
      term('y', null, null, '2020-01-01'),
      term('y', 'x', '2020-01-01'),
    ];
    expect(codes(swapped)).toEqual([]);
  });
});

describe('closure', () => {
  const rows = closureOf(hierarchy).map(({ ancestor, descendant, validFrom, validTo }) =>
    [ancestor, descendant, validFrom, validTo].join(' '),
  );

  test('holds each pair while it holds, itself always', () => {
    expect(rows).toContain('town town  ');
    expect(rows).toContain('linjiang town  2024-01-01');
    expect(rows).toContain('baihe town 2024-01-01 ');
    expect(rows).toContain('province town  ');
    expect(rows.filter((row) => row.endsWith('linjiang'))).toEqual([]);
  });

  test('the last place of what has ended stays open', () => expect(rows).toContain('linjiang county  '));
});

/** Random sound hierarchies: nodes in order, each below earlier ones, changing at some days. */
const days: readonly Day[] = ['2015-01-01', '2018-06-01', '2020-01-01', '2023-03-01'];
const sound = fc
  .array(fc.array(fc.record({ above: fc.nat(), ends: fc.nat(days.length) }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((nodes) =>
    nodes.flatMap((pieces, at) => {
      const ends = [...new Set(pieces.map(({ ends }) => ends))].sort((a, b) => a - b);
      return ends.map((end, index) => ({
        node: `n${at}`,
        parent: at === 0 ? null : `n${pieces[index % pieces.length]!.above % at}`,
        validFrom: index === 0 ? null : (days[ends[index - 1]!] ?? null),
        validTo: index === ends.length - 1 ? null : (days[end] ?? null),
        successor: null,
      }));
    }),
  )
  .filter((list) => faultsOf(hierarchyOf(list)).length === 0);

test('on every day the closure is what a walk from parent to parent finds', () => {
  fc.assert(
    fc.property(sound, fc.constantFrom('2000-01-01', ...days, '2018-05-31', '2030-01-01'), (list, day) => {
      const world = hierarchyOf(list);
      const rows = closureOf(world).filter((row) => holdsAt(row, day));
      for (const node of world.terms.keys()) {
        const wanted = termAt(world, node, day) === undefined ? [node] : pathAt(world, node, day);
        expect(rows.flatMap((row) => (row.descendant === node ? [row.ancestor] : [])).sort()).toEqual(
          [...wanted].sort(),
        );
      }
    }),
  );
});

test('the stretches of one pair neither touch nor overlap', () => {
  fc.assert(
    fc.property(sound, (list) => {
      const pairs = Map.groupBy(closureOf(hierarchyOf(list)), (row) => `${row.ancestor} ${row.descendant}`);
      for (const rows of pairs.values())
        rows.slice(1).forEach((row, at) => {
          expect(endOf(rows[at]!) < startOf(row)).toBe(true);
        });
    }),
  );
});
