import { joined, type Life } from '../life.ts';
import { type Hierarchy, hierarchyOf, type Term, termsWithin } from './hierarchy.ts';

/** While it holds, what belongs to `descendant` is seen by those over `ancestor`; every node is over itself. */
export interface ClosureRow extends Life {
  readonly ancestor: string;
  readonly descendant: string;
}

const always: Life = { validFrom: null, validTo: null };

/**
 * Who is over whom, and when. The last place of a node that has ended stays open, so that what belongs to it remains in
 * sight of those above it. Wants a hierarchy without circles (`faultsOf`).
 */
export function closureOf(hierarchy: Hierarchy): ClosureRow[] {
  const lasting = withLastTermsOpen(hierarchy);
  return [...lasting.terms.keys()].flatMap((node) => {
    const above = new Map<string, Life[]>([[node, [always]]]);
    climb(lasting, node, always, above);
    return [...above].flatMap(([ancestor, lives]) =>
      joined(lives).map((life) => ({ ancestor, descendant: node, ...life })),
    );
  });
}

/** Notes when each node above stands over the one that the climb began at. */
function climb(hierarchy: Hierarchy, node: string, within: Life, above: Map<string, Life[]>): void {
  for (const { term, life } of termsWithin(hierarchy, node, within)) {
    if (term.parent === null) continue;
    const lives = above.get(term.parent);
    if (lives === undefined) above.set(term.parent, [life]);
    else lives.push(life);
    climb(hierarchy, term.parent, life, above);
  }
}

function withLastTermsOpen({ terms }: Hierarchy): Hierarchy {
  return hierarchyOf(
    [...terms.values()].flatMap((list) =>
      list.map((term, at): Term => (at === list.length - 1 ? { ...term, validTo: null } : term)),
    ),
  );
}
