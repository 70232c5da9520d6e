import { Type } from 'typebox';
import { closed, Id, Instant, nullable } from '../shape.ts';

/** Outlines of regions as a customer has uploaded them (platform/geo). */

const Ring = Type.Array(Type.Tuple([Type.Number(), Type.Number()]));
const Polygons = Type.Array(Type.Array(Ring));

export const GeoMapSchema = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Literal('Feature'),
          properties: Type.Object({ code: Type.String(), name: nullable(Type.String()) }, closed),
          geometry: Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Polygons }, closed),
        },
        closed,
      ),
    ),
    lines: Type.Optional(Polygons),
  },
  closed,
);

export const mapParams = Type.Object({ regionId: Id }, closed);
export const RegionMapSchema = Type.Object(
  {
    regionId: Id,
    /** 图是谁的：本地区没有时用上级的 */
    ofRegion: nullable(Id),
    map: nullable(GeoMapSchema),
    changedAt: nullable(Instant),
    changedBy: nullable(Type.String()),
  },
  closed,
);
export const RegionMapBodySchema = Type.Object(
  {
    /** GeoJSON 文件的文字；null：去掉 */
    geojson: nullable(Type.String({ maxLength: 3_900_000 })),
    codeProperty: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  },
  closed,
);
