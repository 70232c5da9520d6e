import type { Span } from '../../../kernel/index.ts';
import { ANY_UNIT, COUNT_UNIT, PER_UNITS, type UnitKind, unitKind } from '../vocabulary/units.ts';
import { arabicNumber, exact, HAN_NUMBER, hanNumber, NUMBER, SCALE, scaleOf } from './numeral.ts';

/** A number with its unit as it stands in the text. Money is in 亿元, 万元 or 元; 万家 is a plain count. */
export interface Quantity extends Span {
  readonly value: number;
  readonly value2: number | null;
  readonly unit: string;
  readonly kind: UnitKind;
  /** 余 or 多 after the number: more than it. */
  readonly more: boolean;
  /** Written in Chinese numerals. */
  readonly han: boolean;
  /** Words such as 全覆盖 and 翻一番 that stand for a number. */
  readonly idiom: Idiom | null;
}
export type Idiom = 'all' | 'doubling' | 'first' | 'fraction';

const DASH = '(?:-{1,2}|~{1,2}|至|到)';
const ARABIC = new RegExp(
  `(?<![\\d.])(${NUMBER})(${SCALE})?(?:余|多)?(${ANY_UNIT})?${DASH}(${NUMBER})(余|多)?(${SCALE})?(余|多)?(${ANY_UNIT})(${PER_UNITS})` +
    `|(?<![\\d.])(${NUMBER})(余|多)?(${SCALE})?(余|多)?(?:(${ANY_UNIT})(${PER_UNITS})|(?=级|以上|及以上|企业|的企业|产业|规模))`,
  'g',
);
const HAN = new RegExp(
  `(${HAN_NUMBER})(余|多)?(万亿|亿|万)?(?:(元)|(${COUNT_UNIT}|倍(?!增|率|数)))|(${HAN_NUMBER})(亿)(?=级|以上|企业|产业|集群|规模|园区)`,
  'g',
);
const HAN_RANGE = new RegExp(`([一二三四五六七八九])(?:至|到|-)([二三四五六七八九十])(${COUNT_UNIT})`, 'g');
const PERCENT_WORD = new RegExp(
  `([百千万])分之(${NUMBER}|${HAN_NUMBER})|(?<![第百])([一二三四五六七八九])分之([一二三四五六七八九])`,
  'g',
);

/** Finds every quantity in a folded text without blanks, in order, without overlaps. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  if (/\d/.test(text)) for (const m of text.matchAll(ARABIC)) push(found, arabic(text, m));
  if (/[一二两三四五六七八九十百千]/.test(text)) {
    for (const m of text.matchAll(PERCENT_WORD)) push(found, percentWord(m));
    for (const m of text.matchAll(TENTHS)) push(found, tenths(m));
    for (const m of text.matchAll(HAN_RANGE)) push(found, hanRange(m));
    for (const m of text.matchAll(HAN)) push(found, han(text, m));
  }
  for (const q of [...bare(text), ...idioms(text)]) push(found, q);
  return found.sort((a, b) => a.start - b.start);
}

function push(found: Quantity[], q: Quantity | null): void {
  if (q && !found.some((f) => f.start < q.end && q.start < f.end)) found.push(q);
}

function arabic(text: string, m: RegExpExecArray): Quantity | null {
  const start = m.index;
  const end = start + m[0].length;
  if (/[A-Za-z第.\d]/.test(text[start - 1] ?? '')) return null;
  if (m[1] !== undefined) {
    const unit = m[8]!;
    // 5亿~10亿元 and 80~100万元: the first number takes the scale of the second unless it has its own.
    const [high, name] = amount(arabicNumber(m[4]!), m[6], unit, m[9]);
    const own = m[2] ?? (m[3] ? undefined : m[6]);
    const [low] = amount(
      arabicNumber(m[1]),
      own ?? (m[3] && unitKind(m[3]) === 'money' ? undefined : m[6]),
      m[3] ?? unit,
      '',
    );
    const comparable = unitKind(unit) === 'money' ? moneyIn(arabicNumber(m[1]), own ?? m[6], name) : low;
    return {
      start,
      end,
      value: comparable,
      value2: high,
      unit: name,
      kind: unitKind(unit),
      more: false,
      han: false,
      idiom: null,
    };
  }
  const word = m[10]!;
  const scale = m[12];
  const unit = m[14];
  if (unit === undefined) {
    // 50亿企业: money without its last word.
    if (!scale || !/亿/.test(scale)) return null;
    const [value] = amount(arabicNumber(word), scale, '元', '');
    return {
      start,
      end,
      value,
      value2: null,
      unit: '亿元',
      kind: 'money',
      more: Boolean(m[11] ?? m[13]),
      han: false,
      idiom: null,
    };
  }
  const [value, name] = amount(arabicNumber(word), scale, unit, m[15]);
  return {
    start,
    end,
    value,
    value2: null,
    unit: name,
    kind: unitKind(unit),
    more: Boolean(m[11] ?? m[13]),
    han: false,
    idiom: null,
  };
}

/** Value and unit by the house rule: money in 亿元, 万元 or 元; counts plain; measures keep 万 in the unit. */
function amount(n: number, scale: string | undefined, unit: string, per = ''): [number, string] {
  const kind = unitKind(unit);
  if (kind === 'money') {
    const factor = scaleOf(scale);
    if (factor >= 1e8) return [exact((n * factor) / 1e8), `亿${unit}${per}`];
    if (factor >= 1e4) return [exact((n * factor) / 1e4), `万${unit}${per}`];
    return [exact(n * factor), `${unit}${per}`];
  }
  if (kind === 'count') {
    return [exact(n * scaleOf(scale)), unit];
  }
  // “5个百分点” and “5百分点” are one unit.
  if (kind === 'percent') return [n, unit === '个百分点' ? '百分点' : unit];
  return [n, `${scale ?? ''}${unit}${per}`];
}

function moneyIn(n: number, scale: string | undefined, unitName: string): number {
  const base = /^亿/.test(unitName) ? 1e8 : /^万/.test(unitName) ? 1e4 : 1;
  return exact((n * scaleOf(scale)) / base);
}

function han(text: string, m: RegExpExecArray): Quantity | null {
  const start = m.index;
  const end = start + m[0].length;
  if (/[第初周期逐万亿\d.]/.test(text[start - 1] ?? '')) return null;
  const n = hanNumber(m[1] ?? m[6] ?? '');
  if (n === null || n === 0) return null;
  if (m[6] !== undefined) {
    return {
      start,
      end,
      value: moneyIn(n, m[7], '亿元'),
      value2: null,
      unit: '亿元',
      kind: 'money',
      more: false,
      han: true,
      idiom: null,
    };
  }
  const unit = m[4] ?? m[5]!;
  if (m[4] !== undefined && m[3] === undefined) return null;
  const [value, name] = amount(n, m[3], unit);
  return {
    start,
    end,
    value,
    value2: null,
    unit: name,
    kind: unitKind(unit),
    more: Boolean(m[2]),
    han: true,
    idiom: null,
  };
}

function hanRange(m: RegExpExecArray): Quantity | null {
  const low = hanNumber(m[1]!);
  const high = hanNumber(m[2]!);
  if (low === null || high === null || low >= high) return null;
  return {
    start: m.index,
    end: m.index + m[0].length,
    value: low,
    value2: high,
    unit: m[3]!,
    kind: 'count',
    more: false,
    han: true,
    idiom: null,
  };
}

function percentWord(m: RegExpExecArray): Quantity | null {
  const at = {
    start: m.index,
    end: m.index + m[0].length,
    value2: null,
    unit: '%',
    kind: 'percent' as const,
    more: false,
    han: true,
  };
  if (m[1] !== undefined) {
    const n = /\d/.test(m[2]!) ? arabicNumber(m[2]!) : hanNumber(m[2]!);
    const per = m[1] === '百' ? 1 : m[1] === '千' ? 0.1 : 0.01;
    return n === null ? null : { ...at, value: exact(n * per), idiom: null };
  }
  const below = hanNumber(m[3]!);
  const above = hanNumber(m[4]!);
  if (!below || !above) return null;
  return { ...at, value: Math.round((above / below) * 10000) / 100, idiom: 'fraction' };
}

/** 三成, 八成: tenths. A look-ahead keeps 三成立 and the like apart. */
const TENTHS =
  /([一二三四五六七八九])成(?!立|为|果|员|本|效|长|熟|交|功|品|绩|都|套|分|人|就|体|型|像|片|群|组|因|色|年|活|链|势|风|景|全|线)|(?:一半|半数)(?=以上|左右|，|。|；|$)/g;
/** 过亿元, 突破亿元: one. */
const BARE_MONEY = /(?<=[过超破达])(亿|千万|百万)元/g;
/** A figure without a unit behind a word of reaching: PUE 降至1.3以下. */
const BARE_NUMBER =
  /(?<=达到|达|降至|降到|降低到|下降到|控制在|提高到|提升到|保持在|稳定在|不高于|不低于|不超过|低于|超过|高于)(\d{1,12}(?:\.\d{1,8})?)(?=以上|以下|以内|左右|[，。；、）]|$)/g;

const IDIOMS =
  /翻([一两三])?番|全覆盖|全部(?=[^，。；、全]{0,14}(?:达标|达到|完成|实现|建成|接入|纳入|上云|覆盖|清偿|清零|关停|淘汰|配备|投入使用|改造|落实到位|开工|投产|竣工|入园|公开))|(?<!双)(?<=实现|规模|产值|营收|收入|总量)倍增(?=[，。；、]|$)|零(?:的)?突破|“?破零”?/g;

function tenths(m: RegExpExecArray): Quantity {
  const value = m[1] ? (hanNumber(m[1]) ?? 0) * 10 : 50;
  return {
    start: m.index,
    end: m.index + m[0].length,
    value,
    value2: null,
    unit: '%',
    kind: 'percent',
    more: false,
    han: true,
    idiom: null,
  };
}

function bare(text: string): Quantity[] {
  const out: Quantity[] = [];
  for (const m of text.matchAll(BARE_MONEY)) {
    const [value, unit] = amount(1, m[1], '元');
    out.push({
      start: m.index,
      end: m.index + m[0].length,
      value,
      value2: null,
      unit,
      kind: 'money',
      more: false,
      han: true,
      idiom: null,
    });
  }
  for (const m of text.matchAll(BARE_NUMBER)) {
    out.push({
      start: m.index,
      end: m.index + m[0].length,
      value: arabicNumber(m[1]!),
      value2: null,
      unit: '',
      kind: 'measure',
      more: false,
      han: false,
      idiom: null,
    });
  }
  return out;
}

function idioms(text: string): Quantity[] {
  const out: Quantity[] = [];
  for (const m of text.matchAll(IDIOMS)) {
    const at = { start: m.index, end: m.index + m[0].length, value2: null, more: false, han: true };
    if (m[0].startsWith('翻'))
      out.push({ ...at, value: 2 ** (hanNumber(m[1] ?? '一') ?? 1), unit: '倍', kind: 'multiple', idiom: 'doubling' });
    else if (m[0].startsWith('全')) out.push({ ...at, value: 100, unit: '%', kind: 'percent', idiom: 'all' });
    else if (m[0].includes('零')) out.push({ ...at, value: 1, unit: '家', kind: 'count', idiom: 'first' });
  }
  return out;
}
