import { type Actor, permit } from '../../../access/index.ts';
import type { FiguresJson } from '../../contract/sandbox.ts';
import { figuresOf } from '../../domain/index.ts';
import { dayAsked, type PolicyDeps } from '../deps.ts';
import { shownPolicy } from '../shelf.ts';

/** The figures of a policy on a day with their units, and the columns that a file of enterprises should have. */
export function readFigures(
  actor: Actor,
  { policyId, on }: { readonly policyId: string; readonly on?: string | undefined },
  deps: PolicyDeps,
): FiguresJson {
  permit(actor, 'policy.try');
  const { pack, policy, day } = shownPolicy(deps.shelf, policyId, dayAsked(on, deps));
  const { content, hash } = pack;
  const used = new Set(policy.clauses.flatMap(({ facts }) => facts));
  return {
    ...{ policyId: content.id, title: content.title, hash, on: day, figures: figuresOf(content, day) },
    facts: policy.facts.facts.filter((_, at) => used.has(at)),
    clauses: content.clauses.map(({ id, title }) => ({ id, title })),
    groups: policy.groups.map(({ id, name }) => ({ id, name })),
    budgets: policy.budgets.map(({ name, available }) => ({ name, available })),
    valid: { from: content.validFrom, to: content.validTo },
  };
}
