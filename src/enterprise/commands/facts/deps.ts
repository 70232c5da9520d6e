import { sm3 } from '../../../../platform/digest/index.ts';
import type { PackLibrary } from '../../../kernel/index.ts';
import { type FactTable, factsPack, factTableOf } from '../../../policy/index.ts';
import { factMakers, type factMakers as Makers, type SourceRule } from '../../domain/facts/index.ts';
import { factSourcesOf, factSourcesPack } from '../../pack/fact-sources.ts';
import { figureKindsOf, figuresPack } from '../../pack/figures.ts';
import type { EnterpriseDeps } from '../deps.ts';

/** How the register and the dictionary of facts meet. */
export interface FactSetup {
  readonly table: FactTable;
  readonly makers: ReturnType<typeof Makers>;
  /** What the makers are made of, for threads. */
  readonly rules: readonly SourceRule[];
  readonly decimals: ReadonlyMap<string, number>;
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
  const rules = factSourcesOf(library);
  return { table, makers: factMakers(table, rules, decimals), rules, decimals, digest: sm3(hashes.join(' ')) };
}
