import type { CompiledPolicy } from '../check/compiled.ts';
import type { Condition } from '../check/program.ts';
import { factsOf } from '../check/program.ts';
import { awardOf } from './award.ts';
import { judgeOf, type Known } from './program.ts';

/** One thing that would have to be otherwise: stored whole numbers, as the fact table keeps them. */
export interface Change {
  readonly fact: string;
  readonly now: number | null;
  readonly needs: number;
  /** `most`: it is too great now and may be this at most. */
  readonly limit: 'least' | 'most' | 'exactly';
}

export interface ClosestPath {
  readonly changes: readonly Change[];
  /** Whole yuan that the clause would pay by itself then. */
  readonly amount: number;
}

/**
 * The fewest changes of facts, and of those the smallest, after which a clause pays; null when none is found. Each
 * condition that does not hold is mended by the one fact of it that has to move least, in the direction that helps. What
 * nobody can change any more, such as the revenue of last year, is never asked for.
 */
export function closestPath(policy: CompiledPolicy, clause: number, known: Known): ClosestPath | null {
  const compiled = policy.clauses[clause];
  if (compiled === undefined) return null;
  const changed = Float64Array.from(known);
  if (!mend(compiled.check.condition, changed, { policy, fixed: fixedFacts(known, policy) })) return null;
  if (judgeOf(compiled.check.condition)(changed) !== 2) return null;
  const amount = awardOf(compiled)(changed);
  if (!(amount > 0)) return null;
  const changes = [...changed].flatMap((needs, fact): Change[] => {
    const now = known[fact] ?? Number.NaN;
    if (Object.is(now, needs) || (Number.isNaN(now) && Number.isNaN(needs))) return [];
    const limit = limitOf(compiled.check.condition, changed, fact, policy);
    return [{ fact: policy.facts.at(fact).id, now: Number.isNaN(now) ? null : now, needs, limit }];
  });
  return { changes, amount };
}

/** Whether more, or less, would do as well: looked for one step to either side, with everything else as it has to be. */
function limitOf(condition: Condition, changed: Float64Array, fact: number, policy: CompiledPolicy): Change['limit'] {
  const described = policy.facts.at(fact);
  if (described.type !== 'number') return 'exactly';
  const judge = judgeOf(condition);
  const needs = changed[fact] ?? Number.NaN;
  const holds = (value: number): boolean => {
    if (value < described.low || value > described.high) return false;
    changed[fact] = value;
    return judge(changed) === 2;
  };
  const [less, more] = [holds(needs - 1), holds(needs + 1)];
  changed[fact] = needs;
  if (more === less) return more ? 'least' : 'exactly';
  return more ? 'least' : 'most';
}

/** Somebody for whom a condition holds, knowing nothing else of him; null when the search finds nobody. */
export function witnessOf(condition: Condition, policy: CompiledPolicy): Float64Array | null {
  const known = new Float64Array(policy.facts.facts.length).fill(Number.NaN);
  // What one part of the condition wants may undo another: a second round finds what both can live with.
  for (let round = 0; round < 2; round += 1) {
    if (!mend(condition, known, { policy, fixed: nothing })) return null;
    if (judgeOf(condition)(known) === 2) return known;
  }
  return null;
}

/** What is searched in: facts that are `fixed` stay as they are. */
interface Search {
  readonly policy: CompiledPolicy;
  readonly fixed: ReadonlySet<number>;
}
const nothing: ReadonlySet<number> = new Set();

/** Known facts that never change, and those that have happened of the ones that happen once. */
function fixedFacts(known: Known, { facts }: CompiledPolicy): ReadonlySet<number> {
  const isFixed = (at: number): boolean => {
    const [{ changes }, now] = [facts.at(at), known[at] ?? Number.NaN];
    return !Number.isNaN(now) && (changes === 'never' || (changes === 'once' && now !== 0));
  };
  return new Set(facts.facts.flatMap((_, at) => (isFixed(at) ? [at] : [])));
}

/** Changes facts until the condition holds; false when it cannot. */
function mend(condition: Condition, known: Float64Array, search: Search): boolean {
  const judge = judgeOf(condition);
  if (judge(known) === 2) return true;
  switch (condition.op) {
    case 'always':
      return condition.value;
    case 'all':
      return settleChoices(condition.of, known, search) && condition.of.every((part) => mend(part, known, search));
    case 'any':
      return mendAny(condition.of, known, search);
    case 'not':
      return mendNot(condition.of, known, search);
    case 'flag':
    case 'is':
      if (search.fixed.has(condition.fact)) return false;
      known[condition.fact] = condition.op === 'flag' ? 1 : (condition.options[0] ?? 0);
      return true;
    case 'compare':
      return mendComparison(condition, known, search);
  }
}

/** The way with the fewest changes. */
function mendAny(parts: readonly Condition[], known: Float64Array, search: Search): boolean {
  let best: Float64Array | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const attempt = Float64Array.from(known);
    if (!mend(part, attempt, search)) continue;
    const changes = attempt.reduce((sum, value, at) => sum + (Object.is(value, known[at]) ? 0 : 1), 0);
    if (changes < fewest) [best, fewest] = [attempt, changes];
  }
  if (best !== null) known.set(best);
  return best !== null;
}

function mendNot(inner: Condition, known: Float64Array, search: Search): boolean {
  const negated = { op: 'not', of: inner } as const;
  if ((inner.op === 'flag' || inner.op === 'is') && search.fixed.has(inner.fact)) return judgeOf(negated)(known) === 2;
  if (inner.op === 'flag') known[inner.fact] = 0;
  else if (inner.op === 'is') known[inner.fact] = anotherOption(inner, search);
  else if (inner.op === 'not') return mend(inner.of, known, search);
  else if (inner.op === 'all')
    return mendAny(
      inner.of.map((of) => ({ op: 'not', of })),
      known,
      search,
    );
  else if (inner.op === 'any') return inner.of.every((of) => mend({ op: 'not', of }, known, search));
  else return mendComparison(negated, known, search);
  return judgeOf(negated)(known) === 2;
}

/** The first option that is none of these; none at all where they are all that there are. */
const anotherOption = ({ fact, options }: Is, search: Search): number =>
  optionsOf(fact, search).find((option) => !options.includes(option)) ?? Number.NaN;

type Is = Extract<Condition, { op: 'is' }>;

function optionsOf(fact: number, search: Search): readonly number[] {
  const described = search.policy.facts.at(fact);
  return described.type === 'choice' ? described.options.map((_, option) => option) : [];
}

/**
 * Conditions about one choice that must hold together: an option that all of them allow, where the present one is none.
 * One after the other they would undo each other. False when they leave none.
 */
function settleChoices(parts: readonly Condition[], known: Float64Array, search: Search): boolean {
  const left = new Map<number, readonly number[]>();
  for (const part of parts) {
    const asked = part.op === 'not' ? part.of : part;
    if (asked.op !== 'is') continue;
    const before = left.get(asked.fact) ?? optionsOf(asked.fact, search);
    const wanted = part.op === 'is';
    left.set(
      asked.fact,
      before.filter((option) => asked.options.includes(option) === wanted),
    );
  }
  for (const [fact, options] of left) {
    const [first] = options;
    if (first === undefined) return false;
    if (options.includes(known[fact] ?? Number.NaN)) continue;
    if (search.fixed.has(fact)) return false;
    known[fact] = first;
  }
  return true;
}

/** Moves the one fact that has to move least; what it has to reach is found by halving, since figures act one way. */
function mendComparison(condition: Condition, known: Float64Array, search: Search): boolean {
  const judge = judgeOf(condition);
  // Two figures that are both missing: one is taken for 0, or the nearest it can be, before the other is looked for.
  const taken: { readonly fact: number; readonly high: number }[] = [];
  for (const fact of factsOf(condition)) {
    const described = search.policy.facts.at(fact);
    if (described.type !== 'number' || !Number.isNaN(known[fact] ?? Number.NaN)) continue;
    known[fact] = Math.min(Math.max(0, described.low), described.high);
    taken.push({ fact, high: described.high });
  }
  if (judge(known) === 2) {
    // No more is asked of what is missing than has to be: it may go as far as the border.
    for (const { fact, high } of taken) loosen(judge, known, fact, high);
    return true;
  }
  let best: { readonly fact: number; readonly value: number; readonly cost: number } | null = null;
  for (const fact of factsOf(condition)) {
    const described = search.policy.facts.at(fact);
    if (described.type !== 'number' || search.fixed.has(fact)) continue;
    const before = known[fact] ?? Number.NaN;
    const value = nearestThatHolds(judge, known, fact, described.low, described.high);
    known[fact] = before;
    if (value === null) continue;
    const cost = Math.abs(value - before) / Math.max(1, Math.abs(before));
    if (best === null || cost < best.cost) best = { fact, value, cost };
  }
  if (best === null) return false;
  known[best.fact] = best.value;
  return true;
}

function loosen(judge: (known: Known) => number, known: Float64Array, fact: number, high: number): void {
  const holds = (value: number): boolean => {
    known[fact] = value;
    return judge(known) === 2;
  };
  const now = known[fact] ?? Number.NaN;
  known[fact] = holds(high) ? now : halved(holds, high, now);
}

function nearestThatHolds(
  judge: (known: Known) => number,
  known: Float64Array,
  fact: number,
  low: number,
  high: number,
): number | null {
  const holds = (value: number): boolean => {
    known[fact] = value;
    return judge(known) === 2;
  };
  const now = known[fact] ?? Number.NaN;
  const from = Number.isNaN(now) ? low : now;
  const found = [high, low].flatMap((end) => (holds(end) ? [halved(holds, from, end)] : []));
  // An exact figure in between, such as a year that has to be this one.
  if (found.length === 0) return exactly(judge, known, fact, low, high);
  return found.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null;
}

/** The value nearest to `from`, towards `end`, that holds. */
function halved(holds: (value: number) => boolean, from: number, end: number): number {
  let [no, yes] = [from, end];
  while (Math.abs(yes - no) > 1) {
    const middle = no + Math.trunc((yes - no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** For `=`: the border between too little and too much, if it holds there. */
function exactly(judge: (known: Known) => number, known: Float64Array, fact: number, low: number, high: number) {
  const years = high - low <= 10_000;
  if (!years) return null;
  for (let value = low; value <= high; value += 1) {
    known[fact] = value;
    if (judge(known) === 2) return value;
  }
  return null;
}
