import { type Proposal, proposeSum, type Receiver } from './propose.ts';

/** A place of the tree that a level is handed down, such as city, districts, towns, enterprises. */
export interface Branch extends Receiver {
  /** null, or a place that is not among them: a top. */
  readonly parent: string | null;
}

/** What one place proposes to those right below it. */
export interface BranchProposal {
  readonly id: string;
  readonly level: bigint;
  readonly proposal: Proposal;
}

/**
 * Proposes levels down the whole tree, each place dividing exactly what it got among those right below it, by share of last
 * year or as settled by hand. Where no proposal can be made nothing is proposed further down either. Growth and ratios are
 * handed down as the levels that they stand for. In the order of the tree, from the top; a place comes once.
 */
export function handDown(tree: readonly Branch[], top: string, level: bigint): BranchProposal[] {
  const below = new Map<string, Branch[]>();
  for (const each of tree) {
    const parent = each.parent ?? '';
    below.set(parent, [...(below.get(parent) ?? []), each]);
  }
  const found: BranchProposal[] = [];
  const waiting = [{ id: top, level }];
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const parts = below.get(next.id);
    // A place that is its own ancestor would be handed down to for ever.
    if (parts === undefined || seen.has(next.id)) continue;
    seen.add(next.id);
    const proposal = proposeSum(next.level, parts);
    found.push({ ...next, proposal });
    if (proposal.ok) waiting.push(...proposal.parts.map((part) => ({ id: part.id, level: part.level })));
  }
  return found;
}
