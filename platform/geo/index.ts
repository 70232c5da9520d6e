export { checkGeoJson, type GeoOptions } from './check-geojson.ts';
export { extentOf } from './extent.ts';
export {
  type Extent,
  type GeoFaultCode,
  type GeoLimits,
  type GeoMap,
  type GeoRegion,
  geoFaultCodes,
  type Polygon,
  type Position,
  type Ring,
  usualGeoLimits,
} from './spec.ts';
