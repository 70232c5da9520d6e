import { type LoadedPack, nearest, type PackLibrary, RefusalError } from '../../kernel/index.ts';
import { type CompiledPolicy, compilePolicy, type FactTable } from '../domain/index.ts';
import { factTableOf, policyPack } from '../pack.ts';
import type { PolicyContent } from './policy-schema.ts';

export interface CompiledLibrary {
  readonly facts: FactTable;
  readonly policies: readonly CompiledPolicy[];
  /** The packs they were made from, in the same order. */
  readonly packs: readonly LoadedPack<PolicyContent>[];
}

/**
 * The policies of a library as they stand on a day, sharing one fact table; those named, or all that are in force then.
 * Refuses (`policy-not-found`) an id that no pack has.
 */
export function compileLibrary(
  library: PackLibrary,
  on: string,
  ids: readonly string[] | null = null,
): CompiledLibrary {
  const all = library.of(policyPack);
  const wanted = ids === null ? all.filter(({ content }) => inForce(content, on)) : ids.map((id) => named(all, id));
  const facts = factTableOf(library);
  const policies = wanted.map(({ content, hash }) => {
    const { policy, faults } = compilePolicy(content, facts, { hash, on });
    if (policy !== null) return policy;
    // The pack was right on the day its examples are of; on this one a figure may not have begun.
    throw new RefusalError(
      ...faults.map(({ code, given, limit }) => ({ code, field: content.id, given, limit: limit ?? on })),
    );
  });
  return { facts, policies, packs: wanted };
}

const inForce = ({ validFrom, validTo }: PolicyContent, on: string): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);

function named(packs: readonly LoadedPack<PolicyContent>[], id: string): LoadedPack<PolicyContent> {
  const found = packs.find((pack) => pack.content.id === id);
  if (found !== undefined) return found;
  const ids = packs.map((pack) => pack.content.id);
  throw new RefusalError({ code: 'policy-not-found', given: id, limit: nearest(id, ids) ?? ids.join('、') });
}
