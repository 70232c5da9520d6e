import { ok, type Refusal, type Result, refuse } from '../../src/kernel/index.ts';
import { beyondProvince, isDashLine, type Outline, saysDashLine } from './national.ts';
import { isRecord, positionsIn, readShape, shown } from './shape.ts';
import {
  type GeoFaultCode,
  type GeoLimits,
  type GeoMap,
  type GeoRegion,
  type Polygon,
  usualGeoLimits,
} from './spec.ts';

export interface GeoOptions {
  /** The property that holds a region's code; without it the first of the usual ones that the first feature has. */
  readonly codeProperty?: string;
  readonly limits?: Partial<GeoLimits>;
}

const usualCodes = ['code', 'adcode', 'id'] as const;
/** Degrees: as RFC 7946 has it, and what Chinese surveys call theirs. Anything else is metres or unknown. */
const degreeSystems = /(?:CRS84|EPSG:{1,2}(?:\d[\d.]*:)?(?:4326|4490))$/i;

/**
 * Checks a GeoJSON file that somebody uploads, and gives it back with nothing in it but codes, names and outlines. Every code must
 * be among `knownCodes`, once; not every known code needs an outline. Refuses what is too large, no collection of polygons, outside
 * the country or in metres, and a map of more than one province without the dash line of the South China Sea. Many faults at once.
 */
export function checkGeoJson(
  text: string,
  knownCodes: ReadonlySet<string>,
  { codeProperty, limits: own }: GeoOptions = {},
): Result<GeoMap> {
  const limits = { ...usualGeoLimits, ...own };
  const one = (code: GeoFaultCode, given: string | number | null = null, limit: string | number | null = null) =>
    refuse({ code, given, limit });
  // A character is at least one byte: what is far too long is not encoded to be measured.
  const bytes = text.length > limits.bytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > limits.bytes) return one('geo-too-large', bytes, limits.bytes);
  const parsed = parse(text);
  if (!parsed.sound) return one('geo-not-json');
  const { value } = parsed;
  if (!isRecord(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features))
    return one('geo-not-collection', isRecord(value) ? shown(value.type) : shown(value));
  const features: readonly unknown[] = value.features;
  if (features.length === 0) return one('geo-empty');
  if (features.length > limits.features) return one('geo-features-many', features.length, limits.features);
  const system = systemOf(value.crs);
  if (system !== null && !degreeSystems.test(system)) return one('geo-projected', shown(system));
  return checkFeatures(features, codeProperty ?? usualCode(features), knownCodes, limits);
}

function checkFeatures(
  features: readonly unknown[],
  codeProperty: string,
  knownCodes: ReadonlySet<string>,
  limits: GeoLimits,
): Result<GeoMap> {
  const faults: Refusal[] = [];
  const regions: GeoRegion[] = [];
  const lines: Polygon[] = [];
  const seen = new Set<string>();
  let positions = 0;
  for (const [at, feature] of features.entries()) {
    if (faults.length >= limits.faults) break;
    const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
    const code = codeIn(properties[codeProperty]);
    const name = typeof properties.name === 'string' ? properties.name.trim().slice(0, 60) : '';
    const field = `第 ${at + 1} 块${name || code ? `（${name || code}）` : ''}`;
    const shape = readShape(isRecord(feature) ? feature.geometry : feature, field, limits);
    if (!Array.isArray(shape)) {
      faults.push(shape as Refusal);
      continue;
    }
    const polygons: readonly Polygon[] = shape;
    positions += positionsIn(polygons);
    if (positions > limits.positions)
      return refuse({ code: 'geo-positions-many', given: positions, limit: limits.positions });
    if (saysDashLine(properties) && isDashLine(polygons)) lines.push(...polygons);
    else if (code === null) faults.push({ code: 'geo-code-missing', field, given: null, limit: codeProperty });
    else if (!knownCodes.has(code)) faults.push({ code: 'geo-code-unknown', field, given: shown(code), limit: null });
    else if (seen.has(code)) faults.push({ code: 'geo-code-twice', field, given: code, limit: null });
    else {
      seen.add(code);
      regions.push({
        ...{ type: 'Feature', properties: { code, name: name === '' ? null : name } },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      });
    }
  }
  const outlines: Outline[] = regions.map(({ properties, geometry }) => ({
    ...{ code: properties.code, polygons: geometry.coordinates },
  }));
  const beyond = lines.length > 0 ? null : beyondProvince(outlines, limits);
  if (beyond !== null) faults.push({ code: 'geo-national', given: beyond, limit: null });
  if (faults.length === 0 && regions.length === 0) faults.push({ code: 'geo-empty' });
  if (faults.length > 0) return refuse(...faults);
  return ok({ type: 'FeatureCollection', features: regions, ...(lines.length > 0 && { lines }) });
}

function parse(text: string): { readonly sound: true; readonly value: unknown } | { readonly sound: false } {
  try {
    // A byte order mark is what spreadsheets and editors of one system leave there.
    return { sound: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return { sound: false };
  }
}

const codeIn = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

function usualCode(features: readonly unknown[]): string {
  const first = features.find((feature) => isRecord(feature) && isRecord(feature.properties));
  const properties = isRecord(first) && isRecord(first.properties) ? first.properties : {};
  return usualCodes.find((name) => codeIn(properties[name]) !== null) ?? usualCodes[0];
}

/** The name of the coordinate system, which only older files state; null for none. */
function systemOf(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const properties = isRecord(crs) && isRecord(crs.properties) ? crs.properties : {};
  return typeof properties.name === 'string' ? properties.name : String(shown(crs));
}
