import { expect, test } from 'vitest';
import { faultsOf, figuresOf, isSome } from './values.ts';

const figures = [
  { id: 'F1', unit: '个', decimals: 0 },
  { id: 'F2', unit: '亿元', decimals: 2 },
];

test('words or a figure are wanted', () => {
  expect(faultsOf({ words: ' ', figures: {} }, figures)).toEqual({ words: '请写一句到了哪一步，或者填一个数。' });
  expect(faultsOf({ words: '开工了', figures: {} }, figures)).toEqual({});
  expect(faultsOf({ words: '', figures: { F1: '０' } }, figures)).toEqual({});
});

test('what is no figure is told at its field', () => {
  const faults = faultsOf({ words: '开工了', figures: { F1: '十二', F2: '1.234' } }, figures);
  expect(Object.keys(faults)).toEqual(['F1', 'F2']);
  expect(faultsOf({ words: '开工了', figures: { F1: '-3', F2: '无' } }, figures)).toEqual({
    ...{ F1: '不能小于 0。', F2: '没有数就空着，在下面写明原因。' },
  });
});

test('figures of the task are the lead’s, others whose they are', () => {
  const own = { name: '', target: 1, from: '2026-01-01', by: '2026-12-31' } as const;
  const deliverables = [
    { ...own, id: 'a', counts: 'reported', dutyId: null },
    { ...own, id: 'b', counts: 'reported', dutyId: 'D2' },
    { ...own, id: 'c', counts: 'indicator', dutyId: null },
  ] as unknown as Parameters<typeof figuresOf>[0]['deliverables'];
  expect(figuresOf({ deliverables }, { id: 'D1', role: 'lead' }).map(({ id }) => id)).toEqual(['a']);
  expect(figuresOf({ deliverables }, { id: 'D2', role: 'cooperating' }).map(({ id }) => id)).toEqual(['b']);
});

test('blanks are nothing', () => {
  const blank = { words: ' ', problem: '', help: '\n', figures: { F1: '' }, files: [] };
  expect(isSome(blank)).toBe(false);
  expect(isSome({ ...blank, figures: { F1: '0' } })).toBe(true);
});
