import type { CompiledPolicy } from '../check/compiled.ts';
import { explainer } from './explain.ts';
import type { Known } from './program.ts';

export interface Question {
  readonly fact: string;
  /** Clauses that its answer may settle. */
  readonly clauses: number;
  /** The most they may pay, in whole yuan. */
  readonly most: number;
}

/**
 * What to ask next: the missing facts that unsettled clauses still turn on, the one that touches the most money and
 * clauses first. Facts that cannot change anything any more are not asked for.
 */
export function nextQuestions(policies: readonly CompiledPolicy[], known: Known): Question[] {
  const found = new Map<string, { clauses: number; most: number }>();
  for (const policy of policies) {
    const explained = explainer(policy)(known);
    if (explained.excluded?.state === 'yes') continue;
    const open = explained.clauses.map(({ missing }, at) => ({ missing, most: policy.clauses[at]?.most ?? 0 }));
    const excluding = explained.excluded?.missing ?? [];
    const total = open.reduce((sum, { most }) => sum + most, 0);
    for (const { missing, most } of [...open, { missing: excluding, most: total }])
      for (const fact of missing) {
        const sum = found.get(fact) ?? { clauses: 0, most: 0 };
        // What settles a clause by itself is worth more than one of many that are needed.
        found.set(fact, { clauses: sum.clauses + 1, most: sum.most + most / missing.length });
      }
  }
  return [...found]
    .map(([fact, { clauses, most }]) => ({ fact, clauses, most: Math.round(most) }))
    .toSorted((a, b) => b.clauses - a.clauses || b.most - a.most || (a.fact < b.fact ? -1 : 1));
}
