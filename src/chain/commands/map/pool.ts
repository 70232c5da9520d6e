import { sm3 } from '../../../../platform/digest/index.ts';
import { type WorkerPool, workerPool } from '../../../../platform/jobs/index.ts';
import type { ChainMap, IndustryNames, Placeable } from '../../domain/index.ts';
import type { Ruled } from '../deps.ts';
import type { PlacingTask } from './placing-worker.ts';

let threads: WorkerPool<PlacingTask> | undefined;

/** Places enterprises in a thread that is started when it is first needed. */
export async function placeInThread(
  map: ChainMap,
  industries: IndustryNames,
  enterprises: readonly Placeable[],
): Promise<readonly Ruled[]> {
  const module = new URL('./placing-worker.ts', import.meta.url);
  threads ??= workerPool({ module, workers: 1, seconds: 300, megabytes: 1024, waiting: 200 });
  const key = sm3(Buffer.from(JSON.stringify(map)));
  return (await threads.run({ key, map, industries, enterprises })) as readonly Ruled[];
}
