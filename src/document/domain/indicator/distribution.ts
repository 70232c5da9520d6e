import type { Span } from '../../../kernel/index.ts';
import type { Quantity } from '../number/quantity.ts';
import type { TimeToken } from '../time/tokens.ts';

/** How a run of numbers joined by 、 or 和 shares the names or years in front of it. */
export interface Distribution {
  /** For each number of the run: its year, or null to keep the governing one. */
  readonly years: readonly (number | null)[];
  /** For each number of the run: its name, or null to keep the ordinary one. */
  readonly names: readonly (string | null)[];
  /** For each number of the run: the place it is said of, where the list in front is one of places. */
  readonly scopes?: readonly string[];
}

/** Numbers that stand in one list: “48%和35%”, “3200亿元、4200亿元、5500亿元和7000亿元”. */
export function listRuns(text: string, quantities: readonly Quantity[]): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const q of quantities) {
    const run = runs.at(-1);
    const prev = run?.at(-1);
    if (
      prev &&
      /^(?:以上|左右|以内)?(?:、|和|及|，和|与)(?:超过|突破|不少于|不低于|达到?)?$/.test(text.slice(prev.end, q.start))
    )
      run!.push(q);
    else runs.push([q]);
  }
  return runs;
}

/**
 * Shares years or names over a run: “2024年、2025年…分别达到a、b” gives each number its year, “A、B分别达到a和b” its name.
 * Null when the counts do not agree or 分别 is not there.
 */
export function distribute(
  text: string,
  run: readonly Quantity[],
  segment: Span,
  tokens: readonly TimeToken[],
): Distribution | null {
  if (run.length < 2) return null;
  const first = run[0]!;
  const before = text.slice(segment.start, first.start);
  const years = tokens.filter((t) => t.kind === 'year' && t.end <= first.start && t.start >= segment.start - 60);
  const chained = trailingChain(text, years);
  const span = yearsInTurn(tokens, first, segment, before, run.length);
  if (span) return { years: span, names: run.map(() => null) };
  if (chained.length === run.length) return { years: chained.map((t) => t.year), names: run.map(() => null) };
  if (!/分别|依次/.test(before)) return null;
  const names = listNames(before.slice(0, before.search(/分别|依次/)));
  if (names.length < run.length) return null;
  const last = names.slice(-run.length);
  const placed = placesAndThing(last);
  if (placed) return { years: run.map(() => null), names: run.map(() => placed.thing), scopes: placed.places };
  return { years: run.map(() => null), names: shareTail(last) };
}

/** “2025至2027年每年分别引育5家、8家和10家”: as many numbers as years. */
function yearsInTurn(
  tokens: readonly TimeToken[],
  first: Quantity,
  segment: Span,
  before: string,
  count: number,
): number[] | null {
  if (!/分别|依次|逐年/.test(before)) return null;
  const t = [...tokens]
    .reverse()
    .find((x) => x.kind === 'years' && x.end <= first.start && x.start >= segment.start - 40);
  if (!t || t.fromYear === null || t.year === null || t.year - t.fromYear + 1 !== count) return null;
  return Array.from({ length: count }, (_, i) => t.fromYear! + i);
}

/** “2024年、2025年…各3项”: one number for each of several years. */
export function eachYear(text: string, q: Quantity, segment: Span, tokens: readonly TimeToken[]): number[] {
  const before = text.slice(segment.start, q.start);
  if (
    !/(?:各|均|每年)(?:新增|建设|举办|开展|完成|培育)?$/.test(before) &&
    !/20\d{2}年(?:底)?(?:各|每年)[^，；]{0,20}$/.test(before)
  )
    return [];
  const chained = trailingChain(
    text,
    tokens.filter((t) => t.kind === 'year' && t.months.length === 0 && t.end <= q.start && t.start >= segment.start),
  );
  return chained.length >= 2 ? chained.map((t) => t.year!) : [];
}

/** The years that are joined to each other by 、 or 和 at the end of the token list. */
function trailingChain(text: string, years: readonly TimeToken[]): TimeToken[] {
  const chain: TimeToken[] = [];
  for (let i = years.length - 1; i >= 0; i--) {
    const next = chain[0];
    if (next && !/^[、和及与，]$/.test(text.slice(years[i]!.end, next.start))) break;
    chain.unshift(years[i]!);
  }
  return chain;
}

/** Splits “A、B和C” into its names. */
export function listNames(text: string): string[] {
  const clean = text.replace(/(?:力争|争取|确保|均|均力争|将|要)+$/, '');
  return clean.split(/[、，]|(?<=[率重额量值数入])[和与及]/).filter((s) => s.length > 0);
}

/** 营收超100亿元、50亿元、10亿元的企业: the measure stands before the first size, the thing behind the last. */
const SIZED = /^(\D{1,10})[\d.]+[万亿]?元$/;

/** “高新技术产业、战略性新兴产业增加值占比” shares its tail with the first name. */
function shareTail(names: readonly string[]): string[] {
  const last = names.at(-1)!;
  const size = SIZED.exec(names[0]!);
  const thing = /^[\d.]+[万亿]?元(?:以上)?(的?[\u4e00-\u9fff]{2,12})$/.exec(last)?.[1];
  if (size && thing)
    return names.map((n) => `${size[1]}${/^[\d.]+[万亿]?元/.exec(n.replace(size[1]!, ''))?.[0] ?? n}${thing}`);
  const m = /(?:产业|企业|集群|行业)(.{2,20})$/.exec(last);
  if (!m) return [...names];
  return names.map((n) => (n === last || /[率重额量值数入]$/.test(n) ? n : `${n}${m[1]}`));
}

const PLACE = '[\\u4e00-\\u9fff]{1,5}?(?:高新区|经开区|开发区|新区|区|县|市|镇|乡|街道)';
const PLACE_ONLY = new RegExp(`^${PLACE}$`);
const PLACE_AND_THING = new RegExp(`^(${PLACE})(?!政府|委|直|级|场|管)([\\u4e00-\\u9fff]{2,})$`);

/** “东湖区、西山县、芦洲区规上企业”: the places and the thing that the last of them carries for all. */
function placesAndThing(names: readonly string[]): { places: string[]; thing: string } | null {
  const m = PLACE_AND_THING.exec(names.at(-1) ?? '');
  const others = names.slice(0, -1);
  return m && others.every((n) => PLACE_ONLY.test(n)) ? { places: [...others, m[1]!], thing: m[2]! } : null;
}

/** “面料、印染、成衣产业营业收入”: the measure, and what kind of thing each is, stand once, behind the last. */
const KIND_AND_MEASURE =
  /^(.+?)((?:产业链|产业集群|产业|行业|集群)?)((?:主营业务收入|营业收入|销售收入|总产值|产值|增加值|投资|税收|利润|规模)(?:总额|总量|规模)?)$/;

/** The things that share one number, each with the words of its name. */
export function sharedThings(before: string): { name: string; scope: string; own: boolean }[] {
  const parts = sharers(before);
  if (parts.length < 2) return [];
  const placed = placesAndThing(parts);
  if (placed) return placed.places.map((p) => ({ name: placed.thing, scope: p, own: true }));
  const m = KIND_AND_MEASURE.exec(parts.at(-1)!);
  const others = parts.slice(0, -1);
  if (m && m[1]!.length >= 2 && others.every((p) => !KIND_AND_MEASURE.test(p)))
    return [...others, m[1]!].map((p) => {
      const scope = p.endsWith(m[2]!) ? p : `${p}${m[2]}`;
      return { name: `${scope}${m[3]}`, scope, own: true };
    });
  return parts.map((p) => ({ name: p, scope: p, own: false }));
}

/**
 * One number said of several things: “A、B均达到500亿元”, “在甲县、乙县分别打造1个”. Returns the things, or an empty list.
 */
export function sharers(before: string): string[] {
  const m =
    /^(.*?)(?:均|分别|各)(?!类|地|级|项|部门|有关|县|单位|方|个|种|界|条)(?:力争|争取|新增|建设|打造|建成|培育|举办|开展|设立|确定|引进)?(?:达到?|突破|超过|不少于|不低于|实现|至少|达)?$/.exec(
      before,
    );
  if (!m) return [];
  const front = m[1]!.replace(/^.*[：，]/, '').replace(/^(?:其中|在|力争|到|于)+/, '');
  if (/\d{1,2}月|20\d\d年/.test(front)) return [];
  const parts = front
    .split(/[、]|和(?=[\u4e00-\u9fff]{2,8}(?:县|市|区|镇|产业|集群|链|园))|与(?=[\u4e00-\u9fff]{2,6}(?:县|市|区))/)
    .filter((s) => s.length >= 2);
  return parts.length >= 2 && parts.length <= 12 ? parts : [];
}
