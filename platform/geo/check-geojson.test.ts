import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownCodes as knownSentences, say } from '../messages/index.ts';
import { checkGeoJson } from './check-geojson.ts';
import { geoFaultCodes } from './spec.ts';

const square = (x: number, y: number, size = 0.1) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const region = (code: unknown, coordinates: unknown = square(115, 28), type = 'Polygon', more: object = {}) => ({
  ...{ type: 'Feature', properties: { code, name: '东街', ...more }, geometry: { type, coordinates } },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const known = new Set(['990101', '990102', '130100', '120100', '100000']);
const checked = (value: unknown, options = {}) =>
  checkGeoJson(typeof value === 'string' ? value : JSON.stringify(value), known, options);
const codes = (value: unknown, options = {}) => {
  const result = checked(value, options);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

describe('a map that is sound', () => {
  test('comes back with codes, names and outlines only', () => {
    const heights = square(115, 28).map((ring) => ring.map((position) => [...position, 12]));
    const given = region(990101, heights, 'Polygon', { link: 'javascript:alert(1)', __proto__: { a: 1 } });
    expect(
      checked(collection(given, region('990102', [square(115.2, 28), square(115.4, 28)], 'MultiPolygon'))),
    ).toEqual({
      ok: true,
      value: {
        type: 'FeatureCollection',
        features: [
          {
            ...{ type: 'Feature', properties: { code: '990101', name: '东街' } },
            geometry: { type: 'MultiPolygon', coordinates: [square(115, 28)] },
          },
          {
            ...{ type: 'Feature', properties: { code: '990102', name: '东街' } },
            geometry: { type: 'MultiPolygon', coordinates: [square(115.2, 28), square(115.4, 28)] },
          },
        ],
      },
    });
  });
  test('may name its code otherwise, begin with a byte order mark and state degrees', () => {
    const feature = { ...region(''), properties: { adcode: 990101 } };
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    expect(codes(`\uFEFF${JSON.stringify({ ...collection(feature), crs })}`)).toEqual([]);
    expect(codes(collection({ ...region(''), properties: { gb: '990101' } }), { codeProperty: 'gb' })).toEqual([]);
    const cgcs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } };
    expect(codes({ ...collection(region('990101')), crs: cgcs })).toEqual([]);
  });
});

describe('a map that is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['no JSON', '{"type":', ['geo-not-json']],
    ['a bare shape', { type: 'Polygon', coordinates: square(115, 28) }, ['geo-not-collection']],
    ['nothing', 'null', ['geo-not-collection']],
    ['no features', collection(), ['geo-empty']],
    ['metres', { ...collection(region('990101')), crs: { properties: { name: 'EPSG:4527' } } }, ['geo-projected']],
    ['a point', collection(region('990101', [115, 28], 'Point')), ['geo-shape']],
    ['a collection of shapes', collection(region('990101', [], 'GeometryCollection')), ['geo-shape']],
    ['no shape', collection({ type: 'Feature', properties: { code: '990101' }, geometry: null }), ['geo-shape']],
    ['no feature', collection(null, 7), ['geo-shape', 'geo-shape']],
    ['an open ring', collection(region('990101', [square(115, 28)[0]?.slice(0, 4)])), ['geo-ring']],
    ['three positions', collection(region('990101', [square(115, 28)[0]?.slice(0, 3)])), ['geo-ring']],
    ['no ring', collection(region('990101', [])), ['geo-ring']],
    ['swapped', collection(region('990101', square(28, 115))), ['geo-position']],
    ['projected', collection(region('990101', square(500_000, 3_200_000))), ['geo-position']],
    ['words', collection(region('990101', [[['a'], 'b', null, {}]])), ['geo-position']],
    ['no code', collection(region(undefined)), ['geo-code-missing']],
    ['a broken code', collection(region(1.5)), ['geo-code-missing']],
    ['a strange code', collection(region('888888')), ['geo-code-unknown']],
    ['a code twice', collection(region('990101'), region(990101)), ['geo-code-twice']],
    ['all at once', collection(region('888888'), region('', [], 'Point')), ['geo-code-unknown', 'geo-shape']],
  ])('%s', (_, value, expected) => {
    expect(codes(value)).toEqual(expected);
  });
  test('for its size, before it is read', () => {
    expect(codes(`"${'汉'.repeat(400)}"`, { limits: { bytes: 1000 } })).toEqual(['geo-too-large']);
    expect(codes(collection(region('990101'), region('990102')), { limits: { features: 1 } })).toEqual([
      'geo-features-many',
    ]);
    expect(codes(collection(region('990101')), { limits: { positions: 4 } })).toEqual(['geo-positions-many']);
  });
  test('with no more faults than can be read', () => {
    expect(codes(collection(...Array.from({ length: 100 }, () => region('888888'))))).toHaveLength(20);
  });
});

describe('more than one province', () => {
  const two = [region('130100', square(114, 38)), region('120100', square(117, 39))];
  const dashes = { southChinaSea: true, code: '100000_JD' };
  // Places of an invented line in those waters.
  const line = region('100000_JD', [square(110, 5), square(119, 20)], 'MultiPolygon', dashes);
  test('is refused by its codes or its extent', () => {
    expect(codes(collection(...two))).toEqual(['geo-national']);
    expect(codes(collection(region('100000')))).toEqual(['geo-national']);
    expect(codes(collection(region('990101', [square(75, 38), square(130, 45)], 'MultiPolygon')))).toEqual([
      'geo-national',
    ]);
    expect(codes(collection(region('990101', [square(110, 20), square(110, 45)], 'MultiPolygon')))).toEqual([
      'geo-national',
    ]);
  });
  test('is shown with the dash line, which is no region', () => {
    const result = checked(collection(...two, line));
    expect(result.ok && result.value.features).toHaveLength(2);
    expect(result.ok && result.value.lines).toHaveLength(2);
  });
  test('is not made whole by a flag elsewhere', () => {
    expect(codes(collection(...two, region('100000_JD', square(115, 38), 'Polygon', dashes)))).toEqual([
      'geo-code-unknown',
      'geo-national',
    ]);
  });
});

test('whatever is uploaded is taken or refused with sentences, never thrown at', () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.jsonValue().map((geometry) => collection({ properties: { code: '990101' }, geometry })),
  );
  const shape = fc.jsonValue().map((coordinates) => collection(region('990101', coordinates, 'MultiPolygon')));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        value.map((each) => JSON.stringify(each)),
        shape.map((each) => JSON.stringify(each)),
      ),
      (text) => {
        const result = checkGeoJson(text, known);
        if (result.ok) return;
        expect(result.refusals.length).toBeGreaterThan(0);
        for (const refusal of result.refusals) {
          expect(geoFaultCodes).toContain(refusal.code);
          expect(say(refusal)).not.toMatch(/undefined|null|NaN|\[object/);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('every code has a sentence that says what to do', () => {
  for (const code of geoFaultCodes) {
    expect(knownSentences).toContain(code);
    expect(say({ code, field: '第 3 块（东街）', given: 7, limit: 5 }), code).toMatch(/请.*。$/);
  }
});
