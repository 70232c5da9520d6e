import type { GeoFaultCode } from '../geo/spec.ts';
import { type Catalogue, figure, megabytes, place } from './catalogue.ts';

const at = (refusal: Parameters<typeof place>[0]): string => place(refusal, '地图文件');
const given = (refusal: Parameters<typeof place>[0]): string => `“${figure(refusal.given)}”`;

/** Sentences for map files that are refused; the place is a feature by its number and name. */
export const geoMessages: Catalogue<GeoFaultCode> = {
  'geo-too-large': (r) =>
    `地图文件有 ${megabytes(r.given)}，超过 ${megabytes(r.limit)}。请在制图软件里简化边界，再上传。`,
  'geo-not-json': () => '地图文件不是完整的 JSON。请从制图软件里重新导出 GeoJSON，用 UTF-8 编码。',
  'geo-not-collection': (r) =>
    `地图文件的 type 是${given(r)}，不是 FeatureCollection。请导出 GeoJSON 的 FeatureCollection，每个地区一个 Feature。`,
  'geo-empty': () => '地图文件里一个地区也没有。请检查导出时选中了图层。',
  'geo-features-many': (r) =>
    `地图文件有 ${figure(r.given)} 块，最多 ${figure(r.limit)} 块。请只导出要用的地区，一个地区合并成一块。`,
  'geo-positions-many': (r) => `地图文件的坐标点超过 ${figure(r.limit)} 个。请在制图软件里简化边界，再上传。`,
  'geo-projected': (r) => `地图文件用的坐标系是${given(r)}，不是经纬度。请转换成 CGCS2000 或 WGS84 的经纬度，再导出。`,
  'geo-code-missing': (r) => `${at(r)}没有行政区划代码（properties 里的 ${figure(r.limit)}）。请给每个地区填上代码。`,
  'geo-code-unknown': (r) => `${at(r)}的代码${given(r)}不在本系统的地区里。请改正代码，或者删去这一块。`,
  'geo-code-twice': (r) => `${at(r)}的代码${given(r)}前面已经有了。请把同一个地区合并成一块 MultiPolygon。`,
  'geo-shape': (r) => `${at(r)}的图形是${given(r)}，只能是 Polygon 或 MultiPolygon。请改成面，或者删去这一块。`,
  'geo-ring': (r) => `${at(r)}的边界不完整（${figure(r.given)}）：每一圈至少四个点，首尾是同一个点。请重新导出。`,
  'geo-position': (r) =>
    `${at(r)}的坐标${given(r)}不在${figure(r.limit)}之内。请确认是经纬度，经度写在前面，坐标系是 CGCS2000 或 WGS84。`,
  'geo-national': (r) =>
    `地图超出了一个省（${figure(r.given)}），却没有南海断续线，不能使用。请换成本省以内的地图，或者用标准地图，并给南海断续线一块标上 southChinaSea: true。`,
};
