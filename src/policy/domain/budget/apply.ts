import { shareOut } from '../batch/shares.ts';
import type { CompiledBudget, CompiledPolicy } from '../check/compiled.ts';
import type { Known } from '../evaluate/program.ts';
import { allocate } from './allocate.ts';

/** One award as the rules give it, before it is known whether the money is enough. */
export interface Due {
  /** Of the enterprise. */
  readonly id: string;
  /** Number of the clause that pays. */
  readonly clause: number;
  /** Whole 元. */
  readonly amount: number;
  /** For each budget of the policy by what the claim comes first, stored as facts are; NaN: not known. See `ranksOf`. */
  readonly ranks: readonly number[];
}

/** What is paid of an award, and by whom. */
export interface PaidDue {
  readonly amount: number;
  readonly payers: readonly { readonly payer: string; readonly amount: number }[];
}

/** How far a budget went. */
export interface BudgetOutcome {
  readonly id: string;
  readonly name: string;
  /** Whole 元 that were there, that were asked of it, that were paid, that are left. */
  readonly available: number;
  readonly wanted: bigint;
  readonly paid: number;
  readonly left: number;
  /** Awards that are paid in part or not at all. */
  readonly cut: number;
  /** The first in the order of payment that is not paid in full: where, or on which day, the money was used up. */
  readonly shortFrom: { readonly id: string; readonly rank: number } | null;
}

/** By what the claims of one enterprise come first in each budget of a policy. */
export const ranksOf = ({ budgets }: CompiledPolicy, known: Known): number[] =>
  budgets.map(({ by }) => (by === null ? Number.NaN : (known[by] ?? Number.NaN)));

/**
 * What is left of the awards of one policy after its budgets, for a whole run: exact to the yuan, shared anew among the
 * payers of each clause. Budgets are applied in the order of the document, each to what the one before it left, so that a
 * sum for one subject stands before the sum for all. Equal claims are paid in the order they are given in; one of which it
 * is not known when it comes is paid last.
 */
export function applyBudgets(
  policy: CompiledPolicy,
  dues: readonly Due[],
): { readonly paid: readonly PaidDue[]; readonly budgets: readonly BudgetOutcome[] } {
  const amounts = dues.map(({ amount }) => amount);
  const budgets = policy.budgets.map((budget, at) => applyOne(budget, at, dues, amounts));
  const shares = new Float64Array(Math.max(0, ...policy.clauses.map(({ payers }) => payers.length)));
  const paid = dues.map(({ clause }, at) => {
    const payers = policy.clauses[clause]?.payers ?? [];
    const amount = amounts[at] ?? 0;
    shareOut(amount, payers, shares);
    return { amount, payers: payers.map(({ payer }, which) => ({ payer, amount: shares[which] ?? 0 })) };
  });
  return { paid, budgets };
}

/** Cuts `amounts` down to what one budget can pay. */
function applyOne(budget: CompiledBudget, at: number, dues: readonly Due[], amounts: number[]): BudgetOutcome {
  const covered = new Set(budget.clauses);
  const rows = dues.flatMap(({ clause }, row) => (covered.has(clause) ? [row] : []));
  const claims = rows.map((row) => {
    const due = dues[row];
    return { id: due?.id ?? '', amount: amounts[row] ?? 0, rank: orderOf(budget, due?.ranks[at] ?? Number.NaN) };
  });
  const { paid, left, shortFrom } = allocate(claims, budget.available, budget.rule);
  let cut = 0;
  for (const [number, row] of rows.entries()) {
    if ((paid[number] ?? 0) < (amounts[row] ?? 0)) cut += 1;
    amounts[row] = paid[number] ?? 0;
  }
  const short = shortFrom === null ? undefined : rows[shortFrom];
  const due = short === undefined ? undefined : dues[short];
  return {
    ...{ id: budget.id, name: budget.name, available: budget.available, left, cut },
    wanted: claims.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    paid: budget.available - left,
    shortFrom: due === undefined ? null : { id: due.id, rank: due.ranks[at] ?? Number.NaN },
  };
}

/** Smaller comes first; what is not known comes last. */
function orderOf({ by, first }: CompiledBudget, rank: number): number {
  if (by === null) return 0;
  if (Number.isNaN(rank)) return Number.POSITIVE_INFINITY;
  return first === 'smallest' ? rank : -rank;
}
