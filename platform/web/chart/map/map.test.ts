import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeoMap, Ring } from '../../../geo/index.ts';
import { placeLabels } from './labels.ts';
import { drawMap, drawnWidth, insideOf } from './project.ts';
import { simplified } from './simplify.ts';
import { layTiles } from './tiles.ts';
import { neighbourOf } from './walk.ts';

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const map = (...rings: Ring[]): GeoMap => ({
  type: 'FeatureCollection',
  features: rings.map((ring, at) => ({
    ...{ type: 'Feature', properties: { code: `${at}`, name: null } },
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
  })),
});

describe('simplifying', () => {
  const ring = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 5,
      maxLength: 80,
    })
    .map((corners) => Float64Array.from([...corners, corners[0] ?? [0, 0]].flat()));
  const distance = (x: number, y: number, line: Float64Array): number => {
    let least = Infinity;
    for (let at = 0; at + 3 < line.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.subarray(at, at + 4);
      const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
      least = Math.min(least, Math.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0)));
    }
    return least;
  };
  test('moves no line farther than allowed, keeps closed what was closed, adds nothing', () => {
    fc.assert(
      fc.property(ring, fc.integer({ min: 0, max: 60 }), (given, tolerance) => {
        const result = simplified(given, tolerance);
        expect(result.length).toBeLessThanOrEqual(given.length);
        expect([result[0], result[1]]).toEqual([result.at(-2), result.at(-1)]);
        for (let at = 0; at < given.length; at += 2)
          expect(distance(given[at] ?? 0, given[at + 1] ?? 0, result)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });
  test('a coast of 100,000 positions is left with what can be seen', () => {
    const coast = new Float64Array(200_002);
    for (let at = 0; at < 100_000; at++) {
      const turn = (at / 100_000) * 2 * Math.PI;
      coast[at * 2] = 500 + (400 + Math.sin(turn * 5000) * 0.2) * Math.cos(turn);
      coast[at * 2 + 1] = 450 + (400 + Math.sin(turn * 5000) * 0.2) * Math.sin(turn);
    }
    coast.set([coast[0] ?? 0, coast[1] ?? 0], 200_000);
    expect(simplified(coast, 0.6).length / 2).toBeLessThan(1_000);
  });
});

describe('a map', () => {
  test('has north above, east on the right, and all of it in the box', () => {
    const drawn = drawMap(map(square(115, 28, 1), square(116, 29, 1)));
    const [southWest, northEast] = drawn.regions.map(({ inside }) => inside);
    expect(southWest?.x).toBeLessThan(northEast?.x ?? 0);
    expect(southWest?.y).toBeGreaterThan(northEast?.y ?? 0);
    for (const [, x = '', y = ''] of drawn.regions
      .map(({ path }) => path)
      .join('')
      .matchAll(/([\d.-]+),([\d.-]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(drawnWidth);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(drawn.height);
    }
  });
  test('a square degree is narrower than high, as it is on the ground', () => {
    const { path } = drawMap(map(square(115, 59, 2))).regions[0] ?? { path: '' };
    const at = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const [wide, tall] = [(at[1]?.[0] ?? 0) - (at[0]?.[0] ?? 0), (at[1]?.[1] ?? 0) - (at[2]?.[1] ?? 0)];
    expect(wide / tall).toBeCloseTo(0.5, 2);
  });
  test('a region too small to be seen stays; nothing gives nothing', () => {
    expect(drawMap(map(square(115, 28, 1), square(117, 28, 1e-6))).regions[1]?.path).toMatch(/^M/);
    expect(drawMap(map())).toMatchObject({ height: 0, regions: [] });
    expect(
      drawMap(
        map([
          [115, 28],
          [115, 28],
          [115, 28],
          [115, 28],
        ]),
      ).regions[0]?.path,
    ).not.toMatch(/NaN|Infinity/);
  });
  test('the place for a name is inside, not in a bay or a hole', () => {
    const u = Float64Array.from(
      [0, 0, 30, 0, 30, 100, 70, 100, 70, 0, 110, 0, 110, 130, 0, 130, 0, 0].map((each) => each + 10),
    );
    const { x, y } = insideOf([u]);
    expect((x > 10 && x < 40) || (x > 80 && x < 120) || y > 110).toBe(true);
    const ring = [
      Float64Array.from([0, 0, 100, 0, 100, 100, 0, 100, 0, 0]),
      Float64Array.from([12, 12, 88, 12, 88, 88, 12, 88, 12, 12]),
    ];
    const inside = insideOf(ring);
    expect(inside.x < 12 || inside.x > 88 || inside.y < 12 || inside.y > 88).toBe(true);
  });
});

test('names that are placed fit and do not touch', () => {
  const wanted = fc.array(
    fc.record({
      at: fc.nat(),
      x: fc.nat(600),
      y: fc.nat(400),
      room: fc.nat(200),
      text: fc.constantFrom('临江区', '北城', '高新技术产业开发区', ''),
    }),
  );
  fc.assert(
    fc.property(wanted, (labels) => {
      const placed = placeLabels(labels, 12, [600, 400]);
      for (const [nth, a] of placed.entries())
        for (const b of placed.slice(nth + 1)) expect(Math.abs(a.x - b.x) > 12 || Math.abs(a.y - b.y) > 12).toBe(true);
    }),
  );
});

describe('walking', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 0, y: 10 },
    { x: 11, y: 9 },
  ];
  test('leads to the nearest that lies there, and stays where there is none', () => {
    expect(neighbourOf(spots, 0, 'ArrowRight')).toBe(1);
    expect(neighbourOf(spots, 0, 'ArrowDown')).toBe(2);
    expect(neighbourOf(spots, 0, 'ArrowUp')).toBe(0);
    expect(neighbourOf(spots, 3, 'ArrowLeft')).toBe(2);
    expect(neighbourOf(spots, 0, 'Home')).toBeNull();
    expect(neighbourOf([], 0, 'ArrowUp')).toBeNull();
  });
});

describe('tiles', () => {
  const place = fc.option(
    fc.tuple(fc.double({ min: 100, max: 120, noNaN: true }), fc.double({ min: 20, max: 40, noNaN: true })),
    { nil: undefined, freq: 4 },
  );
  test('each has a place of its own within the columns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: place }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (items, most) => {
          const tiles = layTiles(items, most);
          expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(items.length);
          for (const { column, row } of tiles) {
            expect(column).toBeLessThan(most);
            expect(Math.min(column, row)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
  test('lie as they lie on the ground', () => {
    const [northWest, northEast, southWest, southEast] = layTiles(
      [{ at: [110, 30] }, { at: [112, 30] }, { at: [110, 28] }, { at: [112, 28] }],
      8,
    );
    expect(northWest?.column).toBeLessThan(northEast?.column ?? 0);
    expect(northWest?.row).toBeLessThan(southWest?.row ?? 0);
    expect(southEast?.column).toBe(northEast?.column);
  });
  test('without places they stand in their order', () => {
    const tiles = layTiles(
      Array.from({ length: 5 }, () => ({})),
      3,
    );
    expect(tiles).toEqual([0, 1, 2, 3, 4].map((at) => ({ column: at % 3, row: Math.floor(at / 3) })));
  });
});
