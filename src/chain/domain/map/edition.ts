import type { Day } from '../../../kernel/index.ts';
import { edited, type MapEdits, noEdits } from './edits.ts';
import type { ChainMap } from './model.ts';

export interface MapEdition {
  readonly revision: number;
  readonly from: Day;
  readonly edits: MapEdits;
}

/** The map of a pack that holds for a chain on a day; the newest where several do. Undefined: none. */
export const mapOn = (maps: readonly ChainMap[], chainId: string, day: Day): ChainMap | undefined =>
  maps
    .filter(({ chains, from, to }) => chains.includes(chainId) && from <= day && (to === null || day < to))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];

/** The map with the newest edits of the office that hold on the day; every edition is over the pack, not over the one before. */
export function withEditions(map: ChainMap, editions: readonly MapEdition[], day: Day): ChainMap {
  const held = editions.filter(({ from }) => from <= day).sort((a, b) => b.revision - a.revision)[0];
  return edited(map, held?.edits ?? noEdits);
}
