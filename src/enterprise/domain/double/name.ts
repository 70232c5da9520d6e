import type { Places } from './places.ts';
import { numeral, numeralSigns, unified } from './signs.ts';
import { brandEnd, isOnlyTrade } from './trades.ts';

/** How an enterprise is constituted, as far as its name says. */
export type LegalForm = 'shares' | 'limited' | 'company' | 'works' | 'cooperative' | 'partners' | 'shop' | '';

export interface ReadName {
  /** Own name and trade, without places, legal form and branch. */
  readonly body: string;
  /** How much of the body is its own name. */
  readonly brand: number;
  readonly places: readonly string[];
  readonly form: LegalForm;
  /** 集团 is a part of its form. */
  readonly group: boolean;
  /** Which branch of the whole it is, or which of several works; '' for the whole. */
  readonly branch: string;
  /** Names that it says it had: （原…）. */
  readonly former: readonly string[];
}

const forms: readonly (readonly [string, LegalForm])[] = [
  ...(['股份有限责任公司', '股份有限公司', '股份公司'] as const).map((word) => [word, 'shares'] as const),
  ...(['有限责任公司', '有限公司', '责任公司', '有限责任'] as const).map((word) => [word, 'limited'] as const),
  ...(['总公司', '公司'] as const).map((word) => [word, 'company'] as const),
  ...(['农民专业合作社', '专业合作社', '合作联社', '合作社'] as const).map((word) => [word, 'cooperative'] as const),
  ...(['合伙企业', '个人独资企业', '事务所'] as const).map((word) => [word, 'partners'] as const),
  ...(['总厂', '工厂', '厂'] as const).map((word) => [word, 'works'] as const),
  ...(['个体工商户', '经营部', '商行', '工作室', '家庭农场', '商店', '门店', '店', '坊'] as const).map(
    (word) => [word, 'shop'] as const,
  ),
];
/** A branch behind a legal form, or a numbered one. */
const branchWords =
  /分公司|分厂|分店|分部|分社|分行|分院|办事处|营业部|门市部|门市|项目部|车间|支公司|子公司|厂|店|部|站|仓库/u;
const marks = `(?:第?[${numeralSigns}]+|[甲乙丙丁戊己庚辛a-h]|[东南西北中新老上下前后])`;
const numbered = new RegExp(
  `^(.{2,}?)(第[${numeralSigns}]+|[${numeralSigns}]+(?:号|#)?|[甲乙丙丁戊己庚辛a-h](?:号)?|[东南西北](?:区)?)(总?厂|分厂|分公司|分店|分部|车间|店|公司|部)$`,
  'u',
);
const wholeMark = new RegExp(`第?([${numeralSigns}]+)号?`, 'gu');

/** Reads a name into what it is made of. Asks `places` which of its words are places. */
export function readName(text: string, places: Places): ReadName {
  const former: string[] = [];
  const found: string[] = [];
  let form: LegalForm = '';
  let branch = '';
  let name = unified(text).replace(/[\s·•.,，。、;；:'"“”‘’*_~!?/\\|-]/gu, '');
  name = name.replace(
    /\((?:原名?|曾用名|原名称|更名前|前身):?([^()]{2,})\)|(?:原名?|曾用名)[:为]([^()]{3,})$/gu,
    (_, one, two) => {
      former.push(String(one ?? two));
      return '';
    },
  );
  const tails: string[] = [];
  name = name.replace(/\(([^()]*)\)?/gu, (_, inside: string) => {
    if (/合伙|独资/u.test(inside)) form = 'partners';
    else if (/^个体/u.test(inside)) form = 'shop';
    else if (isPlaces(inside, places, found)) return '';
    else if (branchWords.test(inside) && /[分第甲乙丙丁\d一二三四五六七八九东南西北]/u.test(inside)) tails.push(inside);
    else return inside;
    return '';
  });
  name = name.replace(/[()]/gu, '');
  // A legal form in the middle ends the whole; what follows is a branch of it.
  const middle = /^(.{3,}?(?:股份有限公司|有限责任公司|有限公司|总公司|集团公司))(.+)$/u.exec(name);
  if (middle !== null && !/^(?:股份|有限|责任|公司)/u.test(middle[2] ?? '')) {
    name = middle[1] ?? name;
    const tail = middle[2] ?? '';
    if (!isPlaces(tail, places, found)) tails.push(tail);
  }
  const one = numbered.exec(name);
  if (one !== null && !/^(?:公司|部)$/u.test(one[3] ?? '')) {
    name = `${one[1]}${one[3]?.startsWith('分') ? '' : (one[3] ?? '')}`;
    tails.push(`${one[2]}${one[3]?.startsWith('分') ? one[3] : ''}`);
  } else if (/分(?:公司|厂|店|部|社|行)$/u.test(name)) {
    const cut = /^(.{3,}?)((?:[\p{Script=Han}]{2,3})?分(?:公司|厂|店|部|社|行))$/u.exec(name);
    if (cut !== null) [name] = [cut[1] ?? name, tails.push(cut[2] ?? '')];
  }
  branch = tails
    .map((tail) => tail.replace(wholeMark, (_, number: string) => numeral(number)).replace(/#/gu, ''))
    .join('');
  const [bare, ended] = withoutForm(name);
  if (form === '') form = ended;
  const group = /集团$/u.test(bare) && bare.length >= 4;
  const body = withoutPlaces(group ? bare.slice(0, -2) : bare, places, found);
  const counted = body.replace(new RegExp(`第([${numeralSigns}]+)`, 'gu'), (_, number: string) => numeral(number));
  return { body: counted, brand: brandEnd(counted), places: [...new Set(found)], form, group, branch, former };
}

/** Whether a text is nothing but places; then they are among `found`. */
function isPlaces(text: string, places: Places, found: string[]): boolean {
  const own: string[] = [];
  for (let at = 0; at < text.length; ) {
    const next = places.at(text, at);
    if (next === null) return false;
    own.push(next.place.name);
    at += next.length;
  }
  found.push(...own);
  return own.length > 0;
}

/** Without the legal form at its end, though one of its signs be mistaken. */
function withoutForm(name: string): [string, LegalForm] {
  for (const [word, form] of forms)
    if (name.length - word.length >= 2 && name.endsWith(word)) {
      const bare = name.slice(0, -word.length);
      return [
        bare.endsWith('股份') && form === 'limited' ? bare.slice(0, -2) : bare,
        bare.endsWith('股份') ? 'shares' : form,
      ];
    }
  for (const [word, form] of forms) {
    if (word.length < 4 || name.length - word.length < 2) continue;
    const tail = name.slice(-word.length);
    if (Array.from(tail).filter((sign, at) => sign !== word[at]).length <= 1 || isSwapped(tail, word))
      return [name.slice(0, -word.length), form];
    // One sign was left out.
    const less = name.slice(1 - word.length);
    if (
      name.length - less.length >= 2 &&
      Array.from(word).some((_, at) => word.slice(0, at) + word.slice(at + 1) === less)
    )
      return [name.slice(0, 1 - word.length), form];
  }
  if (/股份$/u.test(name) && name.length >= 4) return [name.slice(0, -2), 'shares'];
  return [name, ''];
}

const isSwapped = (a: string, b: string): boolean =>
  Array.from(a).some((_, at) => at + 1 < a.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b);

/** Places before the own name, behind it or in it; what is left keeps a name of its own. */
function withoutPlaces(text: string, places: Places, found: string[]): string {
  let body = text;
  while (true) {
    const next = places.at(body, 0);
    const kind =
      next === null
        ? /^[\p{Script=Han}]{2,4}?(?:省|自治区|市|自治州|县)(?=[\p{Script=Han}]{3,})/u.exec(body)?.[0]
        : undefined;
    const length = next?.length ?? (kind !== undefined && !/[超门菜夜集]市$/u.test(kind) ? kind.length : 0);
    if (length === 0) break;
    const rest = body.slice(length);
    if (
      rest.length < 2 ||
      (isOnlyTrade(rest) && found.length + (next === null ? 0 : 1) > 0 && isOwn(body, rest, found))
    )
      break;
    found.push(next?.place.name ?? body.slice(0, length).replace(/(?:省|自治区|市|自治州|县)$/u, ''));
    body = rest;
  }
  for (let at = 2; at + 2 <= body.length; at++) {
    const next = places.at(body, at);
    if (next === null || next.place.level === 3) continue;
    const rest = body.slice(0, at) + body.slice(at + next.length);
    if (rest.length < 3 || isOnlyTrade(rest)) continue;
    found.push(next.place.name);
    body = rest;
  }
  return body;
}

/** A place followed by nothing but a trade is the own name where another place stands before it already. */
const isOwn = (body: string, rest: string, found: readonly string[]): boolean => found.length > 0 && body !== rest;
export const markSigns = new RegExp(`^${marks}$`, 'u');
