import type { CompiledClause, CompiledPolicy } from '../check/compiled.ts';
import type { Condition, Whole } from '../check/program.ts';

/** A compiled policy in big integers, slowly and by the letter of docs/adr/0017-clause-language.md. null: missing. */

type Facts = readonly (number | null)[];
type Truth = boolean | null;

function whole(part: Whole, facts: Facts): bigint | null {
  if (part.op === 'const') return BigInt(part.value);
  if (part.op === 'fact') {
    const value = facts[part.fact] ?? null;
    return value === null ? null : BigInt(value);
  }
  if (part.op === 'if') {
    const when = truth(part.when, facts);
    return when === null ? null : whole(when ? part.a : part.b, facts);
  }
  const [a, b] = [whole(part.a, facts), whole(part.b, facts)];
  if (a === null || b === null) return null;
  if (part.op === 'add') return a + b;
  if (part.op === 'sub') return a - b;
  if (part.op === 'mul') return a * b;
  return a < b === (part.op === 'min') ? a : b;
}

function truth(part: Condition, facts: Facts): Truth {
  switch (part.op) {
    case 'always':
      return part.value;
    case 'flag': {
      const value = facts[part.fact] ?? null;
      return value === null ? null : value !== 0;
    }
    case 'is': {
      const value = facts[part.fact] ?? null;
      return value === null ? null : part.options.includes(value);
    }
    case 'not': {
      const inner = truth(part.of, facts);
      return inner === null ? null : !inner;
    }
    case 'all':
    case 'any': {
      const all = part.of.map((each) => truth(each, facts));
      if (all.includes(part.op === 'any')) return part.op === 'any';
      return all.includes(null) ? null : part.op === 'all';
    }
    case 'compare': {
      const [a, b] = [whole(part.a, facts), whole(part.b, facts)];
      const divisors = part.divisors.map((each) => whole(each, facts));
      if (a === null || b === null || divisors.some((each) => each === null || each === 0n)) return null;
      if (part.order === '=') return a === b;
      if (part.order === '!=') return a !== b;
      if (part.order === '<') return a < b;
      if (part.order === '<=') return a <= b;
      return part.order === '>' ? a > b : a >= b;
    }
  }
}

/** Whole yuan; null: unknown, 0: no. */
function award({ check, amount, rounding }: CompiledClause, facts: Facts): bigint | null {
  const holds = truth(check.condition, facts);
  if (holds === false) return 0n;
  const [of, by] = [whole(amount.of, facts), amount.by === null ? 1n : whole(amount.by, facts)];
  if (holds === null || of === null || by === null || by === 0n) return null;
  const step = BigInt(rounding.step);
  const below = BigInt(amount.per) * by * step;
  const [steps, left] = [of / below, of % below];
  if (rounding.mode === 'down' || left === 0n) return steps * step;
  return (rounding.mode === 'up' || left * 2n >= below ? steps + 1n : steps) * step;
}

export interface BigSlot {
  readonly group: string;
  /** Number of the clause; -1 none, -2 unknown. */
  readonly winner: number;
  readonly award: number;
}

export function bigEvaluate(policy: CompiledPolicy, facts: Facts): { excluded: Truth; slots: readonly BigSlot[] } {
  const excluded = policy.excluded === null ? false : truth(policy.excluded.condition, facts);
  const awards = policy.clauses.map((clause) => award(clause, facts));
  const chosen = policy.joints.map(({ members }) => bestTogether(members, awards, policy));
  const slots = policy.groups.flatMap(({ id, rule, members, joint }): BigSlot[] => {
    const choice = joint === null ? undefined : chosen[joint];
    if (choice === null) return members.map(() => ({ group: id, winner: -2, award: 0 }));
    if (choice !== undefined)
      return members.map((member) => slotOf(id, member, choice.includes(member) ? (awards[member] ?? 0n) : 0n));
    if (rule === 'all') return members.map((member) => slotOf(id, member, awards[member] ?? null));
    let winner = -1;
    let best = 0n;
    for (const member of members) {
      const own = awards[member] ?? 0n;
      if (own > best) [winner, best] = [member, own];
    }
    const open = members.some((member) => awards[member] === null && BigInt(policy.clauses[member]?.most ?? 0) > best);
    return [{ group: id, winner: open ? -2 : winner, award: open ? 0 : Number(best) }];
  });
  return { excluded, slots: slots.map((slot) => afterExclusion(slot, excluded)) };
}

/**
 * Tries every set of the clauses that goes together, by the groups themselves, and takes of those to which nothing can be
 * added the one with the greatest sum, the one with the earlier clauses among equal ones; null when what is unknown might
 * make another greater.
 */
function bestTogether(members: readonly number[], awards: readonly (bigint | null)[], policy: CompiledPolicy) {
  const goes = (set: readonly number[], member: number) => set.every((other) => !apart(other, member, policy));
  let sets: (readonly number[])[] = [[]];
  for (const member of members)
    sets = sets.concat(sets.filter((set) => goes(set, member)).map((set) => [...set, member]));
  const full = sets.filter((set) => !members.some((member) => !set.includes(member) && goes(set, member)));
  const sure = (set: readonly number[]) => set.reduce((sum, member) => sum + (awards[member] ?? 0n), 0n);
  const most = (set: readonly number[]) =>
    set.reduce((sum, member) => sum + (awards[member] ?? BigInt(policy.clauses[member]?.most ?? 0)), 0n);
  const best = full.map(sure).reduce((a, b) => (a > b ? a : b));
  if (full.some((set) => most(set) > best)) return null;
  return full.filter((set) => sure(set) === best).toSorted(firstDifference)[0] ?? [];
}

const apart = (a: number, b: number, { clauses }: CompiledPolicy): boolean => {
  const groups = (at: number) => [clauses[at]?.group, ...(clauses[at]?.alsoIn ?? [])];
  return groups(a).some((group) => groups(b).includes(group));
};

/** The set with the earlier clause where they differ comes first. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, place) => member !== b[place]);
  return (a[at] ?? Number.POSITIVE_INFINITY) - (b[at] ?? Number.POSITIVE_INFINITY);
}

const slotOf = (group: string, member: number, own: bigint | null): BigSlot => ({
  group,
  winner: own === null ? -2 : own === 0n ? -1 : member,
  award: Number(own ?? 0n),
});

const afterExclusion = (slot: BigSlot, excluded: Truth): BigSlot =>
  excluded === false || slot.winner === -1 ? slot : { ...slot, winner: excluded ? -1 : -2, award: 0 };
