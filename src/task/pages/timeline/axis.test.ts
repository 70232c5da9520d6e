import { expect, test } from 'vitest';
import { axisOf, xAfter, xOf } from './axis.ts';

test('an axis is of whole months and says them once each', () => {
  const axis = axisOf(['2025-11-20', '2026-02-03'], 'month');
  expect([axis.from, axis.to]).toEqual(['2025-11-01', '2026-02-28']);
  expect(axis.lower.map(({ words }) => words)).toEqual(['11月', '12月', '1月', '2月']);
  expect(axis.upper.map(({ words }) => words)).toEqual(['2025年', '2026年']);
});

test('marks follow each other without a hole and fill the axis', () => {
  for (const zoom of ['month', 'quarter', 'year'] as const) {
    const { lower, width } = axisOf(['2024-02-29', '2027-12-31'], zoom);
    expect(lower.map(({ x, width: wide }) => x + wide)).toEqual([...lower.slice(1).map(({ x }) => x), width]);
    expect(lower[0]?.x).toBe(0);
  }
});

test('quarters begin with their quarter, years with January', () => {
  const quarters = axisOf(['2026-05-31', '2026-08-01'], 'quarter');
  expect([quarters.from, quarters.to]).toEqual(['2026-04-01', '2026-09-30']);
  expect(quarters.lower.map(({ words }) => words)).toEqual(['2季度', '3季度']);
  const years = axisOf(['2025-05-31', '2027-01-01'], 'year');
  expect([years.from, years.to]).toEqual(['2025-01-01', '2027-12-31']);
  expect(years.upper).toEqual([]);
});

test('a day lies where it belongs, one outside at the end', () => {
  const axis = axisOf(['2026-01-01', '2026-12-31'], 'month');
  expect(xOf(axis, '2026-01-01')).toBe(0);
  expect(xOf(axis, '2026-01-11')).toBe(30);
  expect(xAfter(axis, '2026-12-31')).toBe(axis.width);
  expect(xOf(axis, '1999-01-01')).toBe(0);
  expect(xOf(axis, '2999-01-01')).toBe(axis.width);
});

test('an axis fills the room it is given', () => {
  const axis = axisOf(['2026-01-15'], 'quarter', 1000);
  expect(axis.width).toBeGreaterThanOrEqual(1000);
  expect(axis.to.slice(5)).toMatch(/^(?:03-31|06-30|09-30|12-31)$/u);
});

test('a slip of the pen in a year makes no endless axis', () => {
  const axis = axisOf(['2026-01-01', '9026-01-01'], 'month');
  expect(axis.lower.length).toBeLessThanOrEqual(31 * 12);
  expect(axis.to < '2057-01-01').toBe(true);
});

test('without a day there is an axis all the same', () => {
  expect(axisOf([], 'month').lower.length).toBe(1);
});
