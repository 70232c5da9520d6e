import type { CompiledClause, Payer, Rounding } from '../check/compiled.ts';
import { figureOf, type Known } from './program.ts';

const million = 1_000_000;

/** The award of a clause in whole yuan, rounded once; NaN while it cannot be told. */
export function awardOf({ amount, rounding }: CompiledClause): (known: Known) => number {
  const above = figureOf(amount.of);
  const by = amount.by === null ? null : figureOf(amount.by);
  const divisor = amount.per * rounding.step;
  return (known) => {
    const n = above(known);
    const d = by === null ? divisor : divisor * by(known);
    return d === 0 ? Number.NaN : rounded(n, d, rounding);
  };
}

/** Exact below 2^53: a quotient of whole numbers that is no whole number lies further from the next than a double errs. */
function rounded(n: number, d: number, { step, mode }: Rounding): number {
  switch (mode) {
    case 'half-up':
      return Math.floor((2 * n + d) / (2 * d)) * step;
    case 'down':
      return Math.floor(n / d) * step;
    case 'up':
      return Math.floor((n + d - 1) / d) * step;
  }
}

/** Who pays how much of an award, in whole yuan; together exactly the award. */
export function sharesOf(award: number, payers: readonly Payer[]): number[] {
  const shares = payers.map(({ millionths }) => Number((BigInt(award) * BigInt(millionths)) / BigInt(million)));
  const left = award - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, at) => (payers[at]?.rest ? share + left : share));
}
