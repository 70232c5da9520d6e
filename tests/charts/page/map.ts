import { checkGeoJson, type GeoMap } from '../../../platform/geo/index.ts';

const [columns, rows, step] = [4, 3, 0.25];

/** Twelve invented districts side by side, as a file that somebody uploads. */
export const mapText: string = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: columns * rows }, (_, at) => {
    const [west, south] = [115 + (at % columns) * step, 27 + Math.floor(at / columns) * step];
    const ring = [
      [west, south],
      [west + step, south],
      [west + step, south + step],
      [west, south + step],
      [west, south],
    ];
    return { type: 'Feature', properties: { code: codeOf(at) }, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});

export function codeOf(at: number): string {
  return `9901${String(at).padStart(2, '0')}`;
}

export function readMap(): GeoMap {
  const result = checkGeoJson(mapText, new Set(Array.from({ length: columns * rows }, (_, at) => codeOf(at))));
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
  return result.value;
}
