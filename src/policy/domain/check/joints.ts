import type { PolicySource } from '../source.ts';
import type { Clerk } from './clerk.ts';
import type { CompiledClause, Joint } from './compiled.ts';
import { greatest } from './program.ts';

/** More clauses than this do not hang together in any document, and more choices are not looked through. */
const mostMembers = 40;
const mostChoices = 256;

/**
 * Groups of which only the highest counts and that share clauses are decided together: what is paid is the choice of
 * clauses, no two of one group, that comes to most. Gives each such set of clauses with all its choices, those first that
 * take the earlier clauses of the document.
 */
export function jointsOf(policy: PolicySource, clauses: readonly CompiledClause[], clerk: Clerk): Joint[] {
  const groups = policy.clauses.map(({ group, alsoIn }) => (group === null ? [] : [group, ...alsoIn]));
  refuseWrongOverlaps(policy, clerk);
  if (clerk.faults.length > 0) return [];
  const components = connected(groups).filter((members) => members.some((at) => (groups[at]?.length ?? 0) > 1));
  return components.flatMap((members): Joint[] => {
    const path = ['clauses', members[0] ?? 0, 'alsoIn'];
    const apart = (a: number, b: number): boolean => groups[a]?.some((group) => groups[b]?.includes(group)) ?? false;
    const choices = members.length > mostMembers ? null : choicesOf(members, apart);
    if (choices === null)
      return clerk.note('policy-choices-many', path, String(members.length), `${mostChoices}`) ?? [];
    const sum = members.reduce((total, member) => total + (clauses[member]?.most ?? 0), 0);
    if (sum > greatest) return clerk.note('policy-too-great', path) ?? [];
    return [{ members, choices }];
  });
}

function refuseWrongOverlaps({ clauses, groups }: PolicySource, clerk: Clerk): void {
  const rules = new Map(groups.map(({ id, rule }) => [id, rule]));
  for (const [at, { group, alsoIn }] of clauses.entries()) {
    for (const [which, other] of alsoIn.entries()) {
      const path = ['clauses', at, 'alsoIn', which];
      if (!rules.has(other)) clerk.note('policy-group-unknown', path, other);
      else if (group === null || other === group || alsoIn.indexOf(other) < which)
        clerk.note('policy-group-overlap', path, other);
      else if (rules.get(other) !== 'highest' || rules.get(group) !== 'highest')
        clerk.note('policy-group-overlap', path, other);
    }
  }
}

/** Clauses that hang together by their groups, each set ascending. */
function connected(groups: readonly (readonly string[])[]): number[][] {
  const setOf = new Map<string, Set<number>>();
  for (const [at, own] of groups.entries()) {
    const merged = new Set([at, ...own.flatMap((group) => [...(setOf.get(group) ?? [])])]);
    for (const member of merged) for (const group of groups[member] ?? []) setOf.set(group, merged);
  }
  return [...new Set(setOf.values())].map((members) => [...members].toSorted((a, b) => a - b));
}

/**
 * All greatest sets of clauses of which no two are apart: the maximal cliques of those that go together, by Bron and
 * Kerbosch with a pivot (Communications of the ACM 16, 1973). null when there are too many.
 */
function choicesOf(members: readonly number[], apart: (a: number, b: number) => boolean): number[][] | null {
  const together = new Map(members.map((a) => [a, new Set(members.filter((b) => a !== b && !apart(a, b)))]));
  const near = (member: number): ReadonlySet<number> => together.get(member) ?? new Set();
  const found: number[][] = [];
  const extend = (chosen: readonly number[], open: ReadonlySet<number>, done: ReadonlySet<number>): boolean => {
    if (open.size === 0 && done.size === 0) {
      found.push(chosen.toSorted((a, b) => a - b));
      return found.length <= mostChoices;
    }
    const pivot = [...open, ...done].toSorted((a, b) => shared(near(b), open) - shared(near(a), open))[0] ?? -1;
    const [left, behind] = [new Set(open), new Set(done)];
    for (const member of open) {
      if (near(pivot).has(member)) continue;
      const goes = near(member);
      if (!extend([...chosen, member], common(left, goes), common(behind, goes))) return false;
      left.delete(member);
      behind.add(member);
    }
    return true;
  };
  if (!extend([], new Set(members), new Set())) return null;
  return found.toSorted(inOrder);
}

const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> =>
  new Set([...a].filter((each) => b.has(each)));
const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => common(a, b).size;

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [at, member] of a.entries()) {
    const other = b[at];
    if (other !== member) return other === undefined ? 1 : member - other;
  }
  return -1;
}
