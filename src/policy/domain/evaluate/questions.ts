import type { CompiledPolicy } from '../check/compiled.ts';
import type { Fact } from '../check/facts.ts';
import { factsOf } from '../check/program.ts';
import { evaluator, type PolicyOutcome } from './evaluate.ts';
import { explainer } from './explain.ts';
import type { Known } from './program.ts';

export interface Question {
  readonly fact: string;
  /** Clauses that turn on its answer. */
  readonly clauses: number;
  /** The most they may pay, in whole yuan. */
  readonly most: number;
}

/**
 * What to ask next: the missing facts that unsettled clauses still turn on, the one whose answers settle most, measured over
 * the answers it may get, first; of those alike, the one that is easier to answer. Facts that cannot change anything any
 * more are not asked for.
 */
export function nextQuestions(policies: readonly CompiledPolicy[], known: Known): Question[] {
  const found = new Map<number, { clauses: number; most: number; settles: number }>();
  for (const policy of policies) {
    for (const [fact, { clauses, most }] of openFacts(policy, known)) {
      const sum = found.get(fact) ?? { clauses: 0, most: 0, settles: 0 };
      const settles = sum.settles + settledBy(fact, policy, known);
      found.set(fact, { clauses: sum.clauses + clauses, most: sum.most + most, settles });
    }
  }
  const [first] = policies;
  if (first === undefined) return [];
  return [...found]
    .map(([number, each]) => {
      const fact = first.facts.at(number);
      return { ...each, fact: fact.id, worth: each.settles / effortOf(fact) };
    })
    .toSorted((a, b) => b.worth - a.worth || b.clauses - a.clauses || b.most - a.most || (a.fact < b.fact ? -1 : 1))
    .map(({ fact, clauses, most }) => ({ fact, clauses, most }));
}

/** By the number of the fact: the unsettled clauses that turn on it, and the most they may pay. */
function openFacts(policy: CompiledPolicy, known: Known): Map<number, { clauses: number; most: number }> {
  const open = new Map<number, { clauses: number; most: number }>();
  const explained = explainer(policy)(known);
  if (explained.excluded?.state === 'yes') return open;
  const idle = idleMembers(policy, evaluator(policy)(known));
  const add = (id: string, clauses: number, most: number): void => {
    const fact = policy.facts.numberOf(id);
    if (fact === undefined) return;
    const sum = open.get(fact) ?? { clauses: 0, most: 0 };
    open.set(fact, { clauses: sum.clauses + clauses, most: sum.most + most });
  };
  let live = 0;
  let total = 0;
  for (const [at, { state, missing }] of explained.clauses.entries()) {
    const most = policy.clauses[at]?.most ?? 0;
    if (state === 'no' || idle.has(at)) continue;
    live += 1;
    total += most;
    for (const fact of missing) add(fact, 1, most);
  }
  // Who is left out altogether matters only while there is something to be left out of.
  if (live > 0) for (const fact of explained.excluded?.missing ?? []) add(fact, live, total);
  return open;
}

/** Members of what is settled without them: whatever is unknown of them stays unasked. */
function idleMembers(policy: CompiledPolicy, { clauses, groups }: PolicyOutcome): ReadonlySet<number> {
  const settled = policy.groups.filter(({ rule }, at) => rule === 'highest' && groups[at]?.state !== 'unknown');
  return new Set(settled.flatMap(({ members }) => members.filter((member) => clauses[member]?.state === 'unknown')));
}

/** What an answer settles, on average over those it may be. */
function settledBy(fact: number, policy: CompiledPolicy, known: Known): number {
  const judge = evaluator(policy);
  const before = settledOf(policy, judge(known));
  const tried = [...known];
  const excluding = policy.excluded === null ? new Set<number>() : factsOf(policy.excluded.condition);
  let weights = 0;
  let sum = 0;
  for (const answer of likelyAnswers(policy.facts.at(fact), policy.on)) {
    tried[fact] = answer;
    const outcome = judge(tried);
    // Few are left out: that somebody might be is no reason to ask it before everything else.
    const weight = outcome.excluded === 'yes' && excluding.has(fact) ? 0.1 : 1;
    sum += weight * (settledOf(policy, outcome) - before);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Clauses of which it is certain what they pay, a little more for more money. */
function settledOf(policy: CompiledPolicy, { excluded, clauses }: PolicyOutcome): number {
  let sum = 0;
  for (const [at, { state }] of clauses.entries()) {
    const settled = excluded === 'yes' || state === 'no' || (state === 'yes' && excluded === 'no');
    if (settled) sum += 1 + Math.log10(1 + (policy.clauses[at]?.most ?? 0) / 10_000);
  }
  return sum;
}

/** Answers worth thinking of: every option, both ends, nothing at all, and the year that is asked about. */
function likelyAnswers(fact: Fact, on: string): readonly number[] {
  if (fact.type === 'flag') return [0, 1];
  if (fact.type === 'choice') return fact.options.map((_, at) => at);
  const year = fact.written === '年' ? [Number(on.slice(0, 4))] : [];
  const within = [0, ...year].filter((value) => value >= fact.low && value <= fact.high);
  return [...new Set([fact.low, ...within, fact.high])];
}

/** A tick is sooner done than a figure looked up in the books. */
const effortOf = (fact: Fact): number => (fact.type === 'number' ? 1.5 : 1);
