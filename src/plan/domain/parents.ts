import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';

/** A plan that this one answers to: one of ours, or one that is only cited. */
export interface Parent {
  readonly planId: string | null;
  readonly title: string;
  readonly docNumber: string | null;
}

/**
 * Checks the parents that a plan is to have. `ancestors` gives, for each parent of ours, its own id and the ids of all
 * plans above it. Refuses the plan itself, a parent twice, and a circle (a plan above itself).
 */
export function checkParents(
  planId: string,
  parents: readonly Parent[],
  ancestors: ReadonlyMap<string, ReadonlySet<string>>,
): Result<readonly Parent[]> {
  const refusals: Refusal[] = [];
  const ids = parents.flatMap((parent) => (parent.planId === null ? [] : [parent.planId]));
  for (const [at, id] of ids.entries()) {
    if (id === planId) refusals.push({ code: 'parent-is-itself', field: 'parents', given: id });
    else if (ids.indexOf(id) !== at) refusals.push({ code: 'parent-twice', field: 'parents', given: id });
    else if (ancestors.get(id)?.has(planId)) refusals.push({ code: 'parent-circle', field: 'parents', given: id });
  }
  return refusals.length > 0 ? refuse(...refusals) : ok(parents);
}

/** For each plan, all plans above it, from the links between plan and parent. A circle ends where it begins. */
export function ancestorsOf(
  ids: readonly string[],
  links: readonly { readonly child: string; readonly parent: string }[],
): Map<string, Set<string>> {
  const parentsOf = new Map<string, string[]>();
  for (const { child, parent } of links) parentsOf.set(child, [...(parentsOf.get(child) ?? []), parent]);
  const above = (id: string): Set<string> => {
    const seen = new Set<string>();
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const parent of parentsOf.get(next) ?? [])
        if (!seen.has(parent)) {
          seen.add(parent);
          queue.push(parent);
        }
    return seen;
  };
  return new Map(ids.map((id) => [id, above(id)]));
}
