import { RefusalError } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import { type Catalogue, leavesOf, type ReadingOptions, usualReading } from '../../domain/reading/facts.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';

/** Indicators that are read, with everything that they are made of. */
export interface Chosen {
  readonly definitions: readonly Definition[];
  readonly catalogue: Catalogue;
  readonly options: ReadingOptions;
}

/** Refuses (`indicator-missing`) each one that there is none of. */
export async function chooseIndicators(db: IndicatorDb, ids: readonly string[], field: string): Promise<Chosen> {
  const catalogue = new Map((await readDefinitions(db)).map(({ definition }) => [definition.id, definition]));
  const missing = ids.filter((id) => !catalogue.has(id));
  if (missing.length > 0)
    throw new RefusalError(...missing.map((given) => ({ code: 'indicator-missing', field, given })));
  const definitions = ids.flatMap((id) => catalogue.get(id) ?? []);
  return { definitions, catalogue, options: { ...usualReading, catalogue } };
}

/** What figures are asked for to read some indicators. */
export function leafDefinitions(definitions: readonly Definition[], catalogue: Catalogue): Definition[] {
  const ids = new Set(definitions.flatMap((definition) => leavesOf(definition, catalogue)));
  return [...ids].flatMap((id) => catalogue.get(id) ?? []);
}
