import type { BatchSummary, Sum } from '../domain/batch/index.ts';
import { applyBudgets, type BudgetOutcome, type CompiledPolicy, type Due, sharesOf } from '../domain/index.ts';

/** What has to be known of an enterprise to pay it in its turn and to count what it is not paid. */
export interface Claimant {
  /** By what it comes first in each budget of each policy, in their order; see `ranksOf`. */
  readonly ranks: readonly (readonly number[])[];
  /** As the divisions of the summary call them; null where the file has no such column. */
  readonly region: string | null;
  readonly chain: string | null;
  readonly city: string | null;
}

export interface Settled {
  /** The awards as they are paid, with a last cell that says what was due. */
  readonly lines: Iterable<Uint8Array>;
  readonly summary: BatchSummary;
  readonly budgets: readonly (BudgetOutcome & { readonly policy: string })[];
}

/** One line of awards, taken apart. */
interface Award {
  /** The cell as it is written. */
  readonly idCell: string;
  readonly id: string;
  readonly clause: string;
  readonly group: string;
  readonly due: number;
}

/**
 * Keeps the awards of a run until all are known and the budgets of the policies can be divided among them. Awards that no
 * budget covers stay as they are.
 */
export class HeldAwards {
  readonly #policies: readonly CompiledPolicy[];
  readonly #payers: readonly string[];
  readonly #awards: Award[] = [];

  constructor(policies: readonly CompiledPolicy[], payers: readonly string[]) {
    this.#policies = policies;
    this.#payers = payers;
  }

  /** Takes whole lines, as an engine writes them. */
  take(lines: Uint8Array): void {
    for (const line of Buffer.from(lines).toString('utf8').split('\n'))
      if (line !== '') this.#awards.push(awardOf(line));
  }

  /** Divides the budgets. `claimantOf` knows every enterprise of the file. */
  settle(summary: BatchSummary, claimantOf: (id: string) => Claimant | undefined): Settled {
    const paid = this.#awards.map(({ due }) => due);
    const budgets = this.#policies.flatMap((policy, which) => {
      const clauseOf = new Map(policy.clauses.map(({ id }, at) => [`${policy.id}/${id}`, at]));
      const rows = this.#awards.flatMap(({ clause }, row) => (clauseOf.has(clause) ? [row] : []));
      const dues = rows.map((row): Due => {
        const { id, clause, due } = this.#awards[row] as Award;
        return { id, clause: clauseOf.get(clause) ?? -1, amount: due, ranks: claimantOf(id)?.ranks[which] ?? [] };
      });
      const outcome = applyBudgets(policy, dues);
      for (const [at, { amount }] of outcome.paid.entries()) paid[rows[at] ?? -1] = amount;
      return outcome.budgets.map((each) => ({ ...each, policy: policy.id }));
    });
    return { lines: this.#lines(paid), summary: this.#cut(summary, paid, claimantOf), budgets };
  }

  *#lines(paid: readonly number[]): Generator<Uint8Array> {
    const step = 10_000;
    for (let from = 0; from < this.#awards.length; from += step) {
      const text = this.#awards.slice(from, from + step).map(({ idCell, clause, group, due }, at) => {
        const amount = paid[from + at] ?? 0;
        const shares = this.#shares(clause, amount);
        return `${[idCell, clause, group, amount, ...this.#payers.map((payer) => shares.get(payer) ?? 0), due].join(',')}\n`;
      });
      yield Buffer.from(text.join(''));
    }
  }

  #shares(clause: string, amount: number): ReadonlyMap<string, number> {
    const policy = this.#policies.find(({ id }) => clause.startsWith(`${id}/`));
    const compiled = policy?.clauses.find(({ id }) => clause === `${policy.id}/${id}`);
    return sharesByPayer(amount, compiled?.payers ?? []);
  }

  /** The sums less what is not paid; an award of which nothing is paid is not counted. */
  #cut(summary: BatchSummary, paid: readonly number[], claimantOf: (id: string) => Claimant | undefined): BatchSummary {
    const sums = {
      ...{ groups: new Map(summary.groups), clauses: new Map(summary.clauses), payers: new Map(summary.payers) },
      ...{ byRegion: new Map(summary.byRegion), byChain: new Map(summary.byChain), byCity: new Map(summary.byCity) },
    };
    for (const [row, { id, clause, group, due }] of this.#awards.entries()) {
      const amount = paid[row] ?? 0;
      if (amount === due) continue;
      const [count, total] = [amount === 0 ? 1 : 0, due - amount];
      const claimant = claimantOf(id);
      less(sums.groups, group, count, total);
      less(sums.clauses, clause, count, total);
      less(sums.byRegion, claimant?.region ?? null, count, total);
      less(sums.byChain, claimant?.chain ?? null, count, total);
      less(sums.byCity, claimant?.city ?? null, count, total);
      const [before, after] = [this.#shares(clause, due), this.#shares(clause, amount)];
      for (const [payer, share] of before) {
        const left = after.get(payer) ?? 0;
        less(sums.payers, payer, share > 0 && left === 0 ? 1 : 0, share - left);
      }
    }
    return { ...summary, ...sums };
  }
}

function sharesByPayer(amount: number, payers: CompiledPolicy['clauses'][number]['payers']): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [at, share] of sharesOf(amount, payers).entries()) {
    const payer = payers[at]?.payer ?? '';
    shares.set(payer, (shares.get(payer) ?? 0) + share);
  }
  return shares;
}

/** An id may be quoted, and have commas and quotes in it; nothing behind it is or has. */
function awardOf(line: string): Award {
  let end = line.indexOf(',');
  if (line.startsWith('"')) {
    end = 1;
    while (line[end] !== '"' || line[end + 1] === '"') end += line[end] === '"' ? 2 : 1;
    end += 1;
  }
  const idCell = line.slice(0, end);
  const [clause = '', group = '', due = '0'] = line.slice(end + 1).split(',', 3);
  const id = idCell.startsWith('"') ? idCell.slice(1, -1).replaceAll('""', '"') : idCell;
  return { idCell, id: id.trim(), clause, group, due: Number(due) };
}

function less(sums: Map<string, Sum>, key: string | null, count: number, total: number): void {
  const sum = key === null ? undefined : sums.get(key);
  if (key !== null && sum !== undefined) sums.set(key, { count: sum.count - count, total: sum.total - BigInt(total) });
}
