import { availableParallelism } from 'node:os';
import { readSourceBuffer } from '../../platform/files/index.ts';
import { type WorkerPool, workerPool } from '../../platform/jobs/index.ts';
import type { DocumentExtraction } from '../../src/document/index.ts';
import type { Finding, Understanding } from '../../src/plan/index.ts';
import type { UnderstandingTask } from './understanding-worker.ts';

const module = new URL('./understanding-worker.ts', import.meta.url);

export interface OpenUnderstanding extends Understanding {
  readonly close: () => Promise<void>;
}

/**
 * Reading and understanding beside the event loop, so that pages answer while a gazette is being read. Documents and
 * checks have threads of their own: a correction does not wait for somebody else's import.
 */
export function openUnderstanding(): OpenUnderstanding {
  const threads = Math.min(4, Math.max(1, availableParallelism() - 1));
  const limits = { module, megabytes: 640, waiting: 32 };
  const extraction: WorkerPool<UnderstandingTask> = workerPool({ ...limits, workers: threads, seconds: 120 });
  const checking: WorkerPool<UnderstandingTask> = workerPool({ ...limits, workers: 1, seconds: 60 });
  return {
    read: readSourceBuffer,
    extract: async (source) => (await extraction.run({ kind: 'extract', source })) as DocumentExtraction[],
    lint: async (job) => (await checking.run({ kind: 'lint', job })) as Finding[],
    writeWorkbook: async (sheets) => (await extraction.run({ kind: 'workbook', sheets })) as Uint8Array,
    close: async () => {
      await Promise.all([extraction.close(), checking.close()]);
    },
  };
}
