import { type Extent, extentOf, type GeoMap } from '../../../geo/index.ts';
import { simplified } from './simplify.ts';

/** Positions of a ring in a picture, x and y in turn. */
export type Flat = Float64Array;

export interface DrawnRegion {
  readonly code: string;
  readonly name: string | null;
  readonly path: string;
  /** A place inside, where its name stands, and how wide the region is there. */
  readonly inside: { readonly x: number; readonly y: number; readonly room: number };
}
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly DrawnRegion[];
  /** What is no region: the dash line. */
  readonly lines: string;
}

/** Shapes are drawn once at this width and scaled; what is finer than this is not seen on any screen. */
export const drawnWidth = 1000;
const tolerance = 0.6;
const [tallest, edge] = [900, 6];

/**
 * A plain local projection: degrees of longitude shortened by the cosine of the middle latitude, north above, fitted to the box.
 * Shapes of a province are off by less than a percent, which nobody sees.
 */
export function projection([west, south, east, north]: Extent) {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, tall] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)];
  const scale = Math.min((drawnWidth - 2 * edge) / wide, (tallest - 2 * edge) / tall);
  const left = (drawnWidth - wide * scale) / 2;
  return {
    height: tall * scale + 2 * edge,
    x: (longitude: number): number => left + (longitude - west) * shrink * scale,
    y: (latitude: number): number => edge + (north - latitude) * scale,
  };
}

/** Every region as a path, simplified to what can be seen. An empty map has no region and no height. */
export function drawMap({ features, lines = [] }: GeoMap): DrawnMap {
  const extent = extentOf([...features.flatMap(({ geometry }) => geometry.coordinates), ...lines]);
  if (extent === null) return { width: drawnWidth, height: 0, regions: [], lines: '' };
  const { x, y, height } = projection(extent);
  const ringsOf = (polygons: GeoMap['features'][number]['geometry']['coordinates']): Flat[] =>
    polygons.flatMap((polygon) =>
      polygon.flatMap((ring) => {
        const flat = new Float64Array(ring.length * 2);
        for (const [at, [longitude, latitude]] of ring.entries()) {
          flat[at * 2] = x(longitude);
          flat[at * 2 + 1] = y(latitude);
        }
        return simplified(flat, tolerance);
      }),
    );
  const regions = features.map(({ properties, geometry }) => {
    // An island smaller than a point is dropped, but never the whole of a region.
    const all = ringsOf(geometry.coordinates);
    const seen = all.filter((ring) => ring.length >= 8);
    const rings = seen.length > 0 ? seen : all;
    return { code: properties.code, name: properties.name, path: rings.map(pathOf).join(''), inside: insideOf(rings) };
  });
  return { width: drawnWidth, height, regions, lines: ringsOf(lines).map(pathOf).join('') };
}

function pathOf(ring: Flat): string {
  const parts: string[] = [];
  for (let at = 0; at < ring.length - 2; at += 2)
    parts.push(`${(ring[at] ?? 0).toFixed(1)},${(ring[at + 1] ?? 0).toFixed(1)}`);
  return `M${parts.join('L')}Z`;
}

/** Lines across, at which a place inside is looked for. */
const across = 9;

/** The middle of the widest stretch inside, on a few lines across: holes and bays are not inside. */
export function insideOf(rings: readonly Flat[]): DrawnRegion['inside'] {
  let [top, bottom] = [Infinity, -Infinity];
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 2) {
      top = Math.min(top, ring[at] ?? top);
      bottom = Math.max(bottom, ring[at] ?? bottom);
    }
  let best = { x: rings[0]?.[0] ?? 0, y: Number.isFinite(top) ? top : 0, room: 0 };
  for (let nth = 1; nth <= across; nth++) {
    // The middle is preferred where it is nearly as wide.
    const y = top + ((bottom - top) * nth) / (across + 1);
    const preferred = 1 - Math.abs(nth / (across + 1) - 0.5) * 0.6;
    for (const [from, to] of stretches(rings, y))
      if ((to - from) * preferred > best.room) best = { x: (from + to) / 2, y, room: (to - from) * preferred };
  }
  return best;
}

/** Where a line across runs inside, by the even-odd rule. */
function stretches(rings: readonly Flat[], y: number): (readonly [number, number])[] {
  const cuts: number[] = [];
  for (const ring of rings)
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]];
      if (y0 <= y !== y1 <= y) cuts.push(x0 + ((y - y0) * (x1 - x0)) / (y1 - y0));
    }
  cuts.sort((a, b) => a - b);
  return cuts.flatMap((from, at) =>
    at % 2 === 0 && at + 1 < cuts.length ? [[from, cuts[at + 1] ?? from] as const] : [],
  );
}
