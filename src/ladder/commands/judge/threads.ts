import { type WorkerPool, workerPool } from '../../../../platform/jobs/index.ts';
import type { JudgeTask } from './judge-worker.ts';

const module = new URL('./judge-worker.ts', import.meta.url);

/** Beside the one that reads from the database. */
export const judgingThreads = 2;

let threads: WorkerPool<JudgeTask> | undefined;

/** Threads that judge blocks: they stay, since one that has judged before knows the way. */
export function judging(): WorkerPool<JudgeTask> {
  threads ??= workerPool({ module, workers: judgingThreads, seconds: 120, megabytes: 1024, waiting: 50 });
  return threads;
}
