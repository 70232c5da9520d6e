import { type Condition, factsOf } from '../check/program.ts';
import type { BatchClause, BatchProgram, Slot } from './program.ts';

/** A group that is not asked about, and the facts for which there is no column. */
export interface LeftOut {
  readonly policy: string;
  readonly group: string;
  readonly facts: readonly number[];
}

/**
 * The program without the groups of which no member can be told for want of columns: a file about one thing is not said
 * to leave everybody's claim to another open. Where one member can be told the group stays, and the others are unknown.
 */
export function leaveOut(
  program: BatchProgram,
  absent: ReadonlySet<number>,
): { readonly program: BatchProgram; readonly leftOut: readonly LeftOut[] } {
  const wantingOf = (slot: Slot) =>
    slot.members.map((member) => wantedOf(program, slot, member).filter((fact) => absent.has(fact)));
  const leftOut = new Map<string, LeftOut>();
  const slots = program.slots.filter((slot) => {
    // What is decided together stays together.
    const together = slot.joint === null ? [slot] : program.slots.filter(({ joint }) => joint === slot.joint);
    if (together.flatMap(wantingOf).some((facts) => facts.length === 0)) return true;
    const policy = program.policies[slot.policy]?.id ?? '';
    const facts = new Set([...(leftOut.get(`${policy}/${slot.group}`)?.facts ?? []), ...wantingOf(slot).flat()]);
    leftOut.set(`${policy}/${slot.group}`, { policy, group: slot.group, facts: [...facts] });
    return false;
  });
  return { program: { ...program, slots, facts: factsOfSlots(program, slots) }, leftOut: [...leftOut.values()] };
}

/** Facts without which nothing of the remaining policies can be told: those that leave somebody out. */
export const excludingFacts = ({ policies, slots }: BatchProgram): readonly number[] => [
  ...new Set(slots.flatMap(({ policy }) => factsOfCondition(policies[policy]?.excluded ?? null))),
];

function factsOfSlots(program: BatchProgram, slots: readonly Slot[]): number[] {
  const facts = new Set(excludingFacts({ ...program, slots }));
  for (const slot of slots)
    for (const member of slot.members) for (const fact of wantedOf(program, slot, member)) facts.add(fact);
  return [...facts].toSorted((a, b) => a - b);
}

function wantedOf(program: BatchProgram, slot: Slot, member: number): readonly number[] {
  const clause = program.policies[slot.policy]?.clauses[member];
  return clause === undefined ? [] : factsOfClause(clause);
}

function factsOfClause({ conditions, amount }: BatchClause): readonly number[] {
  const found = new Set<number>();
  for (const part of [...conditions, amount.of, ...(amount.by === null ? [] : [amount.by])]) factsOf(part, found);
  return [...found];
}

const factsOfCondition = (condition: Condition | null): readonly number[] =>
  condition === null ? [] : [...factsOf(condition)];
