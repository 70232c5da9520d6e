import type { Refusal } from '../../src/kernel/index.ts';
import type { GeoFaultCode, GeoLimits, Polygon, Position, Ring } from './spec.ts';

/** A closed ring has at least a triangle's three corners and the first again. */
const fewest = 4;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was given, short enough to be said: what is no text or number by its kind. */
export function shown(value: unknown): string | number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return Array.isArray(value) ? '列表' : value === null || value === undefined ? '空' : typeof value;
}

/** Polygons of a Polygon or MultiPolygon without heights, or the first thing that is wrong with it. */
export function readShape(geometry: unknown, field: string, limits: GeoLimits): readonly Polygon[] | Refusal {
  const refused = (code: GeoFaultCode, given: unknown, limit: string | number | null = null): Refusal => ({
    ...{ code, field, given: shown(given), limit },
  });
  if (!isRecord(geometry)) return refused('geo-shape', geometry);
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return refused('geo-shape', type);
  const given: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given) || given.length === 0) return refused('geo-ring', given);
  const [west, south, east, north] = limits.within;
  const polygons: Polygon[] = [];
  for (const polygon of given as readonly unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return refused('geo-ring', polygon);
    const rings: Ring[] = [];
    for (const ring of polygon as readonly unknown[]) {
      if (!Array.isArray(ring) || ring.length < fewest)
        return refused('geo-ring', Array.isArray(ring) ? ring.length : ring);
      const positions: Position[] = [];
      for (const position of ring as readonly unknown[]) {
        const [x, y] = Array.isArray(position) ? (position as readonly unknown[]) : [];
        if (typeof x !== 'number' || typeof y !== 'number')
          return refused('geo-position', shown(position), placeWords(limits));
        if (!(x >= west && x <= east && y >= south && y <= north))
          return refused('geo-position', `${x}, ${y}`, placeWords(limits));
        positions.push([x, y]);
      }
      const [first, last] = [positions[0], positions.at(-1)];
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return refused('geo-ring', '首尾不同');
      rings.push(positions);
    }
    polygons.push(rings);
  }
  return polygons;
}

const placeWords = ({ within: [west, south, east, north] }: GeoLimits): string =>
  `经度 ${west} 到 ${east}、纬度 ${south} 到 ${north}`;

export const positionsIn = (polygons: readonly Polygon[]): number =>
  polygons.reduce((sum, polygon) => sum + polygon.reduce((most, ring) => most + ring.length, 0), 0);
