import { meeting, overlaps, type Span } from '../../../kernel/index.ts';
import type { IndicatorItem, TargetMode } from '../model.ts';
import { findQuantities, type Quantity } from '../number/quantity.ts';
import { quotesOf, type Reading } from '../reading.ts';
import { distribute, listRuns } from './distribution.ts';
import { excludedBecause, isBackground, sectionHasNoTargets } from './exclusion.ts';
import { build, type Context } from './item.ts';
import { Parallel } from './parallel.ts';
import { chainOfTitle } from './scope.ts';
import { isThreshold } from './threshold.ts';
import { governingTokens, newCarry, remember } from './year.ts';

/**
 * Every number that the issuer commits to reach, keep or do. `taken` are the stretches that belong to support clauses and
 * tables (mended offsets); numbers in them are not targets.
 */
export function extractIndicators(r: Reading, taken: readonly Span[]): IndicatorItem[] {
  const found: IndicatorItem[] = [];
  const carry = newCarry();
  const parallel = new Parallel();
  const docChain = chainOfTitle(r.profile.title);
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

/** A number to read. What is `past` is no target, but names the thing for the next (“2024年192家，2027年250家”). */
interface Kept {
  readonly q: Quantity;
  readonly segment: Span;
  readonly past: boolean;
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
  const kept: Kept[] = [];
  quantities.forEach((q, k) => {
    if (c.taken.some((t) => overlaps(t, q))) return;
    const segment = sentence.segments.find((s) => q.start >= s.start && q.start < s.end) ?? sentence;
    if (isThreshold(r.text, q, segment, quantities[k + 1], quantities[k - 1])) return;
    const because = excludedBecause(r.text, q, segment, sentence, r.profile);
    if (because && because !== 'past') return;
    if (q.han && q.kind === 'count' && !hanCountIsMeant(r.text, q, segment)) return;
    kept.push({ q, segment, past: because === 'past' });
  });
  return assemble(c, kept);
}

/** 一个, 两项 in running prose mean little; behind a verb of doing they are a commitment. */
function hanCountIsMeant(text: string, q: Quantity, segment: Span): boolean {
  if (q.idiom) return true;
  if (/^(?:百|千|万)$/.test(text.slice(q.start, q.start + 1)) && q.end - q.start === 2) return q.more;
  const before = text.slice(segment.start, q.start);
  const after = text.slice(q.end, Math.min(segment.end, q.end + 12));
  if (/^[批支流份]$/.test(q.unit)) return false;
  if (/^(?:以上|左右|以内)/.test(after) || q.more) return true;
  if (/(?:不少于|不低于|至少|达到|突破|超过|力争)$/.test(before)) return true;
  if (q.value === 1 && /^(?:批|体|带|流|系列|方面|定|起|些|站|人|头|把手|次性)/.test(after)) return false;
  return (
    /(?:建设|打造|创建|举办|召开|开展|组建|引进|培育|新增|建成|实施|复制|组织|设立|安排|建立|制定|举行|推出|承办|形成|争取|确定|落地|新建|提升)(?:至少|各|了|好|成)?$/.test(
      before,
    ) || /复制$|每年[^，]{0,8}$/.test(before)
  );
}

function assemble(c: Context, kept: readonly Kept[]): IndicatorItem[] {
  const items: IndicatorItem[] = [];
  const runs = listRuns(
    c.r.text,
    kept.map((k) => k.q),
  );
  let previous: string | null = null;
  let last: Quantity | null = null;
  let mode: TargetMode | null = null;
  for (const run of runs) {
    const { segment, past } = kept.find((k) => k.q === run[0])!;
    const shared = distribute(c.r.text, run, segment, c.tokens);
    run.forEach((q, k) => {
      const made = build(c, q, segment, {
        name: shared?.names[k] ?? null,
        scope: shared?.scopes?.[k] ?? null,
        year: shared?.years[k] ?? null,
        previous,
        mode,
        from: ownStart(c.r.text, segment, last, q),
        head: run[0]!,
      });
      previous = made[0]?.name ?? previous;
      mode = made[0]?.mode ?? mode;
      last = q;
      if (!past) items.push(...made);
    });
  }
  return items;
}

/** Where the words of this number begin: behind the number before it in the same segment. */
function ownStart(text: string, segment: Span, last: Quantity | null, q: Quantity): number {
  if (!last || last.end <= segment.start || last.end > q.start) return segment.start;
  const between = text.slice(last.end, q.start);
  const joint = Math.max(between.lastIndexOf('、'), between.search(/(?:和|及|与|以及)(?=[^和及与]*$)/));
  return last.end + joint + 1;
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
