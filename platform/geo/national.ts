import { extentOf } from './extent.ts';
import type { GeoLimits, Polygon } from './spec.ts';

/** Codes of GB/T 2260 begin with two digits for the province; other codes say nothing about it. */
const provinceOf = (code: string): string | null => (/^\d{6,12}$/.test(code) ? code.slice(0, 2) : null);
const wholeCountry = '10';

export interface Outline {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/**
 * Why a map is more than one province: the codes or the degrees that say so; null for a province or less. By law such a map is
 * shown whole, with the dash line of the South China Sea, or not at all.
 */
export function beyondProvince(regions: readonly Outline[], { province }: GeoLimits): string | null {
  const provinces = new Set(regions.flatMap(({ code }) => provinceOf(code) ?? []));
  if (provinces.has(wholeCountry)) return '代码 100000';
  if (provinces.size > 1) return `代码以 ${[...provinces].sort().slice(0, 4).join('、')} 开头`;
  const extent = extentOf(regions.flatMap(({ polygons }) => polygons));
  if (extent === null) return null;
  const [wide, tall] = [extent[2] - extent[0], extent[3] - extent[1]];
  return wide > province[0] || tall > province[1] ? `东西 ${Math.round(wide)} 度、南北 ${Math.round(tall)} 度` : null;
}

/**
 * True for a feature that says it is the dash line: by `southChinaSea: true`, or by the code that public map files give it.
 */
export function saysDashLine(properties: Readonly<Record<string, unknown>>): boolean {
  const codes = [properties.code, properties.adcode, properties.adchar, properties.id];
  return properties.southChinaSea === true || codes.includes('100000_JD') || properties.adchar === 'JD';
}

/** The waters that the dash line runs through, and how far south it must reach. */
const waters = { west: 105, east: 126, north: 27, reaches: 6 } as const;

/** True when the outlines really lie where the dash line does: a flag alone makes no map whole. */
export function isDashLine(polygons: readonly Polygon[]): boolean {
  const extent = extentOf(polygons);
  if (extent === null) return false;
  const [west, south, east, north] = extent;
  return west >= waters.west && east <= waters.east && north <= waters.north && south <= waters.reaches;
}
