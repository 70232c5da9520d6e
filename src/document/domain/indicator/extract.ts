import { meeting, overlaps, type Span } from '../../../kernel/index.ts';
import type { IndicatorItem, TargetMode } from '../model.ts';
import { findQuantities, type Quantity } from '../number/quantity.ts';
import { headingPath } from '../outline/outline.ts';
import { placeOf, quotesOf, type Reading, wordsOf } from '../reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { TimeToken } from '../time/tokens.ts';
import { comparatorOf } from './comparator.ts';
import { distribute, eachYear, listRuns, sharers } from './distribution.ts';
import { excludedBecause, isBackground, sectionHasNoTargets } from './exclusion.ts';
import { modeOf } from './mode.ts';
import { nameOf } from './name.ts';
import { scopeOf } from './scope.ts';
import { isThreshold } from './threshold.ts';
import { governingTime, governingTokens, newCarry, remember, type YearCarry } from './year.ts';

/**
 * Every number that the issuer commits to reach, keep or do. `taken` are the stretches that belong to support clauses and
 * tables (mended offsets); numbers in them are not targets.
 */
export function extractIndicators(r: Reading, taken: readonly Span[]): IndicatorItem[] {
  const found: IndicatorItem[] = [];
  const carry = newCarry();
  const parallel = new Parallel();
  const docChain =
    /([\u4e00-\u9fff（）]{2,12}?产业(?:链|集群)?)/.exec(
      r.profile.title.replace(/^.*?(?:关于|推动|促进|加快|进一步|推进|支持)/, ''),
    )?.[1] ?? null;
  r.paragraphs.forEach((p, i) => {
    const section = r.sectionOf[i]!;
    const quotes = quotesOf(r, p);
    const skip = sectionHasNoTargets(section);
    parallel.enter(i);
    for (const sentence of r.sentences[i]!) {
      const masked = meeting(quotes, sentence);
      const tokens = governingTokens(r.text, sentence, masked);
      if (!skip) {
        const ctx: Context = {
          r,
          sentence,
          tokens,
          carry,
          masked,
          taken: meeting(taken, sentence),
          paragraph: i,
          docChain,
          parallel,
        };
        found.push(...readSentence(ctx));
      }
      remember(carry, section, tokens);
    }
  });
  return markRepeats(found);
}

interface Context {
  readonly r: Reading;
  readonly sentence: Sentence;
  readonly tokens: readonly TimeToken[];
  readonly carry: YearCarry;
  readonly masked: readonly Span[];
  readonly taken: readonly Span[];
  readonly paragraph: number;
  readonly docChain: string | null;
  readonly parallel: Parallel;
}

function readSentence(c: Context): IndicatorItem[] {
  const { r, sentence } = c;
  const words = r.text.slice(sentence.start, sentence.end);
  const quantities = findQuantities(words)
    .map((q) => ({ ...q, start: q.start + sentence.start, end: q.end + sentence.start }))
    .filter((q) => !c.masked.some((m) => overlaps(m, q)));
  if (quantities.length === 0) return [];
  const years = c.tokens.flatMap((t) => (t.year === null ? [] : [t.year]));
  if (isBackground(words, r.profile, years)) return [];
  const kept: { q: Quantity; segment: Span }[] = [];
  quantities.forEach((q, k) => {
    if (c.taken.some((t) => overlaps(t, q))) return;
    const segment = sentence.segments.find((s) => q.start >= s.start && q.start < s.end) ?? sentence;
    if (isThreshold(r.text, q, segment, quantities[k + 1], quantities[k - 1])) return;
    if (excludedBecause(r.text, q, segment, sentence, r.profile)) return;
    if (q.han && q.kind === 'count' && !hanCountIsMeant(r.text, q, segment)) return;
    kept.push({ q, segment });
  });
  return assemble(c, kept);
}

/** 一个, 两项 in running prose mean little; behind a verb of doing they are a commitment. */
function hanCountIsMeant(text: string, q: Quantity, segment: Span): boolean {
  if (q.idiom) return true;
  if (/^(?:百|千|万)$/.test(text.slice(q.start, q.start + 1)) && q.end - q.start === 2) return q.more;
  const before = text.slice(segment.start, q.start);
  const after = text.slice(q.end, Math.min(segment.end, q.end + 12));
  if (/^(?:以上|左右|以内)/.test(after) || q.more) return true;
  if (/(?:不少于|不低于|至少|达到|突破|超过|力争)$/.test(before)) return true;
  if (
    /^[批支流]$/.test(q.unit) ||
    (q.value === 1 && /^(?:批|体|带|流|系列|方面|定|起|些|站|人|头|把手|次性)/.test(after))
  )
    return false;
  return (
    /(?:建设|打造|创建|举办|召开|开展|组建|引进|培育|新增|建成|实施|复制|组织|设立|安排|建立|制定|举行|推出|承办|形成|争取|确定|落地|新建|提升)(?:至少|各|了|好|成)?$/.test(
      before,
    ) || /复制$|每年[^，]{0,8}$/.test(before)
  );
}

function assemble(c: Context, kept: readonly { q: Quantity; segment: Span }[]): IndicatorItem[] {
  const items: IndicatorItem[] = [];
  const runs = listRuns(
    c.r.text,
    kept.map((k) => k.q),
  );
  let previous: string | null = null;
  let last: Quantity | null = null;
  let mode: TargetMode | null = null;
  for (const run of runs) {
    const segment = kept.find((k) => k.q === run[0])!.segment;
    const shared = distribute(c.r.text, run, segment, c.tokens);
    run.forEach((q, k) => {
      const made = build(c, q, segment, {
        name: shared?.names[k] ?? null,
        year: shared?.years[k] ?? null,
        previous,
        mode,
        from: ownStart(c.r.text, segment, last, q),
        head: run[0]!,
      });
      previous = made[0]?.name ?? previous;
      mode = made[0]?.mode ?? mode;
      last = q;
      items.push(...made);
    });
  }
  return items;
}

interface Hints {
  readonly name: string | null;
  readonly year: number | null;
  readonly previous: string | null;
  /** Mode of the number before, for elliptic ones. */
  readonly mode: TargetMode | null;
  readonly from: number;
  /** First number of its list: the words before it speak for the list. */
  readonly head: Quantity;
}

function build(c: Context, q: Quantity, segment: Span, hints: Hints): IndicatorItem[] {
  const { r, sentence } = c;
  const section = r.sectionOf[c.paragraph]!;
  const { from } = hints;
  const before = r.text.slice(segment.start, q.start);
  const after = r.text.slice(q.end, segment.end).replace(/[，。；：]$/, '');
  const listed = r.text.slice(segment.start, Math.max(segment.start, hints.head.start));
  const first = hints.head === q ? '=' : comparatorOf(hints.head, listed, '');
  const stated = comparatorOf(q, before, after);
  const op = stated === '=' && /分别|均|依次/.test(listed) && first !== 'range' ? first : stated;
  const time = governingTime(c.tokens, sentence, sentence.segments, q, r.text, section, c.carry, r.profile);
  const name = hints.name ?? nameOf(q, r.text.slice(from, q.start), after, hints.previous);
  const p = r.paragraphs[c.paragraph]!;
  const scope = scopeOf(r.text.slice(sentence.start, sentence.end), r.text.slice(p.start, p.end), section, c.docChain);
  const span = { start: from, end: q.end };
  const year = hints.year ?? time.year ?? c.parallel.yearFor(name, q.unit, time.everyYear);
  c.parallel.note(name, q.unit, time.everyYear ? null : year);
  if (r.profile.kind === 'news' && year === null && !time.everyYear) return [];
  const item: IndicatorItem = {
    ...placeOf(r, span),
    text: wordsOf(r, {
      start: from,
      end: Math.min(segment.end, q.end + (/^[，。；：]/.test(r.text[q.end] ?? '') ? 0 : 2)),
    }),
    name,
    value: q.value,
    value2: q.value2,
    unit: q.unit,
    op,
    year,
    mode: modeOf(q, {
      own: r.text.slice(from, q.start),
      before: hints.head === q ? before : listed,
      after,
      name,
      time,
      previous: hints.mode,
      listed: from > segment.start,
    }),
    scope,
    table: false,
    repeat: false,
    path: headingPath(section),
    confidence: confidenceOf(q, time.token !== null, name),
    rejected: [],
  };
  const years = eachYear(r.text, q, segment, c.tokens);
  if (years.length >= 2) return years.map((y) => ({ ...item, year: y }));
  const things = sharers(before);
  if (things.length < 2 || hints.name) return [item];
  return things.map((t) => ({ ...item, name: q.kind === 'money' || q.kind === 'percent' ? t : name, scope: t }));
}

/** Where the words of this number begin: behind the number before it in the same segment. */
function ownStart(text: string, segment: Span, last: Quantity | null, q: Quantity): number {
  if (!last || last.end <= segment.start || last.end > q.start) return segment.start;
  const between = text.slice(last.end, q.start);
  const joint = Math.max(between.lastIndexOf('、'), between.search(/(?:和|及|与|以及)(?=[^和及与]*$)/));
  return last.end + joint + 1;
}

/**
 * “到2026年，甲产业链营业收入突破2500亿元。乙产业链营业收入突破1500亿元。”: a sentence without a time word that measures the same
 * thing as the one before takes its year.
 */
class Parallel {
  #tail = '';
  #unit = '';
  #year: number | null = null;
  #paragraph = -1;
  enter(paragraph: number): void {
    if (paragraph !== this.#paragraph) this.#year = null;
    this.#paragraph = paragraph;
  }
  yearFor(name: string, unit: string, everyYear: boolean): number | null {
    return !everyYear &&
      this.#year !== null &&
      unit === this.#unit &&
      (name.slice(-4) === this.#tail || this.#tail.endsWith(name.slice(-2)))
      ? this.#year
      : null;
  }
  note(name: string, unit: string, year: number | null): void {
    if (this.#year !== null && year === this.#year && !name.endsWith(this.#tail)) return;
    this.#tail = name.slice(-4);
    this.#unit = unit;
    this.#year = year;
  }
}

function confidenceOf(q: Quantity, timed: boolean, name: string): number {
  let c = 0.9;
  if (!timed) c -= 0.15;
  if (q.han) c -= 0.1;
  if (name.length < 3 || name.startsWith('（')) c -= 0.2;
  return Math.round(c * 100) / 100;
}

function markRepeats(items: readonly IndicatorItem[]): IndicatorItem[] {
  const seen = new Set<string>();
  return items.map((i) => {
    const key = `${i.name}|${i.scope}|${i.value}|${i.value2}|${i.unit}|${i.year}`;
    if (seen.has(key)) return { ...i, repeat: true };
    seen.add(key);
    return i;
  });
}
