import type { CompiledPolicy, Payer, Rounding } from '../check/compiled.ts';
import { type Condition, type Fraction, factsOf } from '../check/program.ts';

/** What the batch engine needs of some policies, as plain data that threads can be handed. */
export interface BatchProgram {
  readonly policies: readonly BatchPolicy[];
  /** What is decided one by one, in the order of policies, groups and clauses. */
  readonly slots: readonly Slot[];
  readonly joints: readonly BatchJoint[];
  /** Numbers of the facts that anything turns on, ascending. */
  readonly facts: readonly number[];
}

export interface BatchPolicy {
  readonly id: string;
  readonly excluded: Condition | null;
  readonly clauses: readonly BatchClause[];
}

export interface BatchClause {
  readonly id: string;
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly amount: Fraction;
  readonly rounding: Rounding;
  readonly most: number;
  readonly payers: readonly Payer[];
}

/** A group whose highest member is paid, or one member of a group that pays each. */
export interface Slot {
  readonly policy: number;
  readonly group: string;
  /** Numbers of its clauses within the policy. */
  readonly members: readonly number[];
  /** Its only member is paid by itself, so that whatever is unknown of it stays unknown. */
  readonly alone: boolean;
  /** Number of the joint that decides it with others; null: it is decided by itself. */
  readonly joint: number | null;
  /** No award of it can be more, in 元. */
  readonly most: number;
}

/** Slots of one clause each that are decided together: of the choices the one that comes to most is paid. */
export interface BatchJoint {
  readonly policy: number;
  /** Numbers of clauses within the policy. */
  readonly choices: readonly (readonly number[])[];
}

/** Keeps of each policy what decides and pays. All must have been compiled over one table of facts. */
export function batchProgram(policies: readonly CompiledPolicy[]): BatchProgram {
  const facts = new Set<number>();
  const kept = policies.map(({ id, excluded, clauses }): BatchPolicy => {
    if (excluded !== null) factsOf(excluded.condition, facts);
    return {
      id,
      excluded: excluded?.condition ?? null,
      clauses: clauses.map(({ id, check, amount, rounding, most, payers }) => {
        const conditions = conjunctsOf(check.condition);
        for (const condition of conditions) factsOf(condition, facts);
        factsOf(amount.of, facts);
        if (amount.by !== null) factsOf(amount.by, facts);
        return { id, conditions, amount, rounding, most, payers };
      }),
    };
  });
  const joints = policies.map((each, policy) => each.joints.map(({ choices }): BatchJoint => ({ policy, choices })));
  let before = 0;
  const slots = policies.flatMap((each, at) => {
    const own = slotsOf(each, at, before);
    before += each.joints.length;
    return own;
  });
  return { policies: kept, slots, joints: joints.flat(), facts: [...facts].toSorted((a, b) => a - b) };
}

/** `before`: joints of the policies before this one. */
function slotsOf({ groups, clauses }: CompiledPolicy, policy: number, before: number): Slot[] {
  const mostOf = (members: readonly number[]) => Math.max(...members.map((member) => clauses[member]?.most ?? 0));
  return groups.flatMap(({ id, rule, members, joint: own }): Slot[] => {
    const joint = own === null ? null : before + own;
    if (rule === 'highest' && joint === null)
      return [{ policy, group: id, members, alone: false, joint, most: mostOf(members) }];
    return members.map((member) => ({
      ...{ policy, group: id, members: [member], alone: true, joint, most: mostOf([member]) },
    }));
  });
}

const conjunctsOf = (condition: Condition): readonly Condition[] =>
  condition.op === 'all' ? condition.of.flatMap(conjunctsOf) : [condition];
