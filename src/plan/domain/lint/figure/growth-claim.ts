import type { LintContext } from '../context.ts';
import type { Figure } from './figure.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { Level } from './level.ts';

/** A growth rate of the document together with the figure it leads to. */
export interface GrowthClaim {
  readonly rate: Figure;
  readonly target: Level;
  /** average: over several years; yearly: from the year before; since: in all, from a year that is named. */
  readonly kind: 'average' | 'yearly' | 'since';
  /** What the target divided by the base may be, for a span of `years`. */
  factor(years: number): Interval;
  /** Years that the words name as base; null = the words leave it open. */
  readonly baseYear: number | null;
}

/** Growth rates whose target is written beside them. Rates in constant prices are left out: they follow no level. */
export function growthClaims(context: LintContext): GrowthClaim[] {
  return context.figures.flatMap((rate) => {
    if (rate.item.mode !== 'growth' || rate.sentence < 0 || !/^(?:%|倍)$/.test(rate.item.unit)) return [];
    const target = targetOf(rate, context);
    if (target === null || /增加值|生产总值|GDP|可比价/i.test(`${rate.item.name}${target.metric}${rate.own}`))
      return [];
    const claim = read(rate, target, context);
    return claim === null ? [] : [claim];
  });
}

/** The level just before the rate in its sentence when the rate names nothing itself, else that of its name and year. */
function targetOf(rate: Figure, context: LintContext): Level | null {
  const before = context.levels.filter(
    (l) => l.sentence === rate.sentence && l.place.end <= rate.item.start && !l.base && l.year === rate.item.year,
  );
  if (rate.metric === '') return before.at(-1) ?? null;
  const fits = (l: Level): boolean => l.metric === rate.metric && l.year === rate.item.year && !l.base;
  return (
    before.findLast(fits) ??
    context.levels.find((l) => l.paragraph === rate.paragraph && fits(l)) ??
    context.levels.find((l) => fits(l) && l.subject === rate.subject) ??
    null
  );
}

function read(rate: Figure, target: Level, context: LintContext): GrowthClaim | null {
  const words = rate.own;
  const interval = intervalOf(rate);
  if (rate.item.unit === '倍') return doubling(rate, target, words);
  const low = 1 + interval.low / 100;
  const high = 1 + interval.high / 100;
  if (low <= 0 || /下降|降低|压减|减少/.test(words)) return null;
  const since = /(?:较|比)(20\d\d)年/.exec(words);
  if (/年均|年平均|复合|递增/.test(words)) {
    const span = /([二两三四五]|\d)年(?:年均|平均)/.exec(words)?.[1];
    const years = span === undefined ? null : yearsOf(span);
    const stated = statedBase(rate, target, context);
    return {
      rate,
      target,
      kind: 'average',
      factor: (n) => ({ low: low ** n, high: high ** n }),
      baseYear: years === null ? stated : target.year - years,
    };
  }
  if (since) return { rate, target, kind: 'since', factor: () => ({ low, high }), baseYear: Number(since[1]) };
  return { rate, target, kind: 'yearly', factor: () => ({ low, high }), baseYear: target.year - 1 };
}

/** 翻一番 is twice, 翻两番 four times the base. Only with the base year said, or one base in the paragraph. */
function doubling(rate: Figure, target: Level, words: string): GrowthClaim | null {
  const m = /翻([一两三])?番/.exec(words);
  if (!m) return null;
  const times = 2 ** ({ 一: 1, 两: 2, 三: 3 }[m[1] ?? '一'] ?? 1);
  const since = /(?:较|比|在)(20\d\d)年/.exec(words);
  return {
    rate,
    target,
    kind: 'since',
    factor: () => ({ low: times * 0.98, high: times * 1.02 }),
    baseYear: since ? Number(since[1]) : null,
  };
}

function statedBase(rate: Figure, target: Level, context: LintContext): number | null {
  const base = context.levels.find(
    (l) => l.base && l.metric === target.metric && l.subject === target.subject && l.paragraph === rate.paragraph,
  );
  return base?.year ?? null;
}

const yearsOf = (word: string): number => ({ 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 })[word] ?? Number(word);
