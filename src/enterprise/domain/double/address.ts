import { type Places, placesOfAddress, shortPlace } from './places.ts';
import { numeral, numeralSigns, unified } from './signs.ts';

export interface ReadAddress {
  readonly city: string;
  readonly county: string;
  /** Roads, villages and parks that it names. */
  readonly sites: readonly string[];
  /** What stands before the first number. */
  readonly road: string;
  /** The number of the door; '' where it names none. */
  readonly door: string;
  /** Buildings, floors and rooms behind it, joined. */
  readonly inside: string;
}

const number = new RegExp(`([${numeralSigns}]+)(?=号|#|栋|幢|座|楼|层|室|房|铺|单元|弄|巷|组|区)`, 'gu');
const sitesOf =
  /[\p{Script=Han}\d]{1,8}?(?:大道|工业园区|工业园|产业园区|产业园|科技园|创业园|物流园|软件园|开发区|高新区|经开区|园区|路|街|巷|弄|村|社区|广场|大厦|市场|基地)/gu;

/** Reads an address; `places` helps where the kinds of its places are left out. */
export function readAddress(text: string, places: Places): ReadAddress {
  let rest = unified(text)
    .replace(/[\s·.,，。、;；:'"“”*_~!?/\\|]/gu, '')
    .replace(/^中国|^中华人民共和国/u, '');
  const [province, city, county] = placesOfAddress(rest);
  let at = province.length + city.length + county.length;
  let [cityName, countyName] = [city === '' ? '' : shortPlace(city), county === '' ? '' : shortPlace(county)];
  if (province === '' || city === '') {
    at = 0;
    [cityName, countyName] = ['', ''];
    for (let next = places.at(rest, at); next !== null; next = places.at(rest, at)) {
      if (/^(?:路|大道|街|巷|村|镇|工业|产业|科技|经济|高新)/u.test(rest.slice(at + next.length))) break;
      if (next.place.level === 2) cityName = next.place.name;
      if (next.place.level === 3) countyName = next.place.name;
      at += next.length;
    }
    const [, , more] = placesOfAddress(rest.slice(at));
    if (countyName === '' && more !== '') [countyName, at] = [shortPlace(more), at + more.length];
  }
  rest = rest.slice(at).replace(/[()]/gu, '');
  rest = rest
    .replace(number, (found) => numeral(found))
    .replace(/(\d+)(?:号楼|幢|座|#楼|号厂房|#厂房)/gu, '$1栋')
    .replace(/#/gu, '号');
  rest = rest.replace(/([a-z])(?:栋|座|幢|区)/gu, '$1栋');
  const first = /(\d+(?:-\d+)*)(?!栋|楼|层|室|单元|组|\d)(?:号|$|(?=[\p{Script=Han}a-z]))/u.exec(rest);
  const inner = /[a-z]?\d+(?:栋|楼|层|室|单元)|[a-z]\d*栋/u.exec(rest);
  const until = Math.min(first?.index ?? rest.length, inner?.index ?? rest.length);
  const road = rest.slice(0, until).replace(/^[\p{Script=Han}]{2,4}?(?:镇|乡|街道)(?=.{2,})/u, '');
  const door = first !== null && (inner === null || first.index <= inner.index) ? (first[1] ?? '') : '';
  const behind = rest.slice(door === '' ? until : (first?.index ?? 0) + (first?.[0].length ?? 0));
  const inside = [...behind.matchAll(/[a-z]?\d+/gu)].map(([each]) => each).join('/');
  return { city: cityName, county: countyName, sites: road.match(sitesOf) ?? [], road, door, inside };
}

export type AddressFinding = 'same' | 'near' | 'other' | 'far' | 'missing';

/** How two addresses stand to each other. `near`: the same road or site, as far as both say. */
export function compareAddresses(a: ReadAddress, b: ReadAddress): AddressFinding {
  if (isEmpty(a) || isEmpty(b)) return 'missing';
  if (a.city !== '' && b.city !== '' && a.city !== b.city) return 'far';
  const road = roadsAlike(a, b);
  if (a.road === '' && b.road === '' && a.door === '' && b.door === '') return 'missing';
  if (!road) return 'other';
  if (a.county !== '' && b.county !== '' && a.county !== b.county && road !== 'same') return 'other';
  if (a.door === '' || b.door === '')
    return a.door === b.door && a.inside === b.inside && road === 'same' && a.inside !== '' ? 'same' : 'near';
  if (a.door !== b.door) return 'other';
  return a.inside === '' || b.inside === '' || begins(a.inside, b.inside) ? 'same' : 'near';
}

const isEmpty = ({ city, county, road, door }: ReadAddress): boolean => city + county + road + door === '';
const begins = (a: string, b: string): boolean => a === b || `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

function roadsAlike(a: ReadAddress, b: ReadAddress): 'same' | 'part' | null {
  if (a.road === b.road) return 'same';
  if (a.road.length >= 3 && b.road.length >= 3 && (a.road.endsWith(b.road) || b.road.endsWith(a.road))) return 'same';
  const [last, other] = [a.sites.at(-1) ?? '', b.sites.at(-1) ?? ''];
  if (last !== '' && (last.endsWith(other) || other.endsWith(last)) && other !== '') return 'part';
  if (a.sites.some((site) => site.length >= 3 && b.sites.includes(site))) return 'part';
  return shares(a.road, b.road) >= 0.7 ? 'part' : null;
}

/** Dice over pairs of signs. */
function shares(a: string, b: string): number {
  if (a.length < 3 || b.length < 3) return 0;
  let found = 0;
  for (let at = 0; at + 1 < a.length; at++) if (b.includes(a.slice(at, at + 2))) found++;
  return (2 * found) / (a.length + b.length - 2);
}
