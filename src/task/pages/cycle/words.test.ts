import { expect, test } from 'vitest';
import type { CycleRowJson } from '../../contract.ts';
import { cycleSearch, settingsSearch, urgingSearch } from './address.ts';
import { movedWords, rateWords, standingWords } from './words.ts';

const row: CycleRowJson = {
  ...{ id: 'C1', revision: 1, name: '2025年5月调度', kind: 'monthly', period: '2025-05', state: 'open' },
  ...{ chain: null, region: { id: '990100', name: '临江市' }, opensOn: '2025-05-23', dueOn: '2025-05-30' },
  ...{ progress: { asked: 12, reported: 9, late: 0, units: 4, unitsMissing: 2 }, counts: null, rate: null },
};

test.each([
  [{}, '2025年5月30日截止。应报 12 项，已报 9 项，4 个单位里还有 2 个没有报全。'],
  [
    { progress: { asked: 12, reported: 12, late: 1, units: 4, unitsMissing: 0 } },
    '2025年5月30日截止。应报 12 项，已报 12 项，4 个单位都报全了。',
  ],
  [{ progress: { asked: 0, reported: 0, late: 0, units: 0, unitsMissing: 0 } }, '2025年5月30日截止，没有要报的任务。'],
  [{ state: 'planned' as const, progress: null }, '2025年5月23日开始填报，2025年5月30日截止。'],
  [{ state: 'closed' as const }, '2025年5月30日已经截止。应报 12 项，已报 9 项，4 个单位里还有 2 个没有报全。'],
  [{ state: 'frozen' as const, progress: null }, '已经冻结，灯、数、率和名次不再改变。'],
])('%j: %s', (changes, wanted) => {
  expect(standingWords({ ...row, ...changes })).toBe(wanted);
});

test('no rate is no 100 %, and a place that there was not has not moved', () => {
  expect([rateWords(null), rateWords(0), rateWords(92.35)]).toEqual(['—', '0.0%', '92.3%']);
  expect(movedWords(3, 5)).toEqual({ way: 'up', words: '上升 2 位' });
  expect(movedWords(5, 3)).toEqual({ way: 'down', words: '下降 2 位' });
  expect(movedWords(3, 3).way).toBe('same');
  expect(movedWords(3, null).way).toBe('new');
  expect(movedWords(null, 3).way).toBe('new');
});

test('addresses keep what can be meant and leave out the rest', () => {
  expect(cycleSearch({ of: 'lines', unit: 'u1', text: '园区' })).toEqual({ of: 'lines', unit: 'u1', text: '园区' });
  expect(cycleSearch({ of: 'else', unit: 'u1' })).toEqual({});
  expect(cycleSearch({ of: 'lines', unit: '<b>' })).toEqual({ of: 'lines' });
  expect(urgingSearch({ of: 'letters' })).toEqual({ of: 'letters' });
  expect(settingsSearch({ region: 990100 })).toEqual({ region: '990100' });
  expect(settingsSearch({ region: 'x y' })).toEqual({});
});
