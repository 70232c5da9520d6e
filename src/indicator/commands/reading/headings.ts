import { type Actor, covers } from '../../../access/index.ts';
import { lastDay } from '../../../kernel/index.ts';
import type { HeadingJson } from '../../contract/reading-api.ts';
import { type ChainNode, readChains, readChildren } from '../../store/reading/places.ts';
import type { IndicatorDb } from '../../store.ts';
import type { Standpoint } from './standpoint.ts';

/** What was reported for a heading itself and for none of those beside it. */
export const restId = '-';

/**
 * The chains of a table: all together, then those at the top of the ones that are asked for, or of all that concern the place.
 * Whose grant is narrowed to some chains sees these and those below them.
 */
export async function chainHeadings(
  actor: Actor,
  db: IndicatorDb,
  { axis, place, above }: Standpoint,
  asked: readonly string[],
  asOf: string,
): Promise<ChainHeadings> {
  const all = await readChains(db, lastDay(asOf));
  const isReached = (chain: ChainNode) =>
    actor.reach.everything || covers(actor.reach, placeOf(axis, place.id, chain.id)) || seesAll(actor, axis, place.id);
  const near = new Set([place.id, ...above.map(({ id }) => id)]);
  const reached = all.filter(isReached);
  const chosen = asked.length > 0 ? reached.filter(({ id }) => asked.includes(id)) : reached;
  const ids = new Set(chosen.map(({ id }) => id));
  // Without a choice only the topmost.
  const shown = asked.length > 0 ? chosen : chosen.filter(({ parent }) => parent === null || !ids.has(parent));
  const opens = new Set(all.flatMap(({ parent }) => parent ?? []));
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const withAll = seesAll(actor, axis, place.id);
  const total: HeadingJson = { id: '', name: '全部产业链', parent: null, opens: true };
  const chains = shown
    .toSorted((a, b) => Number(near.has(b.regionId)) - Number(near.has(a.regionId)))
    .map(
      ({ id, name }): HeadingJson => ({
        ...{ id, name, opens: opens.has(id), parent: nearest(id, parents, ids) ?? (withAll ? '' : null) },
      }),
    );
  const isFar = (id: string) => asked.length === 0 && !near.has(all.find((chain) => chain.id === id)?.regionId ?? '');
  const far = new Set(chains.map(({ id }) => id).filter(isFar));
  return { headings: withAll ? [total, ...chains] : chains, far };
}

export interface ChainHeadings {
  readonly headings: readonly HeadingJson[];
  /** Chains of other regions: shown where there is something of them. */
  readonly far: ReadonlySet<string>;
}

/** A grant that is not narrowed to chains. */
export function seesAll(actor: Actor, axis: Standpoint['axis'], placeId: string): boolean {
  return (
    covers(actor.reach, placeOf(axis, placeId, null)) || (axis === 'unit' && actor.permissions.has('indicator.detail'))
  );
}

const placeOf = (axis: Standpoint['axis'], id: string, chainId: string | null) =>
  axis === 'region' ? { regionId: id, unitId: null, chainId } : { regionId: null, unitId: id, chainId };

function nearest(id: string, parents: ReadonlyMap<string, string | null>, ids: ReadonlySet<string>): string | null {
  let at = parents.get(id) ?? null;
  while (at !== null && !ids.has(at)) at = parents.get(at) ?? null;
  return at;
}

/** A place and those right below it. */
export async function placeHeadings(
  db: IndicatorDb,
  { axis, place }: Standpoint,
  asOf: string,
): Promise<HeadingJson[]> {
  const children = await readChildren(db, axis, place.id, lastDay(asOf));
  return [
    { id: place.id, name: place.name, parent: null, opens: place.opens },
    ...children.map(({ id, name, opens }) => ({ id, name, opens, parent: place.id })),
  ];
}
