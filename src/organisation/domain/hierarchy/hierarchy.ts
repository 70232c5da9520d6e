import { type Day, endOf, holdsAt, type Life, shared, startOf } from '../life.ts';

/** What stood above a node during one stretch of time. */
export interface Term extends Life {
  readonly node: string;
  readonly parent: string | null;
  readonly successor: string | null;
}

/** Terms by their node, in the order of time. */
export interface Hierarchy {
  readonly terms: ReadonlyMap<string, readonly Term[]>;
}

/** Any forest whose links have dates: regions, units, chains. Takes terms in any order, also faulty ones. */
export function hierarchyOf(terms: readonly Term[]): Hierarchy {
  const byNode = new Map<string, Term[]>();
  for (const term of terms) {
    const known = byNode.get(term.node);
    if (known === undefined) byNode.set(term.node, [term]);
    else known.push(term);
  }
  for (const list of byNode.values()) list.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return { terms: byNode };
}

/** The term of a node on a day; undefined before it came and after it ended. */
export const termAt = ({ terms }: Hierarchy, node: string, day: Day): Term | undefined =>
  terms.get(node)?.find((term) => holdsAt(term, day));

/** The node above on that day, null at the top and for a node that does not exist that day. */
export const parentAt = (hierarchy: Hierarchy, node: string, day: Day): string | null =>
  termAt(hierarchy, node, day)?.parent ?? null;

/** From the node itself up to the top on that day; nothing when it does not exist that day. Stops at a circle. */
export function pathAt(hierarchy: Hierarchy, node: string, day: Day): string[] {
  const path: string[] = [];
  for (
    let at: string | null = termAt(hierarchy, node, day) === undefined ? null : node;
    at !== null && !path.includes(at);
    at = parentAt(hierarchy, at, day)
  )
    path.push(at);
  return path;
}

/** Everything above a node on a day, the nearest first. */
export const ancestorsAt = (hierarchy: Hierarchy, node: string, day: Day): string[] =>
  pathAt(hierarchy, node, day).slice(1);

/** The node and everything below it on a day. */
export function subtreeAt(hierarchy: Hierarchy, root: string, day: Day): string[] {
  return [...hierarchy.terms.keys()].filter((node) => pathAt(hierarchy, node, day).includes(root));
}

/**
 * The node that stands for `node` on a day: itself, or, when it has ended, its successor, and so on. Undefined when
 * nothing goes on after it.
 */
export function standingAt(hierarchy: Hierarchy, node: string, day: Day): Term | undefined {
  const seen = new Set<string>();
  for (let at: string | null = node; at !== null && !seen.has(at); ) {
    seen.add(at);
    const found = termAt(hierarchy, at, day);
    if (found !== undefined) return found;
    const last: Term | undefined = hierarchy.terms.get(at)?.at(-1);
    if (last === undefined || day < endOf(last)) return undefined;
    at = last.successor;
  }
  return undefined;
}

/** The stretches of `within` during which a node has a term, with that term. */
export const termsWithin = (hierarchy: Hierarchy, node: string, within: Life): { term: Term; life: Life }[] =>
  (hierarchy.terms.get(node) ?? []).flatMap((term) => {
    const life = shared(term, within);
    return life === null ? [] : [{ term, life }];
  });
