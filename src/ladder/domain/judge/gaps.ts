import { addDays, type Day } from '../../../kernel/index.ts';
import {
  type CompiledPolicy,
  type Condition,
  closestPath,
  type Fact,
  FactTable,
  factsOf,
  factText,
  figureText,
  type Known,
} from '../../../policy/domain/index.ts';

/** By how much one fact is short, and when it will do by itself or at its own pace. */
export interface Gap {
  readonly fact: string;
  readonly name: string;
  /** As people read them; null: it is not known. */
  readonly now: string | null;
  readonly needs: string;
  readonly limit: 'least' | 'most' | 'exactly';
  /** What is missing, or too much, with its unit; null for what is no figure. */
  readonly short: string | null;
  /** The day on which time alone will have done it. */
  readonly on: Day | null;
  /** Full years until a figure that grows as it did last year gets there; null: it does not grow, or there is no year before. */
  readonly years: number | null;
  /** How far it is: what is missing beside what is needed, 1 for a thing that has to be got at all. */
  readonly effort: number;
}

/** What is known of facts beside their values. */
export interface Hints {
  /** Facts that grow by a year a year. */
  readonly clocks: ReadonlySet<string>;
  /** Facts and those that say the same of the year before. */
  readonly before: ReadonlyMap<string, string>;
}

/**
 * What would have to change for one clause of an edition to hold: the fewest facts and of those the smallest moves. What a
 * share is taken of stays as it is: nobody is told to earn less so that his research is a greater part of it. Null when no
 * way is found.
 */
export function gapsOf(
  policy: CompiledPolicy,
  clause: number,
  known: Known,
  on: Day,
  hints: Hints,
): readonly Gap[] | null {
  const path = closestPath(withoutDivisors(policy, clause), clause, known);
  if (path === null) return null;
  return path.changes.map(({ fact: id, now, needs, limit }) => {
    const number = policy.facts.numberOf(id) ?? -1;
    const fact = policy.facts.at(number);
    const before = policy.facts.numberOf(hints.before.get(id) ?? '');
    const earlier = before === undefined ? Number.NaN : (known[before] ?? Number.NaN);
    return {
      ...{
        fact: id,
        name: fact.name,
        limit,
        needs: factText(fact, needs),
        now: now === null ? null : factText(fact, now),
      },
      short: now === null ? null : shortOf(fact, now, needs),
      on: hints.clocks.has(id) && fact.type === 'number' && now !== null ? dayAfter(on, needs - now, fact.scale) : null,
      years: now === null || limit !== 'least' ? null : yearsTo(now, needs, earlier),
      effort:
        fact.type !== 'number' || now === null
          ? 1
          : Math.min(1, Math.abs(needs - now) / Math.max(Math.abs(needs), Math.abs(now), 1)),
    };
  });
}

const tables = new WeakMap<CompiledPolicy, Map<number, CompiledPolicy>>();

/** The same policy, in which what the clause divides by never changes. */
function withoutDivisors(policy: CompiledPolicy, clause: number): CompiledPolicy {
  const made = tables.get(policy) ?? new Map<number, CompiledPolicy>();
  tables.set(policy, made);
  const ready = made.get(clause);
  if (ready !== undefined) return ready;
  const condition = policy.clauses[clause]?.check.condition;
  const divisors = condition === undefined ? new Set<number>() : divisorsOf(condition);
  const facts = policy.facts.facts.map((fact, at): Fact => (divisors.has(at) ? { ...fact, changes: 'never' } : fact));
  const kept = divisors.size === 0 ? policy : { ...policy, facts: new FactTable(facts) };
  made.set(clause, kept);
  return kept;
}

function divisorsOf(condition: Condition): Set<number> {
  switch (condition.op) {
    case 'compare':
      return new Set(condition.divisors.flatMap((each) => [...factsOf(each)]));
    case 'not':
      return divisorsOf(condition.of);
    case 'all':
    case 'any':
      return new Set(condition.of.flatMap((each) => [...divisorsOf(each)]));
    default:
      return new Set();
  }
}

function shortOf(fact: Fact, now: number, needs: number): string | null {
  if (fact.type !== 'number') return null;
  const unit = fact.written === '%' ? '个百分点' : fact.written;
  const value = figureText(Math.abs(needs - now), fact.scale, fact.written === '');
  return unit === '' ? value : `${value} ${unit}`;
}

/** The day on which so many parts of a year will have passed; the 29th of February becomes the day after in other years. */
export function dayAfter(on: Day, parts: number, scale: number): Day {
  const years = Math.floor(parts / scale);
  const rest = Math.ceil(((parts - years * scale) * 366) / scale);
  const year = Number(on.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const same = on.slice(5) === '02-29' && !isLeap ? '03-01' : on.slice(5);
  return addDays(`${String(year).padStart(4, '0')}-${same}`, rest);
}

/** Nobody believes a pace for longer. */
const farthest = 10;

function yearsTo(now: number, needs: number, before: number): number | null {
  const pace = now - before;
  const years = Math.ceil((needs - now) / pace);
  return pace > 0 && needs > now && years <= farthest ? years : null;
}
