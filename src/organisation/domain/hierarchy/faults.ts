import { type Day, endOf, joined, liesInside, startOf } from '../life.ts';
import { type Hierarchy, pathAt, standingAt, type Term } from './hierarchy.ts';

/** Something that cannot be true of a dated hierarchy. `at` tells which term of the node, by its beginning. */
export interface HierarchyFault {
  readonly code: HierarchyFaultCode;
  readonly node: string;
  readonly term: Term;
  readonly given: string | null;
  readonly limit: string | null;
}
export type HierarchyFaultCode =
  | 'life-reversed'
  | 'life-overlap'
  | 'life-gap'
  | 'superior-unknown'
  | 'superior-not-then'
  | 'superior-circle'
  | 'successor-unknown'
  | 'successor-needless'
  | 'successor-not-then';

/**
 * Everything that is wrong: a term that ends before it begins, terms of one node that overlap or leave a gap, a parent
 * or successor that is unknown or does not exist then, a successor of what has not ended, and circles.
 */
export function faultsOf(hierarchy: Hierarchy): HierarchyFault[] {
  const alone = [...hierarchy.terms.values()].flatMap((terms) =>
    terms.flatMap((term, at) => [
      ...ofTerm(hierarchy, term),
      ...ofNeighbours(term, terms[at + 1]),
      ...ofSuccessor(hierarchy, term, at === terms.length - 1),
    ]),
  );
  return [...alone, ...circles(hierarchy)];
}

const fault = (
  code: HierarchyFaultCode,
  term: Term,
  given: string | null,
  limit: string | null = null,
): HierarchyFault => ({ code, node: term.node, term, given, limit });

function ofTerm({ terms }: Hierarchy, term: Term): HierarchyFault[] {
  if (startOf(term) >= endOf(term)) return [fault('life-reversed', term, term.validTo, term.validFrom)];
  if (term.parent === null) return [];
  const above = terms.get(term.parent);
  if (above === undefined) return [fault('superior-unknown', term, term.parent)];
  const covered = joined(above).some((life) => liesInside(term, life));
  if (covered) return [];
  const [first, last] = [above[0]!, above.at(-1)!];
  const limit = `${first.validFrom ?? '..'}/${last.validTo ?? '..'}`;
  return [fault('superior-not-then', term, term.parent, limit)];
}

function ofNeighbours(term: Term, next: Term | undefined): HierarchyFault[] {
  if (next === undefined) return [];
  if (endOf(term) > startOf(next)) return [fault('life-overlap', next, next.validFrom, term.validTo)];
  if (endOf(term) < startOf(next)) return [fault('life-gap', next, next.validFrom, term.validTo)];
  return [];
}

function ofSuccessor(hierarchy: Hierarchy, term: Term, last: boolean): HierarchyFault[] {
  const { successor, validTo } = term;
  if (successor === null) return [];
  if (!hierarchy.terms.has(successor)) return [fault('successor-unknown', term, successor)];
  if (!last || validTo === null) return [fault('successor-needless', term, successor)];
  // A successor may itself have ended since; what counts is that somebody goes on that day.
  return successor === term.node || standingAt(hierarchy, successor, validTo) === undefined
    ? [fault('successor-not-then', term, successor, validTo)]
    : [];
}

/** One fault for each node that stands above itself at some time. */
function circles(hierarchy: Hierarchy): HierarchyFault[] {
  const suspects = inUndatedCircles(hierarchy);
  if (suspects.size === 0) return [];
  const days = new Set<Day>([...suspects].flatMap((node) => hierarchy.terms.get(node)!.map(startOf)));
  return [...suspects].flatMap((node) => {
    for (const day of days) {
      const term = hierarchy.terms.get(node)!.find((each) => startOf(each) <= day && day < endOf(each));
      if (term?.parent == null) continue;
      const path = pathAt(hierarchy, term.parent, day);
      if (path.includes(node)) return [fault('superior-circle', term, term.parent)];
    }
    return [];
  });
}

/** Nodes that a walk upwards, whatever the day, may lead back to themselves. Few or none, found in one pass. */
function inUndatedCircles({ terms }: Hierarchy): Set<string> {
  const waiting = new Map<string, number>();
  const above = (node: string): string[] => [
    ...new Set((terms.get(node) ?? []).flatMap(({ parent }) => (parent !== null && terms.has(parent) ? [parent] : []))),
  ];
  for (const node of terms.keys())
    for (const parent of above(node)) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  const left = new Set(terms.keys());
  const ready = [...left].filter((node) => !waiting.has(node));
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    left.delete(node);
    for (const parent of above(node)) {
      const still = waiting.get(parent)! - 1;
      waiting.set(parent, still);
      if (still === 0) ready.push(parent);
    }
  }
  return left;
}
