import { type Catalogue, type Definition, leavesOf } from '../../domain/index.ts';
import type { Uses } from '../../store/warnings/index.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';

/** Every indicator that holds. */
export async function catalogueOf(db: IndicatorDb): Promise<Catalogue> {
  const stored = await readDefinitions(db);
  return new Map(stored.map(({ definition }) => [definition.id, definition]));
}

/** Whose figures are reported by somebody; the others follow from them. */
export const isReported = ({ of }: Definition): boolean => of.kind === 'sum' || of.kind === 'max';

/** A maximum of several places is not kept as a sum, and nobody's growth of it is anybody's work. */
export const isWatched = ({ of }: Definition): boolean => of.kind !== 'max';

/** Which indicators look at figures of which, over any number of steps; a count of enterprises looks at what it counts. */
export function usesOf(catalogue: Catalogue): Uses {
  const definitions = [...catalogue.values()];
  const pairs = definitions.filter(isWatched).flatMap((definition) => {
    const used = leavesOf(definition, catalogue).flatMap((id) => {
      const leaf = catalogue.get(id);
      return leaf?.of.kind === 'count' ? [id, leaf.of.of] : [id];
    });
    return used.map((of) => ({ about: definition.id, of }));
  });
  return { pairs, reported: definitions.filter(isReported).map(({ id }) => id) };
}
