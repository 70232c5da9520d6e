import type { CompiledGroup, CompiledPolicy } from '../check/compiled.ts';
import { awardOf } from './award.ts';
import { judgeOf, type Known, type Truth } from './program.ts';

export type State = 'yes' | 'no' | 'unknown';

export interface ClauseOutcome {
  readonly state: State;
  /** Whole yuan; 0 unless `yes`. */
  readonly amount: number;
}

export interface GroupOutcome extends ClauseOutcome {
  /** Numbers of the clauses that pay; one at most where the highest counts. */
  readonly paid: readonly number[];
}

export interface PolicyOutcome {
  readonly excluded: State;
  /** Each clause by itself, before exclusion and stacking. */
  readonly clauses: readonly ClauseOutcome[];
  /** What is paid. */
  readonly groups: readonly GroupOutcome[];
  /** Whole yuan of all groups that are settled. */
  readonly total: number;
}

const states: readonly State[] = ['no', 'unknown', 'yes'];
export const stateOf = (truth: Truth): State => states[truth] ?? 'unknown';

/** One policy as one function of what is known; see docs/adr/0017-clause-language.md for what it gives. */
export function evaluator(policy: CompiledPolicy): (known: Known) => PolicyOutcome {
  const ready = prepared.get(policy);
  if (ready !== undefined) return ready;
  const judges = policy.clauses.map(({ check }) => judgeOf(check.condition));
  const awards = policy.clauses.map(awardOf);
  const excluded = policy.excluded === null ? null : judgeOf(policy.excluded.condition);
  const made = (known: Known): PolicyOutcome => {
    const clauses = judges.map((judge, at) => clauseOutcome(judge(known), awards[at], known));
    const out = excluded === null ? 0 : excluded(known);
    const groups = policy.groups.map((group) => afterExclusion(groupOutcome(group, clauses, policy), out));
    return { excluded: stateOf(out), clauses, groups, total: groups.reduce((sum, { amount }) => sum + amount, 0) };
  };
  prepared.set(policy, made);
  return made;
}

const prepared = new WeakMap<CompiledPolicy, (known: Known) => PolicyOutcome>();

/** What one enterprise gets of one policy. `facts` are stored whole numbers in the order of the table; null: missing. */
export const evaluate = (policy: CompiledPolicy, facts: readonly (number | null)[]): PolicyOutcome =>
  evaluator(policy)(facts.map((fact) => fact ?? Number.NaN));

const no: ClauseOutcome = { state: 'no', amount: 0 };
const unknown: ClauseOutcome = { state: 'unknown', amount: 0 };

function clauseOutcome(holds: Truth, award: ((known: Known) => number) | undefined, known: Known): ClauseOutcome {
  if (holds === 0 || award === undefined) return no;
  if (holds === 1) return unknown;
  const amount = award(known);
  if (Number.isNaN(amount)) return unknown;
  return amount > 0 ? { state: 'yes', amount } : no;
}

function groupOutcome(group: CompiledGroup, clauses: readonly ClauseOutcome[], policy: CompiledPolicy): GroupOutcome {
  if (group.rule === 'all') return allOfGroup(group, clauses);
  let best = -1;
  let amount = 0;
  for (const member of group.members) {
    const outcome = clauses[member];
    if (outcome?.state === 'yes' && outcome.amount > amount) {
      best = member;
      amount = outcome.amount;
    }
  }
  const open = group.members.some(
    (member) => clauses[member]?.state === 'unknown' && (policy.clauses[member]?.most ?? 0) > amount,
  );
  if (open) return { ...unknown, paid: [] };
  return best < 0 ? { ...no, paid: [] } : { state: 'yes', amount, paid: [best] };
}

/** Each is paid by itself: what is settled is paid although another member is not. */
function allOfGroup({ members }: CompiledGroup, clauses: readonly ClauseOutcome[]): GroupOutcome {
  const paid = members.filter((member) => clauses[member]?.state === 'yes');
  const amount = paid.reduce((sum, member) => sum + (clauses[member]?.amount ?? 0), 0);
  const open = members.some((member) => clauses[member]?.state === 'unknown');
  return { state: open ? 'unknown' : paid.length > 0 ? 'yes' : 'no', amount, paid };
}

function afterExclusion(group: GroupOutcome, excluded: Truth): GroupOutcome {
  if (excluded === 0 || group.state === 'no') return group;
  return excluded === 2 ? { ...no, paid: [] } : { ...unknown, paid: [] };
}
