import type { CompiledClause, CompiledPolicy } from '../check/compiled.ts';
import { type Condition, factsOf } from '../check/program.ts';
import { awardOf } from '../evaluate/award.ts';
import { witnessOf } from '../evaluate/closest.ts';

/** Facts of an invented enterprise that shows it, by id; stored whole numbers. */
export type Witness = Readonly<Record<string, number>>;

export type Conflict =
  /** One event, paid under two clauses that no group keeps apart. */
  | {
      readonly kind: 'paid-twice';
      readonly a: string;
      readonly b: string;
      readonly events: readonly string[];
      readonly witness: Witness;
      readonly amounts: readonly [number, number];
    }
  /** The same conditions, another amount. */
  | {
      readonly kind: 'other-amount';
      readonly a: string;
      readonly b: string;
      readonly amounts: readonly [number, number];
      readonly witness: Witness;
    }
  /** Nobody can meet the conditions, as far as a search for somebody went. */
  | { readonly kind: 'unreachable'; readonly a: string }
  /** Days between two documents of the same title on which neither is in force. */
  | { readonly kind: 'gap'; readonly a: string; readonly b: string; readonly from: string; readonly to: string };

/** When a document is in force. */
export interface InForce {
  readonly policy: CompiledPolicy;
  readonly from: string | null;
  readonly to: string | null;
}

interface Judged {
  readonly id: string;
  readonly clause: CompiledClause;
  readonly groups: readonly string[];
  readonly events: ReadonlySet<number>;
  readonly condition: Condition;
}

/**
 * Where documents contradict each other or themselves: every finding about amounts comes with an enterprise that shows it.
 * The policies must share one fact table.
 */
export function conflictsOf(documents: readonly InForce[]): Conflict[] {
  const clauses = documents.flatMap(({ policy }) => judgedOf(policy));
  const [first] = documents;
  if (first === undefined) return [];
  const table = first.policy.facts;
  const named = (known: Float64Array): Witness =>
    Object.fromEntries([...known].flatMap((value, at) => (Number.isNaN(value) ? [] : [[table.at(at).id, value]])));
  const unreachable = clauses.flatMap(({ id, condition }): Conflict[] =>
    witnessOf(condition, first.policy) === null ? [{ kind: 'unreachable', a: id }] : [],
  );
  const pairs = clauses.flatMap((a, at) =>
    clauses.slice(at + 1).flatMap((b): Conflict[] => {
      if (a.groups.some((group) => b.groups.includes(group))) return [];
      const events = [...a.events].filter((fact) => b.events.has(fact));
      if (events.length === 0) return [];
      const known = witnessOf({ op: 'all', of: [a.condition, b.condition] }, first.policy);
      if (known === null) return [];
      const amounts = [awardOf(a.clause)(known), awardOf(b.clause)(known)] as const;
      if (!(amounts[0] > 0 && amounts[1] > 0)) return [];
      const witness = named(known);
      const same = JSON.stringify(a.condition) === JSON.stringify(b.condition);
      return same && amounts[0] !== amounts[1]
        ? [{ kind: 'other-amount', a: a.id, b: b.id, amounts, witness }]
        : [{ kind: 'paid-twice', a: a.id, b: b.id, events: events.map((fact) => table.at(fact).id), witness, amounts }];
    }),
  );
  return [...unreachable, ...pairs, ...gapsOf(documents)];
}

function judgedOf(policy: CompiledPolicy): Judged[] {
  return policy.groups.flatMap(({ id, members }) =>
    members.flatMap((member): Judged[] => {
      const clause = policy.clauses[member];
      if (clause === undefined) return [];
      const { condition } = clause.check;
      return [
        {
          ...{ id: `${policy.id}/${clause.id}`, clause, condition },
          groups: [id, ...clause.alsoIn].map((group) => `${policy.id}/${group}`),
          events: eventsOf(policy, condition),
        },
      ];
    }),
  );
}

/** What happened, as against who and where: years and yes-or-no facts. */
function eventsOf(policy: CompiledPolicy, condition: Condition): ReadonlySet<number> {
  return new Set(
    [...factsOf(condition)].filter((number) => {
      const fact = policy.facts.at(number);
      return fact.type === 'flag' || (fact.type === 'number' && fact.written === '年');
    }),
  );
}

/** Between editions: documents of the same title, one after the other. */
export function gapsOf(documents: readonly InForce[]): Conflict[] {
  const dated = documents.filter(({ from }) => from !== null);
  const inOrder = dated.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return inOrder.flatMap((earlier, at): Conflict[] => {
    const later = inOrder.slice(at + 1).find(({ policy }) => policy.title === earlier.policy.title);
    if (later?.from == null || earlier.to === null) return [];
    const from = nextDay(earlier.to);
    return from < later.from
      ? [{ kind: 'gap', a: earlier.policy.id, b: later.policy.id, from, to: dayBefore(later.from) }]
      : [];
  });
}

const shifted = (day: string, by: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10);
};
const nextDay = (day: string): string => shifted(day, 1);
const dayBefore = (day: string): string => shifted(day, -1);
