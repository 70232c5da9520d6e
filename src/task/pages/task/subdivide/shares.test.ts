import { expect, test } from 'vitest';
import { evenly, faultsOfShares, figuresOfDuty, type ShareLine, sharesOf, sumsOf } from './shares.ts';

const projects = {
  ...{ id: 'F1', name: '改造项目', unit: '个', decimals: 0, target: 45 },
  mode: 'cumulative' as const,
  comparator: '>=' as const,
};
const money = { ...projects, id: 'F2', name: '投资', unit: '亿元', decimals: 2, target: 1000 };
const rate = { ...projects, id: 'F3', name: '增速', unit: '%', decimals: 1, target: 80, mode: 'level' as const };
const line = (key: string, figures: Record<string, string>): ShareLine => ({
  ...{ key, unitId: key, part: '', dueOn: '' },
  figures,
});

test('shares add up as they are typed, at the decimals of the figure', () => {
  const lines = [line('a', { F1: '20', F2: '3.5' }), line('b', { F1: '２５', F2: '6.5' })];
  expect(sumsOf([projects, money], lines).map(({ shared, left, short }) => [shared, left, short])).toEqual([
    [45, 0, false],
    [1000, 0, false],
  ]);
});

test('too little is short, more is not, and a level does not add up', () => {
  const lines = [line('a', { F1: '20', F3: '8' })];
  expect(sumsOf([projects], lines)[0]).toMatchObject({ left: 25, short: true });
  expect(sumsOf([projects], [line('a', { F1: '50' })])[0]).toMatchObject({ left: -5, short: false });
  expect(sumsOf([rate], lines)[0]).toMatchObject({ adds: false, short: false });
});

test('what is short wants a reason, and every other fault is named with its line', () => {
  const lines = [
    line('a', { F1: '20' }),
    { ...line('a', { F1: '很多' }), dueOn: '2027-01-01' },
    { ...line('c', {}), unitId: null },
  ];
  const faults = faultsOfShares([projects], lines, '', '2026-12-31');
  expect(faults).toEqual([
    '第 2 个单位前面已经有了。',
    '第 2 个单位的时限晚于 2026-12-31。',
    '第 2 个单位的改造项目不是数。',
    '第 3 个单位没有选。',
    '改造项目没有分够，请写明差的由谁补。',
  ]);
  expect(faultsOfShares([projects], [line('a', { F1: '20' })], '差的由市级补', null)).toEqual([]);
  expect(faultsOfShares([], [], '', null)).toEqual(['请加上下级单位。']);
});

test('shared evenly the parts come to the whole exactly', () => {
  const lines = ['a', 'b', 'c', 'd'].map((key) => line(key, {}));
  expect(evenly(projects, lines)).toEqual([12, 11, 11, 11]);
  expect(evenly({ ...projects, target: 2 }, lines)).toEqual([1, 1, 0, 0]);
  expect(evenly(projects, [])).toEqual([]);
});

test('blanks are no figure, a zero is one', () => {
  expect(sharesOf([projects], [line('a', { F1: '' }), line('b', { F1: '0' })])).toEqual([
    { unitId: 'a', part: null, dueOn: null, figures: [] },
    { unitId: 'b', part: null, dueOn: null, figures: [{ deliverableId: 'F1', target: 0 }] },
  ]);
});

test('a lead hands down the figures of the task and its own, a helper only its own', () => {
  const deliverables = [
    { ...projects, dutyId: null },
    { ...money, dutyId: 'D2' },
  ] as unknown as Parameters<typeof figuresOfDuty>[0]['deliverables'];
  expect(figuresOfDuty({ deliverables }, { id: 'D1', role: 'lead' }).map(({ id }) => id)).toEqual(['F1']);
  expect(figuresOfDuty({ deliverables }, { id: 'D2', role: 'cooperating' }).map(({ id }) => id)).toEqual(['F2']);
});
