import type { CompiledPolicy } from '../check/compiled.ts';
import { judgeOf, type Known } from '../evaluate/program.ts';

/** One condition of a clause, in the order of the clause. */
export interface FunnelStep {
  readonly words: string;
  /** Of those who had met every condition before: how many fail this one, and of how many it cannot be told. */
  readonly removed: number;
  readonly unknown: number;
  /** Who fails this one and no other condition of the clause. */
  readonly onlyThis: number;
}

export interface Funnel {
  readonly clause: string;
  readonly all: number;
  readonly steps: readonly FunnelStep[];
  /** Who meets them all for certain. */
  readonly left: number;
}

/**
 * How many each condition of each clause removes, one after the other. Somebody of whom a condition cannot be told goes on
 * as unknown and is not counted as left. `rows` may be walked once only.
 */
export function funnelsOf(policy: CompiledPolicy, rows: Iterable<Known>): Funnel[] {
  const counts = new FunnelCounts(policy);
  for (const row of rows) counts.add(row);
  return counts.funnels();
}

/** Counts the funnels of a policy, one enterprise after the other. */
export class FunnelCounts {
  readonly #counters: readonly Counter[];
  #all = 0;

  constructor({ clauses }: CompiledPolicy) {
    this.#counters = clauses.map(({ id, check }) => {
      const checks = check.kind === 'all' ? check.parts : [check];
      const steps = checks.map(({ words }) => ({ words, removed: 0, unknown: 0, onlyThis: 0 }));
      return { id, judges: checks.map(({ condition }) => judgeOf(condition)), steps, left: 0 };
    });
  }

  add(row: Known): void {
    this.#all += 1;
    for (const counter of this.#counters) count(counter, row);
  }

  funnels(): Funnel[] {
    return this.#counters.map(({ id, steps, left }) => ({ clause: id, all: this.#all, steps, left }));
  }
}

interface Counter {
  readonly id: string;
  readonly judges: readonly ReturnType<typeof judgeOf>[];
  readonly steps: { readonly words: string; removed: number; unknown: number; onlyThis: number }[];
  left: number;
}

function count(counter: Counter, row: Known): void {
  const results = counter.judges.map((judge) => judge(row));
  const failed = results.filter((result) => result === 0).length;
  const first = results.indexOf(0);
  const end = first < 0 ? results.length : first;
  for (let at = 0; at < end; at += 1) {
    const step = counter.steps[at];
    if (step !== undefined && results[at] === 1) step.unknown += 1;
  }
  const stopped = counter.steps[first];
  if (stopped === undefined) {
    if (results.every((result) => result === 2)) counter.left += 1;
    return;
  }
  stopped.removed += 1;
  if (failed === 1 && !results.includes(1)) stopped.onlyThis += 1;
}
