import type { CompiledGroup, CompiledPolicy, Joint } from '../check/compiled.ts';
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
    const joints = policy.joints.map((joint) => bestChoice(joint, clauses, policy));
    const groups = policy.groups.map((group) => {
      const joint = group.joint === null ? undefined : joints[group.joint];
      const outcome = joint === undefined ? groupOutcome(group, clauses, policy) : partOfChoice(group, joint, clauses);
      return afterExclusion(outcome, out);
    });
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

/** Numbers of the clauses that are paid; null: it cannot be told which. */
type Choice = readonly number[] | null;

/** Of the choices of a joint the one that comes to most. What is unknown is passed over where it could not change that. */
function bestChoice({ choices }: Joint, clauses: readonly ClauseOutcome[], policy: CompiledPolicy): Choice {
  let best: readonly number[] = [];
  let sum = 0;
  let atMost = 0;
  for (const choice of choices) {
    const sure = choice.reduce((total, member) => total + (clauses[member]?.amount ?? 0), 0);
    if (sure > sum) [best, sum] = [choice, sure];
    const unsure = choice.filter((member) => clauses[member]?.state === 'unknown');
    const more = unsure.reduce((total, member) => total + (policy.clauses[member]?.most ?? 0), 0);
    atMost = Math.max(atMost, sure + more);
  }
  return atMost > sum ? null : best.filter((member) => clauses[member]?.state === 'yes');
}

function partOfChoice({ members }: CompiledGroup, choice: Choice, clauses: readonly ClauseOutcome[]): GroupOutcome {
  if (choice === null) return { ...unknown, paid: [] };
  const paid = members.filter((member) => choice.includes(member));
  const amount = paid.reduce((sum, member) => sum + (clauses[member]?.amount ?? 0), 0);
  return paid.length === 0 ? { ...no, paid } : { state: 'yes', amount, paid };
}

function afterExclusion(group: GroupOutcome, excluded: Truth): GroupOutcome {
  if (excluded === 0 || group.state === 'no') return group;
  return excluded === 2 ? { ...no, paid: [] } : { ...unknown, paid: [] };
}
