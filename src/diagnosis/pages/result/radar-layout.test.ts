import { expect, test } from 'vitest';
import { outline, radarOf, spotsOf } from './radar-layout.ts';

const radar = radarOf(4, { x: 100, y: 100 }, 80);

test('axes go around from the top; names stand outside of them', () => {
  expect(radar.ends.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [100, 20],
    [180, 100],
    [100, 180],
    [20, 100],
  ]);
  expect(radar.names.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'middle', 'end']);
});

test('a share lies on its axis, and never beyond its ends', () => {
  expect(outline(spotsOf(radar, [50, 100, 0, 250]))).toBe('M100,60L180,100L100,100L20,100Z');
  expect(outline(spotsOf(radar, [-5, 0, 0]))).toBe('M100,100L100,100L100,100L100,100Z');
  expect(outline([])).toBe('');
});
