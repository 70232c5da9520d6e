import type { ChainRef } from '../../domain/index.ts';
import { chainsBeside } from '../../store/dispatch/cycles.ts';
import { placeNames } from '../../store/names.ts';
import type { TaskDb } from '../../store.ts';

/** The chains whose tasks a cycle leaves to cycles of their own, by their names of today. */
export async function chainsApart(db: TaskDb, cycleId: string): Promise<ChainRef[]> {
  const ids = await chainsBeside(db, cycleId);
  if (ids.length === 0) return [];
  const { chain } = await placeNames(db, { regions: [], units: [], chains: ids });
  return ids.map((id) => ({ id, name: chain(id) }));
}
