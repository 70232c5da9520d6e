import { RefusalError } from '../../../kernel/index.ts';
import { type ChainMap, mapOn, withEditions } from '../../domain/index.ts';
import { type ChainDb, editionsOf, type StoredChain, type StoredEdition } from '../../store.ts';
import { type ChainDeps, today } from '../deps.ts';

export interface HeldMap {
  /** As the office has it today. */
  readonly map: ChainMap;
  /** As the pack has it. */
  readonly pack: ChainMap;
  readonly editions: readonly StoredEdition[];
}

/** The map that holds for a chain today; refuses a chain that no pack draws. */
export async function mapOf(
  { id, name }: Pick<StoredChain, 'id' | 'name'>,
  deps: Pick<ChainDeps, 'maps' | 'clock'>,
  db: ChainDb,
): Promise<HeldMap> {
  const day = today(deps);
  const pack = mapOn(deps.maps, id, day);
  if (pack === undefined) throw new RefusalError({ code: 'chain-unmapped', field: 'chainId', given: name });
  const editions = await editionsOf(db, id);
  return { pack, editions, map: withEditions(pack, editions, day) };
}

/** The year whose figures are the last whole ones. */
export const figureYear = (deps: Pick<ChainDeps, 'clock'>): number => Number(today(deps).slice(0, 4)) - 1;
