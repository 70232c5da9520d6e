import type { Extent, Polygon } from './spec.ts';

/** What surrounds all polygons; null when there is no position. Loops, since a spread of 100,000 arguments overflows. */
export function extentOf(polygons: Iterable<Polygon>): Extent | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    for (const ring of polygon)
      for (const [x, y] of ring) {
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
  return west <= east ? [west, south, east, north] : null;
}
