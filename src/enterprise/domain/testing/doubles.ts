import { innerCheck, outerCheck } from '../../../kernel/index.ts';
import type { Likened } from '../double/index.ts';
import { developing, type Vocabulary } from './vocabulary.ts';

/** Chance for tests: whole numbers from 0 to `most - 1`, the same for the same seed. */
export type Roll = (most: number) => number;

export function rollOf(seed: number): Roll {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}
export const pick = <T>(roll: Roll, list: readonly T[]): T => list[roll(list.length)] as T;

/** An enterprise in its parts, so that it can be written in several ways. */
export interface Invented {
  readonly serial: number;
  readonly city: string;
  readonly province: string;
  readonly county: string;
  readonly regionCode: string;
  readonly own: string;
  readonly trade: string;
  readonly form: string;
  readonly road: string;
  readonly number: number;
  readonly building: number | null;
  readonly person: string;
  readonly phone: string;
}

/** A code of no issued series that keeps every rule; `serial` up to 31^4. */
export function inventedCode(regionCode: string, serial: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let [rest, tail] = [serial, ''];
  for (let at = 0; at < 4; at++) [tail, rest] = [(alphabet[rest % 31] ?? '0') + tail, Math.floor(rest / 31)];
  const body = `TE5T${tail}`;
  const start = `91${regionCode}${body}${innerCheck(body)}`;
  return start + outerCheck(start);
}

export function inventedEnterprise(roll: Roll, serial: number, words: Vocabulary = developing): Invented {
  const place = pick(roll, words.places);
  const mobile = `1${pick(roll, ['38', '39', '50', '58', '77', '86'])}0000${String(roll(10_000)).padStart(4, '0')}`;
  return {
    serial,
    ...{ province: place.province, city: place.city, county: pick(roll, place.counties), regionCode: place.code },
    own: pick(roll, words.signs) + pick(roll, words.signs) + (roll(6) === 0 ? pick(roll, words.signs) : ''),
    ...{ trade: pick(roll, words.trades), form: pick(roll, words.forms) },
    road: pick(roll, words.roads),
    number: 1 + roll(400),
    building: roll(3) === 0 ? 1 + roll(20) : null,
    person: pick(roll, words.families) + pick(roll, words.given) + (roll(3) === 0 ? '' : pick(roll, words.given)),
    phone:
      roll(4) === 0 ? `0${pick(roll, ['791', '795', '731'])}-8${String(roll(10_000_000)).padStart(7, '0')}` : mobile,
  };
}

export const fullName = ({ city, own, trade, form }: Invented): string =>
  `${city.replace(/市$/u, '')}${own}${trade}${form}`;
export const fullAddress = ({ province, city, county, road, number, building }: Invented): string =>
  `${province}${city}${county}${road}${number}号${building === null ? '' : `${building}栋`}`;

export const written = (each: Invented): Likened => ({
  code: inventedCode(each.regionCode, each.serial),
  name: fullName(each),
  otherNames: [],
  address: fullAddress(each),
  legalRepresentative: each.person,
  phone: each.phone,
});

const wide = (text: string): string =>
  Array.from(text, (sign) => (/[!-~]/u.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join('');
const chinese = (count: number): string => {
  const digits = '零一二三四五六七八九';
  if (count < 10) return digits[count] ?? '';
  if (count < 100)
    return `${count < 20 ? '' : (digits[Math.floor(count / 10)] ?? '')}十${count % 10 === 0 ? '' : (digits[count % 10] ?? '')}`;
  return Array.from(String(count), (digit) => digits[Number(digit)] ?? '').join('');
};

function mistypedCode(code: string, roll: Roll): string {
  const at = 2 + roll(15);
  if (roll(3) === 0 && code[at] !== code[at + 1])
    return code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
  const other = String((Number.parseInt(code[at] ?? '0', 36) + 1 + roll(8)) % 10);
  return code.slice(0, at) + (other === code[at] ? 'X' : other) + code.slice(at + 1);
}

/** The same name with one sign mistaken, left out or put in another order. */
function mistypedName(each: Invented, roll: Roll, words: Vocabulary): string {
  const name = fullName(each);
  const start = each.city.replace(/市$/u, '').length;
  const length = each.own.length + each.trade.length;
  for (let tries = 0; tries < 20; tries++) {
    const at = start + roll(length);
    const group = words.confused.find((signs) => signs.includes(name[at] ?? ''));
    if (group !== undefined) {
      const other = pick(
        roll,
        [...group].filter((sign) => sign !== name[at]),
      );
      return name.slice(0, at) + other + name.slice(at + 1);
    }
  }
  const at = start + roll(length - 1);
  return roll(2) === 0
    ? name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
    : name.slice(0, at) + name.slice(at + 1);
}

export type Writing = (each: Invented, roll: Roll, words: Vocabulary) => Likened;

/** Ways in which the same enterprise is written again. */
export const writings: Readonly<Record<string, Writing>> = {
  typo: (each, roll, words) => ({ ...written(each), code: '', name: mistypedName(each, roll, words) }),
  suffix: (each) => ({ ...written(each), code: '', name: fullName({ ...each, form: '' }), phone: '' }),
  bracketPlace: (each) => ({
    ...written(each),
    code: '',
    name: `${each.own}${each.trade}（${each.city.replace(/市$/u, '')}）${each.form}`,
    phone: '',
  }),
  bracketFirst: (each) => ({
    ...written(each),
    code: '',
    name: `${each.own}（${each.city.replace(/市$/u, '')}）${each.trade}${each.form}`,
  }),
  wholePlace: (each) => ({
    ...written(each),
    code: '',
    name: `${each.province}${each.city}${each.own}${each.trade}${each.form}`,
    phone: '',
  }),
  noPlace: (each) => ({ ...written(each), code: '', name: `${each.own}${each.trade}${each.form}`, phone: '' }),
  oldName: (each, roll, words) => ({
    ...written(each),
    name: `${each.city}${pick(roll, words.signs)}${pick(roll, words.signs)}${each.trade}厂`,
  }),
  oldForm: (each) => ({
    ...written(each),
    code: '',
    name: fullName({ ...each, form: each.form === '有限公司' ? '有限责任公司' : '有限公司' }),
  }),
  codeDigit: (each, roll) => ({ ...written(each), code: mistypedCode(written(each).code, roll), phone: '' }),
  codeDigitAndTypo: (each, roll, words) => ({
    ...written(each),
    code: mistypedCode(written(each).code, roll),
    name: mistypedName(each, roll, words),
  }),
  noCode: (each) => ({ ...written(each), code: '', legalRepresentative: '' }),
  wideCode: (each, roll, words) => ({
    ...written(each),
    code: ` ${wide(written(each).code.toLowerCase())} `,
    name: mistypedName(each, roll, words),
    phone: '',
  }),
  shortAddress: (each) => ({
    ...written(each),
    code: '',
    address: `${each.county}${each.road}${each.number}号`,
    name: fullName({ ...each, form: '' }),
  }),
  chineseAddress: (each) => ({
    ...written(each),
    code: '',
    address: `${each.province.replace(/省$/u, '')}${each.city.replace(/市$/u, '')}${each.county}${each.road}${chinese(each.number)}号`,
    phone: '',
  }),
  otherAddress: (each, roll, words) => ({
    ...written(each),
    code: '',
    address: fullAddress({ ...each, road: pick(roll, words.roads), number: 1 + roll(400) }),
  }),
  newPerson: (each, roll, words) => ({
    ...written(each),
    code: '',
    legalRepresentative: pick(roll, words.families) + pick(roll, words.given),
  }),
  newPersonSuffix: (each, roll, words) => ({
    ...written(each),
    code: '',
    name: `${each.city}${each.own}${each.trade}`,
    legalRepresentative: pick(roll, words.families) + pick(roll, words.given),
  }),
  spaced: (each) => ({
    ...written(each),
    code: '',
    name: wide(Array.from(fullName(each)).join(' ')).replace('公 司', '公司　'),
  }),
  traditional: (each, _roll, words) => ({
    ...written(each),
    code: '',
    name: Array.from(fullName(each), (sign) => words.traditional[sign] ?? sign).join(''),
    phone: '',
  }),
  onlyName: (each) => ({ ...written(each), code: '', address: '', legalRepresentative: '', phone: '' }),
};

const elsewhere = (each: Invented, roll: Roll, words: Vocabulary): Invented => {
  const others = words.places.filter(({ city }) => city !== each.city);
  const place = pick(roll, others);
  return {
    ...each,
    city: place.city,
    province: place.province,
    county: pick(roll, place.counties),
    regionCode: place.code,
    road: pick(roll, words.roads),
    number: 1 + roll(400),
  };
};
const someone = (roll: Roll, words: Vocabulary): string =>
  pick(roll, words.families) + pick(roll, words.given) + pick(roll, words.given);
const maybe = (roll: Roll, each: Likened): Likened => (roll(2) === 0 ? each : { ...each, code: '' });
const other = (each: Invented, serial: number, roll: Roll, changes: Partial<Invented>): Likened =>
  maybe(roll, written({ ...each, serial, ...changes }));

export type Neighbour = (each: Invented, serial: number, roll: Roll, words: Vocabulary) => readonly Likened[];

/** Enterprises that look like one and are others. */
export const neighbours: Readonly<Record<string, Neighbour>> = {
  branches: (each, serial, roll) =>
    ['第一分公司', '第二分公司'].map((branch, at) =>
      maybe(roll, { ...written({ ...each, serial: serial + at }), name: `${fullName(each)}${branch}` }),
    ),
  branchPlaces: (each, serial, roll, words) =>
    [0, 1].map((at) =>
      maybe(roll, {
        ...written({ ...each, serial: serial + at }),
        name: `${fullName(each)}${elsewhere(each, roll, words).city.replace(/市$/u, '')}${at === 0 ? '' : pick(roll, words.signs)}分公司`,
      }),
    ),
  works: (each, serial, roll) => ['甲', '乙'].map((mark, at) => other(each, serial + at, roll, { form: `${mark}厂` })),
  numberedWorks: (each, serial, roll) =>
    ['一厂', '二厂', '三厂'].map((mark, at) => other(each, serial + at, roll, { form: mark })),
  phases: (each, serial, roll) =>
    ['1号', '2号'].map((mark, at) => other(each, serial + at, roll, { form: `${mark}门店` })),
  otherCity: (each, serial, roll, words) => [
    other(elsewhere(each, roll, words), serial, roll, { person: someone(roll, words), phone: '' }),
  ],
  groupElsewhere: (each, serial, roll, words) => [other(elsewhere(each, roll, words), serial, roll, {})],
  samePerson: (each, serial, roll, words) =>
    [0, 1, 2].map((at) =>
      other(each, serial + at, roll, {
        own: pick(roll, words.signs) + pick(roll, words.signs),
        trade: pick(roll, words.trades),
        ...(at === 0 ? { road: pick(roll, words.roads), number: 1 + roll(300) } : {}),
      }),
    ),
  sisters: (each, serial, roll, words) =>
    [1, 2].map((at) => {
      const trade = words.trades[(words.trades.indexOf(each.trade) + at * 3) % words.trades.length] ?? each.trade;
      return other(each, serial + at - 1, roll, { trade, ...(roll(2) === 0 ? { phone: '' } : {}) });
    }),
  park: (each, serial, roll, words) =>
    [0, 1, 2].map((at) => ({
      ...other(inventedEnterprise(roll, serial + at, words), serial + at, roll, {}),
      address: fullAddress(each),
    })),
  alikeNames: (each, serial, roll, words) => {
    const group = words.confused.find((signs) => signs.includes(each.own[1] ?? ''));
    const own =
      each.own[0] +
      (group === undefined
        ? pick(roll, words.signs)
        : pick(
            roll,
            [...group].filter((sign) => sign !== each.own[1]),
          ));
    return [
      other(each, serial, roll, {
        own,
        person: someone(roll, words),
        road: pick(roll, words.roads),
        number: 1 + roll(300),
        phone: '',
      }),
    ];
  },
};

export interface Trial {
  readonly list: readonly Likened[];
  /** Which enterprise each of the list is. */
  readonly owner: readonly number[];
  readonly kinds: readonly string[];
}

/** A list in which some enterprises stand twice or three times, with others that only look so; shuffled. */
export function trialOf(seed: number, count: number, words: Vocabulary): Trial {
  const roll = rollOf(seed);
  const rows: { readonly each: Likened; readonly owner: number; readonly kind: string }[] = [];
  let serial = 1 + roll(1000);
  let owner = 0;
  for (let at = 0; at < count; at++) {
    const each = inventedEnterprise(roll, serial++, words);
    rows.push({ each: written(each), owner, kind: 'base' });
    if (roll(10) < 6)
      for (let again = 0; again < (roll(6) === 0 ? 2 : 1); again++) {
        const kind = pick(roll, Object.keys(writings));
        rows.push({ each: (writings[kind] as Writing)(each, roll, words), owner, kind });
      }
    owner += 1;
    if (roll(10) < 6) {
      const kind = pick(roll, Object.keys(neighbours));
      const near = (neighbours[kind] as Neighbour)(each, serial, roll, words);
      serial += near.length;
      for (const one of near) rows.push({ each: one, owner: owner++, kind: `not-${kind}` });
    }
  }
  for (let at = rows.length - 1; at > 0; at--) {
    const with_ = roll(at + 1);
    [rows[at], rows[with_]] = [rows[with_] as (typeof rows)[number], rows[at] as (typeof rows)[number]];
  }
  return {
    list: rows.map(({ each }) => each),
    owner: rows.map((row) => row.owner),
    kinds: rows.map(({ kind }) => kind),
  };
}
