import { describe, expect, test } from 'vitest';
import { assignExperts } from './assign.ts';
import { schemeFaults, sheetFaults } from './check.ts';
import type { Entry, SelectionScheme } from './model.ts';
import { ranking } from './rank.ts';
import { scored, shownPoints } from './score.ts';
import { sensitivity } from './sensitivity.ts';

const scheme: SelectionScheme = {
  quantitativeMost: 100_00,
  items: [
    { id: 'plan', name: '发展规划', most: 60_00 },
    { id: 'lead', name: '带动作用', most: 40_00 },
  ],
  quantitativeShare: 60,
  expertShare: 40,
  panel: 3,
  trimmed: false,
  spread: 20_00,
  places: 2,
  line: 60_00,
  ties: ['quantitative', 'item:lead'],
};
const sheet = (expertId: string, plan: number, lead: number) => ({ expertId, points: { plan, lead } });
const entry = (id: string, quantitative: number | null, ...totals: readonly (readonly [number, number])[]): Entry => ({
  id,
  quantitative,
  sheets: totals.map(([plan, lead], at) => sheet(`e${at + 1}`, plan, lead)),
  out: false,
});
const even = (points: number): readonly (readonly [number, number])[] => Array(3).fill([points, 0]);

describe('a scheme', () => {
  test('that can be used has no faults', () => expect(schemeFaults(scheme)).toEqual([]));
  test.each([
    ['shares that are not a hundred', { expertShare: 41 }, 'selection-shares', 101],
    ['nobody to score', { panel: 0 }, 'selection-panel', 0],
    ['two left out of three', { trimmed: true }, 'selection-trimmed', 3],
    ['a tie broken by what is not scored', { ties: ['item:age'] as const }, 'selection-tie-unknown', 'item:age'],
    [
      'an item that is there twice',
      { items: [...scheme.items, ...scheme.items.slice(0, 1)] },
      'selection-item-twice',
      'plan',
    ],
  ])('with %s is refused', (_name, change, code, given) => {
    expect(schemeFaults({ ...scheme, ...change })).toMatchObject([{ code, given }]);
  });
});

test('a sheet has every item between nothing and its most', () => {
  expect(sheetFaults(scheme, sheet('e1', 0, 40_00))).toEqual([]);
  expect(sheetFaults(scheme, sheet('e1', 60_01, -1))).toMatchObject([
    { code: 'selection-points-range', field: 'plan', given: 60_01, limit: 60_00 },
    { code: 'selection-points-range', field: 'lead', given: -1, limit: 40_00 },
  ]);
  expect(sheetFaults(scheme, { expertId: 'e1', points: { plan: 1 } })).toMatchObject([
    { code: 'selection-points-missing' },
  ]);
});

describe('points', () => {
  test('are the two parts at their shares, and nothing is rounded on the way', () => {
    // 60 % of 80 and 40 % of (50 + 50 + 51) / 3 = 50.333…
    const found = scored(entry('a', 80_00, [50_00, 0], [50_00, 0], [51_00, 0]), scheme);
    expect(found && shownPoints(found.total)).toBe(68_13);
    expect(found?.total.of).toBe(((48_00n * 3n + 60_40n) * (found?.total.per ?? 1n)) / 3n);
  });
  test('wait for the reckoning and for the whole panel', () => {
    expect(scored(entry('a', null, ...even(50_00)), scheme)).toBeNull();
    expect(scored(entry('a', 80_00, [50_00, 0], [50_00, 0]), scheme)).toBeNull();
  });
  test('leave the highest and the lowest of five out of the mean', () => {
    const five = { ...scheme, panel: 5, trimmed: true, spread: null };
    const found = scored(entry('a', 0, [0, 0], [30_00, 0], [30_00, 0], [30_00, 0], [60_00, 40_00]), five);
    expect(found && shownPoints(found.experts)).toBe(30_00);
    expect(found?.leftOut).toEqual(['e1', 'e5']);
  });
  test.each([
    [20_00, null],
    [20_01, 20_01],
  ])('experts %i hundredths apart', (apart, told) => {
    expect(scored(entry('a', 0, [0, 0], [0, 0], [apart, 0]), scheme)?.apart).toBe(told);
  });
});

describe('the ranking', () => {
  const order = (entries: readonly Entry[], change: Partial<SelectionScheme> = {}) =>
    ranking(entries, { ...scheme, ...change }).map(({ id, place, chosen, undecided, by }) => ({
      id,
      place,
      chosen,
      undecided,
      by,
    }));

  test('is by total; the line and the places choose', () => {
    const found = order([
      entry('a', 70_00, ...even(60_00)),
      entry('b', 90_00, ...even(60_00)),
      entry('c', 50_00, ...even(60_00)),
    ]);
    expect(found.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['b', true],
      ['a', true],
      ['c', false],
    ]);
    expect(order([entry('a', 60_00, ...even(60_00))])).toMatchObject([{ chosen: true }]);
    expect(order([entry('a', 59_99, ...even(60_00))])).toMatchObject([{ chosen: false, undecided: false }]);
  });
  test('breaks a tie by what the scheme names, and says by what', () => {
    // 60 % of 80 + 40 % of 60 = 60 % of 90 + 40 % of 45
    const found = order([entry('a', 80_00, ...even(60_00)), entry('b', 90_00, ...even(45_00))]);
    expect(found).toMatchObject([
      { id: 'b', place: 1, by: 'quantitative' },
      { id: 'a', place: 2 },
    ]);
  });
  test('lets equal ones share a place and leaves out the next', () => {
    const same = ['a', 'b', 'c'].map((id) => entry(id, 80_00, ...even(60_00)));
    expect(order([...same, entry('d', 70_00, ...even(60_00))], { places: 4 }).map(({ place }) => place)).toEqual([
      1, 1, 1, 4,
    ]);
  });
  test('does not cut through equal ones at the last place', () => {
    const found = order([
      entry('a', 95_00, ...even(60_00)),
      ...['b', 'c'].map((id) => entry(id, 80_00, ...even(60_00))),
    ]);
    expect(found.map(({ chosen, undecided }) => [chosen, undecided])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });
  test('has no place for who is out or not scored', () => {
    expect(order([{ ...entry('a', 80_00, ...even(60_00)), out: true }, entry('b', null, ...even(60_00))])).toEqual([]);
  });
});

describe('how much hangs on a hair', () => {
  test('another share lets another in; the margin is told', () => {
    const close = [
      entry('a', 90_00, ...even(30_00)),
      entry('b', 70_00, ...even(59_00)),
      entry('c', 95_00, ...even(60_00)),
    ];
    const found = sensitivity(close, scheme);
    expect(found.margin && shownPoints(found.margin)).toBe(40);
    expect(found.variations.filter(({ enter }) => enter.length > 0)).toEqual([
      { kind: 'share', of: 50, enter: ['b'], leave: ['a'] },
      { kind: 'share', of: 55, enter: ['b'], leave: ['a'] },
    ]);
    expect(found.places.get('b')).toEqual({ best: 2, worst: 3 });
    expect(found.places.get('c')).toEqual({ best: 1, worst: 1 });
  });
  test('one expert who decides alone is named', () => {
    const pushed = [
      entry('a', 80_00, [40_00, 0], [40_00, 0], [60_00, 40_00]),
      entry('b', 80_00, [55_00, 0], [55_00, 0], [55_00, 0]),
      entry('c', 95_00, ...even(60_00)),
    ];
    const found = sensitivity(pushed, scheme).variations.filter(
      ({ kind, leave }) => kind === 'expert' && leave.length > 0,
    );
    expect(found).toEqual([{ kind: 'expert', of: 'e3', enter: ['b'], leave: ['a'] }]);
  });
});

describe('experts', () => {
  const experts = Array.from({ length: 7 }, (_, at) => ({ id: `e${at}`, conflicts: at < 2 ? ['n0', 'n1'] : [] }));
  const entries = Array.from({ length: 30 }, (_, at) => `n${at}`);

  test('see nothing of their own, each entry has its panel, and the work is even', () => {
    const found = assignExperts(entries, experts, 3, 7);
    if (!found.ok) throw new Error('refused');
    const load = new Map<string, number>();
    for (const [entryId, panel] of found.of) {
      expect(new Set(panel).size).toBe(3);
      for (const id of panel) {
        expect(experts.find((expert) => expert.id === id)?.conflicts).not.toContain(entryId);
        load.set(id, (load.get(id) ?? 0) + 1);
      }
    }
    expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(1);
    expect(found.of.size).toBe(30);
  });
  test('the same draw gives the same panels, another gives others', () => {
    const panels = (draw: number) => {
      const found = assignExperts(entries, experts, 3, draw);
      return found.ok ? JSON.stringify([...found.of].toSorted(([a], [b]) => a.localeCompare(b))) : '';
    };
    expect(panels(7)).toBe(panels(7));
    expect(panels(7)).not.toBe(panels(8));
  });
  test('too few without a conflict is refused with the figure', () => {
    expect(assignExperts(['n0'], experts.slice(0, 4), 3, 1)).toEqual({ ok: false, entryId: 'n0', given: 2, limit: 3 });
  });
});
