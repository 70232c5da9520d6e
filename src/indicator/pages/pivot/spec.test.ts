import { expect, test } from 'vitest';
import type { PivotSpec } from '../../contract/reading-api.ts';
import { lookOf, pivotSearch, searchOf, specOf } from './address.ts';
import { fitting, sortedBy, usualSpec, withAxis, withIndicators, withLength } from './spec.ts';

const spec = (more: Partial<PivotSpec> = {}): PivotSpec => ({
  ...usualSpec({ indicator: 'revenue', frequency: 'month', last: '2026-09' }),
  ...more,
});
const sides = ({ rows, columns }: PivotSpec): string => `${rows.join()} | ${columns.join()}`;

test('an axis stands once: where it is put it changes places with what stood there', () => {
  expect(sides(withAxis(spec(), 'rows', 0, 'period'))).toBe('period | place');
  expect(sides(withAxis(spec(), 'rows', 1, 'chain'))).toBe('place,chain | period');
  expect(sides(withAxis(spec(), 'rows', 1, 'period'))).toBe('place,period | ');
  expect(sides(withAxis(spec({ rows: ['place', 'chain'] }), 'rows', 0, 'chain'))).toBe('chain,place | period');
  expect(sides(withAxis(spec({ rows: ['place', 'chain'] }), 'rows', 0, null))).toBe('chain | period');
  expect(sides(withAxis(spec(), 'columns', 0, null))).toBe('place | ');
});

test('a table keeps a row, and enterprises stand on the rows alone', () => {
  expect(withAxis(spec(), 'rows', 0, null)).toEqual(spec());
  const firms = withAxis(spec({ columns: ['chain', 'period'] }), 'rows', 0, 'enterprise');
  expect(sides(firms)).toBe('enterprise | period');
  expect(sides(withAxis(firms, 'rows', 0, 'place'))).toBe('place | period');
  expect(fitting(spec({ rows: ['enterprise'], indicators: ['a', 'b'] })).indicators).toEqual(['a']);
});

test('several indicators find an axis to stand on, one alone needs none', () => {
  expect(sides(withIndicators(spec(), ['revenue', 'profit']))).toBe('indicator,place | period');
  const full = spec({ rows: ['place', 'chain', 'period'], columns: [] });
  expect(sides(withIndicators(full, ['revenue', 'profit']))).toBe('place,chain,period | indicator');
  expect(withIndicators(spec(), ['profit']).indicators).toEqual(['profit']);
  expect(fitting(spec({ indicators: ['a', 'b'] })).indicators).toEqual(['a']);
});

test('sorting goes from the greatest to the least and back to none, and ends with its measure', () => {
  const down = sortedBy(spec(), 'value', 2);
  expect(down.sort).toEqual({ measure: 'value', column: 2, descending: true });
  expect(sortedBy(down, 'value', 2).sort?.descending).toBe(false);
  expect(sortedBy(sortedBy(down, 'value', 2), 'value', 2).sort).toBe(null);
  expect(sortedBy(down, 'value', 1).sort).toEqual({ measure: 'value', column: 1, descending: true });
  expect(fitting({ ...down, measures: ['share'] }).sort).toBe(null);
});

test('periods are turned round when the last is before the first; another length stays where it was', () => {
  expect(fitting(spec({ periods: { from: '2026-05', to: '2025-01', length: 'month' } })).periods).toEqual({
    ...{ from: '2025-01', to: '2026-05', length: 'month' },
  });
  const past = spec({ periods: { from: '2021-01', to: '2021-06', length: 'month' } });
  expect(withLength(past, 'quarter').periods).toEqual({ from: '2020-Q3', to: '2021-Q2', length: 'quarter' });
  expect(withLength(past, 'year').periods.to).toBe('2021');
});

test('an address says the whole table and gives it back', () => {
  const usual = { indicator: 'other', frequency: 'year', last: '2020' } as const;
  const all = fitting(
    spec({
      ...{ rows: ['indicator', 'chain'], columns: [], measures: ['toDate', 'rank'], indicators: ['revenue', 'profit'] },
      ...{ axis: 'unit', place: 'u1', depth: 'leaves', chains: ['c1', 'c2'], top: 15, totals: false },
      sort: { measure: 'rank', column: 3, descending: false },
    }),
  );
  for (const each of [all, spec(), spec({ periods: { from: '2024', to: '2025', length: 'year' } })])
    expect(specOf(pivotSearch({ ...searchOf(each) }), usual)).toEqual(each);
});

test('what an address cannot mean is left out', () => {
  const wrong = {
    rows: 'nothing',
    measures: 'value,steal',
    from: '2026-13',
    top: '0',
    view: 'pie',
    sort: "value.0.down'",
    of: '<b>',
  };
  expect(pivotSearch(wrong)).toEqual({ measures: 'value' });
  expect(specOf(pivotSearch({ from: 2024, to: 2025 }), { indicator: 'a', frequency: 'month' }).periods).toEqual({
    ...{ from: '2024', to: '2025', length: 'year' },
  });
  expect(
    specOf(pivotSearch({ to: '2025-Q2', from: '2025-01' }), { indicator: 'a', frequency: 'month' }).periods,
  ).toEqual({
    ...{ from: '2024-Q3', to: '2025-Q2', length: 'quarter' },
  });
  expect(lookOf(pivotSearch({ view: 'map', heat: 'yes', page: 3, rows: 'chain' }))).toEqual({
    view: 'map',
    heat: 'yes',
  });
});
