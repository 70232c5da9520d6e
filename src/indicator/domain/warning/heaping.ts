import { type Period, periodOf } from '../../../kernel/index.ts';
import { RATE } from '../target/target.ts';
import type { HeapingLimits, WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';

/** A figure of a reporter; `cell` tells his cells apart. */
export interface Written {
  readonly cell: string;
  readonly period: Period;
  readonly value: bigint;
}

/**
 * Too many round numbers in what one reporter writes, of all his cells together. The last digits of figures of some size
 * spread evenly, so that chance makes one in ten end with 0; so many or more must be as rare as the limit says (binomial
 * tail, the digit preference of survey statistics). `unit`: a figure of 1 as figures are kept. The same figure in the same
 * cell counts once: that is copying, not rounding. A habit has no beginning: it is a cause once a year.
 */
export function warnOfHeaping(
  subject: Subject,
  written: readonly Written[],
  unit: bigint,
  { heaping }: WarningLimits,
): Warning | null {
  if (heaping === null) return null;
  const large = written.filter(({ value }) => absolute(value) >= BigInt(heaping.least) * unit);
  const figures = [...new Map(large.map((each) => [`${each.cell} ${each.value}`, each])).values()];
  const period = figures
    .map((each) => each.period)
    .toSorted()
    .at(-1);
  if (period === undefined || figures.length < heaping.figures) return null;
  const found = heaping.steps
    .map((step) => {
      const round = figures.filter(({ value }) => value % (unit * BigInt(step)) === 0n).length;
      return { step, round, chance: upperTail(figures.length, round, 1 / step) };
    })
    .filter((each) => isHeaped(each, figures.length, heaping))
    .toSorted((a, b) => a.chance - b.chance)[0];
  if (found === undefined) return null;
  const evidence = { rule: 'heaping', ...found, figures: figures.length } as const;
  return { subject, since: periodOf(period, 'year'), period, evidence };
}

const isHeaped = (found: { round: number; chance: number }, figures: number, limits: HeapingLimits): boolean =>
  found.chance * limits.rarity < 1 && found.round * RATE >= limits.millionths * figures;

/** How probable it is that of n at least k happen, each with probability p by itself. */
export function upperTail(n: number, k: number, p: number): number {
  if (k <= 0) return 1;
  let choose = 0;
  for (let at = 1; at <= k; at += 1) choose += Math.log(n - k + at) - Math.log(at);
  let term = Math.exp(choose + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = 0;
  for (let at = k; at <= n; at += 1) {
    sum += term;
    term *= ((n - at) / (at + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
