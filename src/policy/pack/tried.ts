import { factsOf } from '../domain/check/program.ts';
import { judgeOf } from '../domain/evaluate/program.ts';
import { type Check, type CompiledPolicy, compilePolicy, type FactTable } from '../domain/index.ts';
import { dayOf } from './check-policy.ts';
import { rowOfExample } from './examples.ts';
import type { PolicyContent } from './policy-schema.ts';

/** A condition of a clause that the worked examples leave untried. */
export interface Untried {
  readonly clause: string;
  readonly words: string;
  /** `met`: no example meets it; `failed`: none fails it and nothing else. */
  readonly side: 'met' | 'failed';
}

/**
 * Conditions that no worked example tries from both sides: one that meets it, and one that fails it alone. What all clauses
 * share may be tried by any of them. The policy must have passed its checks.
 */
export function untriedOf(policy: PolicyContent, facts: FactTable, hash: string): Untried[] {
  const on = dayOf(policy) ?? '';
  const programs = new Map<string, CompiledPolicy | null>();
  const leavesOn = (clause: number, day: string): readonly Check[] => {
    if (!programs.has(day)) programs.set(day, compilePolicy(policy, facts, { hash, on: day }).policy);
    const check = programs.get(day)?.clauses[clause]?.check;
    return check === undefined ? [] : leavesOf(check);
  };
  const all = policy.clauses.map((_, clause) => leavesOn(clause, on));
  const shared = sharedBy(all);
  const tried = new Map<string, Set<Untried['side']>>();
  const sidesOf = (clause: number, at: number): Set<Untried['side']> => {
    const key = at < shared ? `${at}` : `${clause}/${at}`;
    const sides = tried.get(key) ?? new Set();
    tried.set(key, sides);
    return sides;
  };
  for (const [clause, { examples }] of policy.clauses.entries())
    for (const example of examples) {
      const row = rowOfExample(policy, example, facts).map((fact) => fact ?? Number.NaN);
      const truths = leavesOn(clause, example.on ?? on).map(({ condition }) => judgeOf(condition)(row));
      const failing = truths.filter((truth) => truth === 0).length;
      for (const [at, truth] of truths.entries()) {
        if (truth === 2) sidesOf(clause, at).add('met');
        if (truth === 0 && failing === 1) sidesOf(clause, at).add('failed');
      }
    }
  return policy.clauses.flatMap(({ id }, clause) =>
    (all[clause] ?? []).flatMap(({ words, condition }, at) =>
      // What all share is told once, with the first clause; what turns on no fact comes out in one way only.
      (at < shared && clause > 0) || factsOf(condition).size === 0
        ? []
        : (['met', 'failed'] as const).flatMap((side) =>
            sidesOf(clause, at).has(side) ? [] : [{ clause: id, words, side }],
          ),
    ),
  );
}

const leavesOf = (check: Check): Check[] => (check.kind === 'all' ? check.parts.flatMap(leavesOf) : [check]);

/** How many conditions stand at the beginning of every clause. */
function sharedBy(clauses: readonly (readonly Check[])[]): number {
  const [first = [], ...others] = clauses;
  const end = first.findIndex(({ words }, at) => others.some((leaves) => leaves[at]?.words !== words));
  return end < 0 ? first.length : end;
}
