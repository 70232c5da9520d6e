import type { Refusal } from '../../../kernel/index.ts';
import { type Hierarchy, type HierarchyFault, hierarchyOf, type Term } from '../hierarchy/index.ts';
import { type Life, shared } from '../life.ts';
import type { Chain, Region, Unit } from '../model.ts';

/** The parts of a unit or chain that make it a node of its hierarchy. */
export interface Node extends Life {
  readonly id: string;
  readonly parent: string | null;
  readonly successor?: string | null;
}

export const regionHierarchy = (regions: readonly Pick<Region, 'code' | 'terms'>[]): Hierarchy =>
  hierarchyOf(regions.flatMap(({ code, terms }) => terms.map((term): Term => ({ node: code, ...term }))));

export const nodeHierarchy = (nodes: readonly Node[]): Hierarchy =>
  hierarchyOf(
    nodes.map(({ id, parent, successor = null, validFrom, validTo }) => ({
      node: id,
      parent,
      successor,
      validFrom,
      validTo,
    })),
  );

const fields: Readonly<Record<string, string>> = { life: 'validTo', superior: 'parent', successor: 'successor' };

/** A fault of a hierarchy as a refusal at the field that it is about. */
export const refusalOf = ({ code, given, limit }: HierarchyFault): Refusal => ({
  code,
  field: fields[code.split('-')[0]!]!,
  given,
  limit,
});

/** A unit or chain lies in a region that is there while it is. */
export function checkPlace(
  { region, ...life }: Pick<Unit | Chain, 'region' | 'validFrom' | 'validTo'>,
  regions: Hierarchy,
): Refusal[] {
  const terms = regions.terms.get(region);
  if (terms === undefined) return [{ code: 'region-unknown', field: 'region', given: region }];
  return terms.some((term) => shared(term, life) !== null)
    ? []
    : [{ code: 'region-not-then', field: 'region', given: region, limit: terms.at(-1)?.validTo ?? null }];
}
