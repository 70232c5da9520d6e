import { columnBytes, countBlocks } from '../../store/facts/blocks.ts';
import type { FactDeps } from './deps.ts';

/** Blocks that are read at once: a few megabytes. */
const together = 4;

/**
 * The columns of all blocks in their order, of the facts asked for by their ids, some blocks at a time as the database sends
 * them (`tuplesOf` reads them in a thread); the next are on their way while these are looked at. As the system.
 */
export async function* readColumns(deps: Pick<FactDeps, 'db'>, facts: readonly string[]): AsyncGenerator<Uint8Array> {
  const blocks = await countBlocks(deps.db);
  const ask = (from: number) => columnBytes(deps.db, { from, to: from + together }, facts);
  let next = blocks > 0 ? ask(0) : null;
  for (let from = 0; from < blocks; from += together) {
    const bytes = await next;
    next = from + together < blocks ? ask(from + together) : null;
    next?.catch(() => undefined);
    if (bytes !== null) yield bytes;
  }
}

/** The same of one block. */
export const readBlock = ({ db }: Pick<FactDeps, 'db'>, block: number, facts: readonly string[]): Promise<Uint8Array> =>
  columnBytes(db, { from: block, to: block + 1 }, facts);
