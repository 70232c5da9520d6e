import type { Register } from '../register.ts';

/** Everything around a number that says whom it is about, nearest first. */
export interface Surroundings {
  /** Chain words that stand in the name itself. */
  readonly named: string | null;
  /** Text of the sentence before the number. */
  readonly sentence: string;
  /** First words of the paragraph. */
  readonly opening: string;
  /** Headings from the outside in, then the titles of annex and document in front of them. */
  readonly headings: readonly string[];
}

const CHAIN = /([\u4e00-\u9fff（）]{2,16}?)(?:全产业链|产业链|产业集群)/g;
const HEADING_CHAIN =
  /^[^\u4e00-\u9fff]*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]?)?([\u4e00-\u9fff（）]{2,16}?)(?:全产业链|产业链|产业集群|产业)/;
const CUT =
  /^.*(?:的|到|年|，|、|；|：|。|在|成|造|展|进|强|大|优|于|各|条|关于|印发|推动|支持|全省|全市|全区|全县|我市|我省)/;
const GENERAL =
  /^(?:重点|制造业重点|制造业|优势|特色|主导|全部|本|该|上下游|省级|市级|国家级|[一二三四五六七八九十\d]*条?(?:重点)?|若干|每条重点|领域每条重点|制造业领域每条重点)$/;

/** Chain that a number is said of, by a key that is the same however the chain is called; empty = the whole. */
export function chainOf(near: Surroundings, register: Register): string {
  const named = near.named === null ? null : chainKey(near.named, register);
  if (named) return named;
  const inSentence = [...near.sentence.matchAll(CHAIN)].at(-1)?.[1];
  const words = [inSentence, HEADING_CHAIN.exec(near.opening)?.[1]];
  for (const heading of near.headings.toReversed()) words.push(HEADING_CHAIN.exec(heading)?.[1] ?? firstChain(heading));
  for (const word of words) {
    const key = word === undefined ? null : chainKey(word, register);
    if (key) return key;
  }
  return '';
}

const firstChain = (title: string): string | undefined =>
  /([\u4e00-\u9fff（）]{2,16}?)(?:产业链|产业集群|产业)/.exec(title)?.[1];

/** Null for words that mean chains in general. */
function chainKey(word: string, register: Register): string | null {
  const bare = word
    .replace(CUT, '')
    .replace(/（[^）]*）/g, '')
    .replace(/^[\u4e00-\u9fff]{2,3}(?:省|市|区|县)/, '');
  if (bare.length < 2 || GENERAL.test(bare)) return null;
  const known = register.chains.find((c) => [c.name, ...c.aliases].some((name) => chainStem(name) === bare));
  return known ? chainStem(known.name) : bare;
}

const chainStem = (name: string): string => name.replace(/（[^）]*）/g, '').replace(/(?:产业链|产业集群|产业)$/, '');

const PLACE =
  /(?:^|[，、；：。在对从于和及中以])([\u4e00-\u9fff]{2,3}(?:区|县|市|镇|乡|街道))(?![场域间块位级别分政外内])/g;
/** Words that end like a place and are none. */
const NO_PLACE =
  /^(?:全|我|其中|各|本|有关|组织|对接|在|对|从|于|和|及|省|市|区|县)|(?:辖|地|园|城|县|市|社|山|景|片|校|厂|小|街|库|新|发|郊)区$|(?:城|上|门|夜|集|股|房)市$/;

/** Places in front of a number, joined; empty = the place of the document. `home` is that place. */
export function placesIn(segment: string, register: Register, home: string | null): string {
  const found = new Set<string>();
  for (const region of register.regions) {
    if (region.code === home) continue;
    for (const name of [region.name, ...region.aliases])
      if (name.length >= 3 && segment.includes(name)) found.add(region.name);
  }
  if (found.size === 0)
    for (const m of segment.replace(/其中[，：]?/g, '，').matchAll(PLACE)) if (!NO_PLACE.test(m[1]!)) found.add(m[1]!);
  return [...found].sort().join('+');
}
