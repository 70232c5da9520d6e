import { type WorkerPool, workerPool } from '../../../../platform/jobs/index.ts';
import { type Day, dayAt } from '../../../kernel/index.ts';
import { countBlocks, isImporting, openBlock, putBlock, staleBlocks } from '../../store/facts/blocks.ts';
import { registeredBytes } from '../../store/facts/registered.ts';
import { blockSize } from '../../store.ts';
import type { ColumnsTask, MadeColumns } from './columns-worker.ts';
import type { FactDeps } from './deps.ts';

/**
 * Makes anew the columns of the blocks that are not as the register stands on a day, one after another. On the platform's
 * own behalf. Gives how many.
 */
export async function refreshColumns(
  deps: FactDeps,
  day: Day,
  told: (done: number, of: number) => void = () => undefined,
): Promise<number> {
  const stale = await blocksToMake(deps, day);
  for (const [done, block] of stale.entries()) {
    await makeBlock(deps, block, day);
    told(done + 1, stale.length);
  }
  return stale.length;
}

/** When the rounds of this process made which block, in milliseconds. */
const lastMade = new Map<number, number>();

/**
 * One round of the same for today: one block at most, and none that was made within the last `pauseMs`, so that somebody who
 * writes all the time does not have his block made all the time. While a list is being saved nothing is made: all of it would
 * be stale again at once. Gives how many were made.
 */
export async function keepColumns(deps: FactDeps, pauseMs = 0): Promise<number> {
  if (await isImporting(deps.db)) return 0;
  const day = dayAt(deps.clock.now());
  const now = Date.parse(deps.clock.now());
  const [block] = (await blocksToMake(deps, day)).filter((each) => now - (lastMade.get(each) ?? 0) >= pauseMs);
  if (block === undefined) return 0;
  await makeBlock(deps, block, day);
  lastMade.set(block, Date.parse(deps.clock.now()));
  return 1;
}

async function blocksToMake({ db, facts }: FactDeps, day: Day): Promise<number[]> {
  const blocks = await countBlocks(db);
  return blocks === 0 ? [] : staleBlocks(db, blocks, facts.digest, day);
}

let threads: WorkerPool<ColumnsTask> | undefined;

/**
 * What changes while a block is made makes it stale again: the sign is taken off before it is read, and the block counts as
 * one of another day until it is put, so that one that was cut short is made at the next round.
 */
async function makeBlock({ db, facts }: FactDeps, block: number, day: Day): Promise<void> {
  const module = new URL('./columns-worker.ts', import.meta.url);
  threads ??= workerPool({ module, workers: 1, seconds: 120, megabytes: 1024, waiting: 50 });
  await openBlock(db, block);
  const { table, rules, decimals, digest } = facts;
  const task = {
    key: digest,
    facts: table.facts,
    rules,
    decimals,
    day,
    firstNo: block * blockSize + 1,
    size: blockSize,
  };
  const made = (await threads.run({ ...task, bytes: await registeredBytes(db, block) })) as MadeColumns;
  const columns = made.columns.map(({ fact, from, length }): [string, Buffer] => [
    fact,
    Buffer.from(made.bytes.buffer, made.bytes.byteOffset + from, length),
  ]);
  await db.transaction().execute((inside) => putBlock(inside, { block, digest, day }, new Map(columns)));
}
