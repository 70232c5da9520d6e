import type { PackLibrary } from '../../../kernel/index.ts';
import { type FactTable, factsPack, factTableOf } from '../../../policy/index.ts';
import { factMakers, type factMakers as Makers } from '../../domain/facts/index.ts';
import { factSourcesOf, factSourcesPack } from '../../pack/fact-sources.ts';
import { figureKindsOf, figuresPack } from '../../pack/figures.ts';
import type { EnterpriseDeps } from '../deps.ts';

/** How the register and the dictionary of facts meet. */
export interface FactSetup {
  readonly table: FactTable;
  readonly makers: ReturnType<typeof Makers>;
  /** Names everything that values depend on beside the register itself. */
  readonly digest: string;
}
export type FactDeps = Pick<EnterpriseDeps, 'db' | 'clock'> & { readonly facts: FactSetup };

/** Made once of the packs of a library. */
export function factSetup(library: PackLibrary): FactSetup {
  const table = factTableOf(library);
  const decimals = new Map(figureKindsOf(library).map(({ id, decimals }) => [id, decimals]));
  const hashes = [factsPack, factSourcesPack, figuresPack].flatMap((kind) =>
    library.of<unknown>(kind).map(({ hash }) => hash),
  );
  return { table, makers: factMakers(table, factSourcesOf(library), decimals), digest: hashes.join(' ') };
}
