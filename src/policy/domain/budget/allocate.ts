import type { BudgetRule } from '../source.ts';

/** One award that a budget has to pay. */
export interface Claim {
  readonly id: string;
  /** Whole yuan. */
  readonly amount: number;
  /** By which claims come first: a moment for first come, a rank for priority; smaller first. */
  readonly rank: number;
}

export interface Allocation {
  /** Whole yuan for each claim, in the order given; together never more than the budget. */
  readonly paid: readonly number[];
  readonly left: number;
  /** Number of the first claim, in the order of payment, that is not paid in full; null when the budget is enough. */
  readonly shortFrom: number | null;
}

/**
 * Divides a budget of whole yuan among claims. `pro-rata`: each gets the same share, rounded down, and the yuan that
 * rounding leaves go to the largest remainders, the earlier first. `first-come` and `priority`: by rank, the last one as far as the
 * money goes. Exact for amounts and a budget below 2^53.
 */
export function allocate(claims: readonly Claim[], budget: number, rule: BudgetRule): Allocation {
  const wanted = claims.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  if (wanted <= BigInt(budget))
    return { paid: claims.map(({ amount }) => amount), left: budget - Number(wanted), shortFrom: null };
  return rule === 'pro-rata' ? proRata(claims, budget, wanted) : inTurn(claims, budget);
}

function proRata(claims: readonly Claim[], budget: number, all: bigint): Allocation {
  const whole = BigInt(budget);
  const shares = claims.map(({ amount }, at) => {
    const exact = BigInt(amount) * whole;
    return { at, paid: Number(exact / all), remainder: exact % all };
  });
  let over = budget - shares.reduce((sum, { paid }) => sum + paid, 0);
  const paid = shares.map((share) => share.paid);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { at } of byRemainder) {
    if (over === 0) break;
    paid[at] = (paid[at] ?? 0) + 1;
    over -= 1;
  }
  const short = claims.findIndex(({ amount }, at) => (paid[at] ?? 0) < amount);
  return { paid, left: 0, shortFrom: short < 0 ? null : short };
}

function inTurn(claims: readonly Claim[], budget: number): Allocation {
  const order = claims.map((_, at) => at).toSorted((a, b) => (claims[a]?.rank ?? 0) - (claims[b]?.rank ?? 0) || a - b);
  const paid = claims.map(() => 0);
  let left = budget;
  let shortFrom: number | null = null;
  for (const at of order) {
    const amount = claims[at]?.amount ?? 0;
    paid[at] = Math.min(amount, left);
    left -= paid[at] ?? 0;
    if ((paid[at] ?? 0) < amount) shortFrom ??= at;
  }
  return { paid, left, shortFrom };
}
