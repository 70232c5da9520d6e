import type { ScopeKind } from '../../../access/domain/index.ts';
import type { Refusal } from '../../../kernel/index.ts';

/** Where a role is to hold. */
export interface GrantScope {
  /** Null: the region of the post's unit, for roles over regions. */
  readonly region: string | null;
  /** Empty: all. */
  readonly chains: readonly string[];
}

/**
 * The scope that a grant is stored with: a role over regions names one (that of the unit unless another is given), the
 * others none; chains narrow roles over regions and units. Refuses what the role's kind of scope has no room for.
 */
export function settledScope(
  scope: ScopeKind,
  given: GrantScope,
  unitRegion: string,
): { readonly scope: GrantScope; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  if (scope !== 'region' && given.region !== null)
    refusals.push({ code: 'grant-region-needless', field: 'region', given: given.region });
  if (scope !== 'region' && scope !== 'unit' && given.chains.length > 0)
    refusals.push({ code: 'grant-chains-needless', field: 'chains', given: given.chains.join('、') });
  const region = scope === 'region' ? (given.region ?? unitRegion) : null;
  return { scope: { region, chains: [...new Set(given.chains)] }, refusals };
}
