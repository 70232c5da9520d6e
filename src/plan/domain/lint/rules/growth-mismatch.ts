import type { LintContext } from '../context.ts';
import { type GrowthClaim, growthClaims } from '../figure/growth-claim.ts';
import type { Level } from '../figure/level.ts';
import { isMoney } from '../figure/measure.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../text/words.ts';

const id = 'growth-mismatch';

/** Base, growth rate and target of one thing, at least two of which must be wrong together with the third. */
export const growthMismatch: Rule = {
  id,
  severity: 'error',
  title: '增长率与基数、目标',
  check: (context) => growthClaims(context).flatMap((claim) => check(context, claim)),
};

function check(context: LintContext, claim: GrowthClaim): Finding[] {
  const bases = basesOf(context, claim);
  if (bases.length === 0) return [];
  const wrong = bases.filter((base) => !agrees(claim, base));
  // Where the words leave the base open, one base that fits is enough.
  if (wrong.length < bases.length) return [];
  // A hundredfold is a slip of units, which has a rule of its own.
  if (wrong.some((base) => claim.target.value > 100 * base.value || base.value > 100 * claim.target.value)) return [];
  const base = wrong[0]!;
  const certain = claim.baseYear !== null || claim.kind === 'yearly';
  return [
    findingAt(context, id, claim.rate.item, {
      severity: certain ? 'error' : 'warning',
      path: claim.rate.item.path,
      message: messageOf(claim, base),
      arithmetic: arithmeticOf(claim, base),
      related: [here(base.place), here(claim.target.place)],
    }),
  ];
}

/** Levels of the same thing in earlier years; those of the year that the words name, if they name one. */
function basesOf(context: LintContext, claim: GrowthClaim): Level[] {
  const { target, baseYear } = claim;
  const earlier = context.levels.filter(
    (l) =>
      l.metric === target.metric &&
      l.subject === target.subject &&
      l.dimension === target.dimension &&
      l.year < target.year &&
      l.value > 0,
  );
  if (baseYear !== null) return earlier.filter((l) => l.year === baseYear);
  const near = earlier.filter((l) => l.paragraph === target.paragraph);
  const open = near.length > 0 ? near : earlier;
  // 年均 spans more than one year, if there is a choice.
  const spanning = open.filter((l) => target.year - l.year > 1);
  return claim.kind === 'average' && spanning.length > 0 ? spanning : open;
}

function agrees(claim: GrowthClaim, base: Level): boolean {
  const factor = claim.factor(claim.target.year - base.year);
  // Figures of plans are chosen, not measured: only small ones hide much behind their rounding.
  const coarse = base.interval.high - base.interval.low > 0.02 * base.value;
  const low = (coarse ? base.interval.low : base.value) * factor.low;
  const high = (coarse ? base.interval.high : base.value) * factor.high;
  return claim.target.interval.low <= high && low <= claim.target.interval.high;
}

function messageOf(claim: GrowthClaim, base: Level): string {
  const { target } = claim;
  const years = target.year - base.year;
  const real = target.value / base.value;
  const name = target.metric;
  const start = `${base.year}年${name}${amount(base)}，到${target.year}年${amount(target)}`;
  if (claim.rate.item.unit === '倍')
    return `${start}，是${plain(Number(real.toFixed(2)))}倍，与“${claim.rate.item.text.replace(/[，。]$/, '')}”不符。请核对基数、目标和倍数。`;
  const rate = claim.kind === 'average' ? `年均增长${percent(real ** (1 / years))}` : `增长${percent(real)}`;
  const should = base.value * middle(claim.factor(years));
  return `${start}，算下来${rate}，文中写的是${claim.rate.item.value}%；按${claim.rate.item.value}%算应为${show(should, target)}。请核对基数、增长率和目标，改到三者相符。`;
}

function arithmeticOf(claim: GrowthClaim, base: Level): string {
  const years = claim.target.year - base.year;
  const rate = claim.rate.item.value;
  const written = show(claim.target.value, claim.target);
  if (claim.rate.item.unit === '倍')
    return `${show(claim.target.value, claim.target)}÷${show(base.value, base)}=${plain(Number((claim.target.value / base.value).toFixed(2)))}`;
  const power = claim.kind === 'average' && years > 1 ? `^${years}` : '';
  const result = show(base.value * middle(claim.factor(years)), claim.target);
  return `${show(base.value, base)}×(1+${rate}%)${power}=${result}≠${written}`;
}

const middle = ({ low, high }: { low: number; high: number }): number =>
  Number.isFinite(high) ? (low + high) / 2 : low;
const percent = (factor: number): string => `${plain(Number(((factor - 1) * 100).toFixed(1)))}%`;
const amount = (level: Level): string => `${show(level.value, level)}${level.unit}`;

/** Back into the unit in which it was written, one decimal. */
function show(value: number, level: Level): string {
  const factor = isMoney(level.dimension) && /亿/.test(level.unit) ? 10000 : 1;
  return plain(Number((value / factor).toFixed(1)));
}
