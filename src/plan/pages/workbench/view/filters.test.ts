import { expect, test } from 'vitest';
import { exampleDraft } from '../../../../../tests/examples/plan.ts';
import { choicesOf, type Filters, filterCount, filterItems, noFilters } from './filters.ts';

const { items } = exampleDraft();
const found = (filters: Partial<Filters>, withFinding: readonly string[] = []) =>
  filterItems(items, null, { ...noFilters, ...filters }, ({ id }) => (withFinding.includes(id) ? 1 : 0)).map(
    ({ id }) => id,
  );

test('without filters everything passes; a kind alone is chosen by its tab', () => {
  expect(found({})).toEqual(['I1', 'T2', 'C3', 'B4']);
  expect(filterItems(items, 'task', noFilters, () => 0).map(({ id }) => id)).toEqual(['T2']);
});

test.each([
  [{ review: 'confirmed' }, []],
  [{ year: 2027 }, ['I1']],
  [{ year: 2031 }, []],
  [{ unit: '各县区政府' }, ['T2']],
  [{ unsure: true }, []],
  [{ words: '上规 企业' }, ['C3']],
  [{ words: 'T2' }, ['T2']],
  [{ section: { title: '一', start: 0, end: 60 } }, ['I1']],
] as const)('%j lets %j pass', (filters, expected) => {
  expect(found(filters)).toEqual(expected);
});

test('items with a finding', () => {
  expect(found({ found: true }, ['C3'])).toEqual(['C3']);
});

test('filters are counted and their choices come from the items', () => {
  expect(filterCount({ ...noFilters, words: 'x', found: true, year: 2027 })).toBe(3);
  expect(choicesOf(items)).toEqual({ years: [2027], units: expect.arrayContaining(['市工信局', '各县区政府']) });
});
