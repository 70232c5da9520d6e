import type { Span } from '../../../kernel/index.ts';
import type { IndicatorItem, TargetMode } from '../model.ts';
import type { Quantity } from '../number/quantity.ts';
import { headingPath } from '../outline/outline.ts';
import { placeOf, type Reading, wordsOf } from '../reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { TimeToken } from '../time/tokens.ts';
import { comparatorOf } from './comparator.ts';
import { eachYear, sharedThings } from './distribution.ts';
import { doubtsOf } from './doubts.ts';
import { modeOf } from './mode.ts';
import { nameOf, thingBehind } from './name.ts';
import type { Parallel } from './parallel.ts';
import { scopeOf } from './scope.ts';
import { governingTime, type YearCarry } from './year.ts';

/** What is known of the sentence that a number stands in. */
export interface Context {
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

/** What the numbers before it and its list say about a number. */
export interface Hints {
  readonly name: string | null;
  readonly scope: string | null;
  readonly year: number | null;
  readonly previous: string | null;
  /** Mode of the number before, for elliptic ones. */
  readonly mode: TargetMode | null;
  readonly from: number;
  /** First number of its list: the words before it speak for the list. */
  readonly head: Quantity;
}

/** One number as one record, or several when it is said of several things or years. */
export function build(c: Context, q: Quantity, segment: Span, hints: Hints): IndicatorItem[] {
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
  const scope =
    hints.scope ??
    scopeOf(r.text.slice(sentence.start, sentence.end), r.text.slice(p.start, p.end), section, c.docChain);
  const tail = /^(?:（含）)?(?:及以上|以上|左右|以内|以下|上下)?/.exec(after)![0].length;
  const behind = thingBehind(q, after);
  const span = { start: from, end: q.end + tail };
  const year =
    hints.year ?? time.year ?? (time.everyYear ? null : c.parallel.yearFor(name, q.unit, /^其中/.test(before)));
  c.parallel.note(name, q.unit, time.everyYear ? null : year);
  if (r.profile.kind === 'news' && year === null && !time.everyYear) return [];
  const doubts = doubtsOf({
    q,
    name,
    year,
    time,
    fromNeighbour: hints.year === null && time.year === null && year !== null,
  });
  const item: IndicatorItem = {
    ...placeOf(r, span),
    text: wordsOf(r, {
      start: from,
      end: behind && name.endsWith(behind) ? q.end + after.indexOf(behind) + behind.length : q.end + tail,
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
    ...doubts,
  };
  const years = eachYear(r.text, q, segment, c.tokens);
  if (years.length >= 2) return years.map((y) => ({ ...item, year: y }));
  const things = sharedThings(before);
  if (things.length < 2 || hints.name) return [item];
  const named = q.kind === 'money' || q.kind === 'percent';
  return things.map((t) => ({ ...item, name: named || t.own ? t.name : name, scope: t.scope }));
}
