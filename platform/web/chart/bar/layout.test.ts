import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../text.ts';
import { barSize, layoutBars } from './layout.ts';
import { type BarItem, folded, sumOf } from './model.ts';

const item = (values: (number | null)[], more: Partial<BarItem> = {}): BarItem => ({
  key: 'a',
  name: '临江区',
  values,
  ...more,
});
const short = (value: number): string => `${value}`;
const laid = (items: BarItem[], stacked = false, width = 600) =>
  layoutBars({
    items,
    series: items[0]?.values.map((_, at) => ({ name: `${at}` })) ?? [],
    stacked,
    width,
    top: 0,
    short,
  });

test('bars grow from 0 to both sides on one scale', () => {
  const { rows, zero } = laid([item([10]), item([-5])]);
  const [up, down] = rows.map(({ bars }) => bars[0]);
  expect(up?.x).toBe(zero);
  expect((down?.x ?? 0) + (down?.width ?? 0)).toBeCloseTo(zero);
  expect(up?.width).toBeCloseTo(2 * (down?.width ?? 0));
});

test('nothing has no bar, 0 one without width, very little one that is seen', () => {
  const { rows } = laid([item([null]), item([0]), item([1]), item([1_000_000])]);
  expect(rows.map(({ bars }) => bars.map(({ width }) => Math.round(width)))).toEqual([
    [],
    [0],
    [1],
    [expect.any(Number)],
  ]);
  expect(rows[0]?.figures[0]?.text).toBe('—');
});

test('parts follow each other, those below 0 to the other side', () => {
  const { rows, zero } = laid([item([3, -2, 4, null, -1])], true);
  const bars = rows[0]?.bars ?? [];
  const ends = bars.map(({ x, width }) => [x, x + width]);
  expect(ends[0]?.[0]).toBe(zero);
  expect(ends[2]?.[0]).toBeCloseTo(ends[0]?.[1] ?? 0);
  expect(ends[1]?.[1]).toBe(zero);
  expect(ends[3]?.[1]).toBeCloseTo(ends[1]?.[0] ?? 0);
  expect(rows[0]?.figures.map(({ text }) => text)).toEqual(['4']);
});

test('the target stands where a bar of its size would end', () => {
  const { rows } = laid([item([8], { target: 10 }), item([10])]);
  expect(rows[0]?.target?.x).toBeCloseTo((rows[1]?.bars[0]?.x ?? 0) + (rows[1]?.bars[0]?.width ?? 0));
  expect(laid([item([8], { target: null })]).rows[0]?.target).toBeNull();
});

test('names, bars and figures keep apart, rows too, for any figures', () => {
  const value = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }));
  const items = fc.array(
    fc.record({
      key: fc.string(),
      name: fc.string({ unit: fc.constantFrom('江', '区', 'A') }),
      values: fc.tuple(value, value),
      target: value,
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(items, fc.boolean(), fc.integer({ min: 300, max: 900 }), (given, stacked, width) => {
      const layout = laid(given as BarItem[], stacked, width);
      for (const [at, row] of layout.rows.entries()) {
        expect(textWidth(row.name, barSize)).toBeLessThanOrEqual(layout.left - 10 + 1);
        for (const { x, width: wide, y, height } of row.bars) {
          expect(x).toBeGreaterThanOrEqual(layout.left - 0.1);
          // A figure close to the edge is a pixel wide all the same.
          expect(x + wide).toBeLessThanOrEqual(layout.right + 1.1);
          expect(y).toBeGreaterThanOrEqual(row.y);
          expect(y + height).toBeLessThanOrEqual(row.y + row.height);
        }
        for (const { text } of row.figures)
          expect(layout.figuresAt - textWidth(text, barSize)).toBeGreaterThan(layout.right);
        expect(row.y).toBe((layout.rows[0]?.y ?? 0) + at * row.height);
      }
    }),
  );
});

describe('more bars than can be read', () => {
  const many = Array.from({ length: 70 }, (_, at) => item([at], { key: `${at}` }));
  test('are left to the table', () => {
    expect(folded(many, 60, undefined)).toMatchObject({ left: 10 });
    expect(folded(many.slice(0, 60), 60, undefined)).toEqual({ shown: many.slice(0, 60), left: 0 });
  });
  test('become one only when the caller says what they come to', () => {
    const { shown, left } = folded(many, 60, {
      name: '其他',
      valuesOf: (items) => [sumOf(items.map(({ values }) => values[0] ?? null))],
    });
    expect([shown.length, left]).toEqual([60, 0]);
    expect(shown.at(-1)).toMatchObject({ name: '其他（11 项）', values: [(59 + 69) * 5.5] });
  });
});

test('a sum of nothing is nothing, not 0', () => {
  expect([sumOf([]), sumOf([null]), sumOf([null, 2, -2])]).toEqual([null, null, 0]);
});
