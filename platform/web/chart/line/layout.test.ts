import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../text.ts';
import { labelSize, lastKnown, layoutLines, nearest } from './layout.ts';
import { type Line, type LineInput, toneOfLine } from './model.ts';
import { bandPath, continued, linePath, runsOf, stepPath } from './paths.ts';
import { figuresAt, readingColumns, toldAt } from './reading.ts';

const place = { x: (at: number) => at * 10, y: (value: number) => 100 - value };
const cell = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { freq: 3 });
const input = (values: (number | null)[], more: Partial<Line> = {}): LineInput => ({
  points: values.map((_, at) => `2025年${at + 1}月`),
  lines: [{ name: '本年', values, ...more }],
});
const frame = { width: 600, top: 22, height: 240, short: (value: number) => `${value}亿元` };

describe('gaps', () => {
  test('stretches are what is known, in order, with a gap between', () => {
    fc.assert(
      fc.property(fc.array(cell), (values) => {
        const runs = runsOf(values);
        expect(runs.flat().map(({ value }) => value)).toEqual(values.filter((value) => value !== null));
        for (const [at, run] of runs.slice(1).entries())
          expect(run[0]?.at).toBeGreaterThan((runs[at]?.at(-1)?.at ?? 0) + 1);
      }),
    );
  });
  test('a line stops and goes on; a value alone has only its point', () => {
    expect(linePath([1, 2, null, 3, null, 4, 5], place)).toBe('M0,99L10,98M50,96L60,95');
    const layout = layoutLines(input([1, 2, null, 3, null, 4, 5]), frame);
    expect(layout.lines[0]?.points.map(({ at }) => at)).toContain(3);
  });
  test('no figure at all is said', () => {
    expect(layoutLines(input([null, null]), frame)).toMatchObject({ empty: true, zero: null });
    expect(layoutLines({ points: [], lines: [] }, frame).labels).toEqual([]);
  });
});

describe('what is expected', () => {
  test('goes on from the last known value, also over a gap', () => {
    expect(continued([1, 2, null, null], [null, null, null, 9])).toEqual([
      { at: 1, value: 2 },
      { at: 3, value: 9 },
    ]);
    expect(continued([null, null], [null, 9])).toEqual([{ at: 1, value: 9 }]);
    expect(continued([1, 2], [null, null])).toEqual([]);
  });
  test('opens an interval out of that value; a side that is not known has none', () => {
    expect(bandPath([5, null], [null, 3], [null, 8], place)).toBe('M0,95L10,92L10,97L0,95Z');
    expect(bandPath([5, null], [null, 3], [null, null], place)).toBe('');
  });
});

test('steps hold for their point and stay within the edges', () => {
  expect(stepPath([1, 2, null, 4], place, [0, 30])).toBe('M0,99L5,99L5,98L15,98M25,96L30,96');
});

test('everything lies in the frame, for any figures, gaps, targets and names', () => {
  const line = fc.record({
    values: fc.array(cell, { minLength: 1, maxLength: 30 }),
    ahead: fc.array(cell, { maxLength: 30 }),
  });
  fc.assert(
    fc.property(
      line,
      fc.integer({ min: 300, max: 1000 }),
      fc.constantFrom('zero' as const, 'data' as const),
      (given, width, from) => {
        const values = given.values;
        const ahead = values.map((_, at) => given.ahead[at] ?? null);
        const all = { ...input(values, { forecast: { name: '预计', values: ahead, low: ahead, high: ahead } }), from };
        const layout = layoutLines(
          { ...all, target: { name: '目标', values: ahead, stepped: true } },
          { ...frame, width },
        );
        const numbers = layout.lines.flatMap(
          ({ path, forecast, band }) =>
            `${path} ${forecast} ${band} ${layout.target}`.match(/-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/g) ?? [],
        );
        const places = [
          ...numbers.map((pair) => pair.split(',').map(Number)),
          ...(layout.lines[0]?.points.map(({ x, y }) => [x, y]) ?? []),
        ];
        for (const [x = Number.NaN, y = Number.NaN] of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(layout.top);
          expect(y).toBeLessThanOrEqual(layout.bottom + 0.1);
        }
        for (const { x, text } of layout.labels) {
          expect(x - textWidth(text, labelSize) / 2).toBeGreaterThanOrEqual(-1);
          expect(x + textWidth(text, labelSize) / 2).toBeLessThanOrEqual(width + 1);
        }
        for (const [at, label] of layout.labels.slice(1).entries())
          expect(label.x - (layout.labels[at]?.x ?? 0)).toBeGreaterThan(textWidth(label.text, labelSize));
      },
    ),
  );
});

test('figures on both sides of 0 show it; others begin where they are told', () => {
  expect(layoutLines(input([-3, 7]), frame).zero).not.toBeNull();
  expect(layoutLines(input([95, 98]), frame).ticks[0]?.value).toBe(0);
  expect(layoutLines({ ...input([95, 98]), from: 'data' }, frame).ticks[0]?.value).toBe(95);
});

test('values that may change are hollow points', () => {
  const points = layoutLines(input([1, 2, 3], { preliminary: [false, false, true] }), frame).lines[0]?.points;
  expect(points?.map(({ hollow }) => hollow)).toEqual([false, false, true]);
});

test('the nearest point is never outside', () => {
  expect([-50, 0, 14, 16, 900].map((x) => nearest(x, 4, place))).toEqual([0, 0, 1, 2, 3]);
  expect(nearest(40, 1, place)).toBe(0);
});

test('first is read out what is newest of this year', () => {
  const earlier: Line = { name: '上年', kind: 'earlier', values: [1, 2, 3, 4] };
  expect(
    lastKnown({ points: ['1', '2', '3', '4'], lines: [{ name: '本年', values: [1, 2, null, null] }, earlier] }),
  ).toBe(1);
  expect(lastKnown({ points: [], lines: [] })).toBe(0);
});

test('every figure of a point is told, with its state; what is expected only where it is', () => {
  const forecast = { name: '预计', values: [null, 9], low: [null, 8], high: [null, 10], interval: '80% 区间' };
  const all: LineInput = {
    ...input([5, null], { preliminary: [true], forecast }),
    ...{ target: { name: '目标', values: [4, 8] }, level: { name: '上限', value: 12 } },
  };
  expect(readingColumns(all)).toEqual(['本年', '预计', '80% 区间下限', '80% 区间上限', '目标', '上限']);
  expect(toldAt(all, 0).map(({ name, value, note }) => [name, value, note])).toEqual([
    ['本年', 5, '初步数'],
    ['目标', 4, undefined],
    ['上限', 12, undefined],
  ]);
  expect(figuresAt(all, 1).map(({ value }) => value)).toEqual([null, 9, 8, 10, 8, 12]);
});

test('last year is pale, those named main are strong, a pair without names is pale and strong', () => {
  const line = (kind?: Line['kind']): Line => ({ name: '', values: [], ...(kind && { kind }) });
  const tonesOf = (...lines: Line[]) => lines.map((_, at) => toneOfLine(lines, at));
  expect(tonesOf(line('main'), line('earlier'), line('main'))).toEqual([1, 0, 2]);
  expect(tonesOf(line(), line())).toEqual([0, 1]);
  expect(tonesOf(line())).toEqual([1]);
});
