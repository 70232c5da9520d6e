/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];
/** Closed: the last position is the first. */
export type Ring = readonly Position[];
/** The outer ring, then the holes. */
export type Polygon = readonly Ring[];

/** A region as it is drawn: GeoJSON (RFC 7946) with nothing in it but a code, a name and its outline. */
export interface GeoRegion {
  readonly type: 'Feature';
  readonly properties: { readonly code: string; readonly name: string | null };
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };
}

/** Regions of a map. `lines` are outlines that are no region: the dash line of the South China Sea. */
export interface GeoMap {
  readonly type: 'FeatureCollection';
  readonly features: readonly GeoRegion[];
  readonly lines?: readonly Polygon[];
}

/** West, south, east, north, in degrees. */
export type Extent = readonly [number, number, number, number];

export interface GeoLimits {
  readonly bytes: number;
  readonly features: number;
  readonly positions: number;
  /** Where every position must lie: swapped or projected coordinates fall outside. */
  readonly within: Extent;
  /** A province fits into this many degrees from west to east and from south to north. */
  readonly province: readonly [number, number];
  /** Faults that are told at once. */
  readonly faults: number;
}

/**
 * The land and the seas of the country, with room at the edges. No province spans more than 30° × 18°: the widest is Inner Mongolia
 * (97–126° E), the tallest Hainan with its islands (3.5–20.5° N).
 */
export const usualGeoLimits: GeoLimits = {
  ...{ bytes: 8_000_000, features: 4_000, positions: 400_000, faults: 20 },
  ...{ within: [72, 2, 136, 55], province: [30, 18] },
};

/** Every refusal of this folder. */
export const geoFaultCodes = [
  'geo-too-large',
  'geo-not-json',
  'geo-not-collection',
  'geo-empty',
  'geo-features-many',
  'geo-positions-many',
  'geo-projected',
  'geo-code-missing',
  'geo-code-unknown',
  'geo-code-twice',
  'geo-shape',
  'geo-ring',
  'geo-position',
  'geo-national',
] as const;
export type GeoFaultCode = (typeof geoFaultCodes)[number];
