import { RATE } from '../target/target.ts';
import type { Finding } from './finding.ts';
import type { RatioRule, SumRule } from './rules.ts';

/** Figures of one form by indicator; null or absent: nothing is typed. All of one rule have the same decimals and unit. */
export type Typed = ReadonlyMap<string, number | null>;

/**
 * Whether parts come to their total. Nothing is said while the total or a part is not typed, since nothing is known, unless
 * what is there exceeds the total already and no part can be below 0.
 */
export function checkSum(typed: Typed, rule: SumRule, neverNegative: boolean): Finding | null {
  const total = typed.get(rule.total) ?? null;
  if (total === null) return null;
  const parts = rule.parts.map((id) => typed.get(id) ?? null);
  const known = parts.filter((part) => part !== null);
  // Whole numbers may add up beyond what doubles hold exactly.
  const sum = known.reduce((all, part) => all + BigInt(part), 0n);
  const over = sum - BigInt(total);
  const isDone = known.length === parts.length;
  const differs = over > BigInt(rule.tolerance) || (isDone && -over > BigInt(rule.tolerance));
  if (!differs || !(isDone || neverNegative)) return null;
  return {
    ...{ code: 'sum-differs', severity: rule.severity, indicatorId: rule.total, given: total, limit: Number(sum) },
    detail: { kind: 'indicators', ids: rule.parts },
  };
}

/** Whether above ÷ below lies between its limits. Over 0 there is no ratio, and nothing is said. `given` is in millionths. */
export function checkRatio(typed: Typed, rule: RatioRule): Finding | null {
  const [above, below] = [typed.get(rule.above) ?? null, typed.get(rule.below) ?? null];
  if (above === null || below === null || below === 0) return null;
  // Compared as whole numbers: rounding must not decide at the border.
  const [scaled, sign] = [BigInt(above) * BigInt(RATE), below < 0 ? -1n : 1n];
  const beyond = (limit: number): bigint => (scaled - BigInt(limit) * BigInt(below)) * sign;
  const isLow = rule.low !== null && beyond(rule.low) < 0n;
  const isHigh = rule.high !== null && beyond(rule.high) > 0n;
  if (!isLow && !isHigh) return null;
  return {
    ...{ code: isLow ? 'ratio-below' : 'ratio-above', severity: rule.severity, indicatorId: rule.above },
    ...{ given: Math.round((above / below) * RATE), limit: isLow ? rule.low : rule.high },
    detail: { kind: 'indicators', ids: [rule.above, rule.below] },
  };
}
