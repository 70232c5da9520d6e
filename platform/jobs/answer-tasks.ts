import { parentPort } from 'node:worker_threads';
import { RefusalError } from '../../src/kernel/index.ts';
import type { Reply, Request, Told } from './worker-pool.ts';

/**
 * In a worker: does each task that the pool sends and sends its value, its refusals or its fault back. With `tell` the
 * work says on the way how far it has come.
 */
export function answerTasks<Task>(
  work: (task: Task, tell: (progress: unknown) => void) => Promise<unknown> | unknown,
): void {
  parentPort?.on('message', async ({ number, task }: Request<Task>) => {
    const tell = (told: unknown): void => parentPort?.postMessage({ number, told } satisfies Told);
    parentPort?.postMessage(await replyTo(number, () => work(task, tell)));
  });
}

async function replyTo(number: number, work: () => unknown): Promise<Reply> {
  try {
    return { number, ok: true, value: await work() };
  } catch (cause) {
    if (cause instanceof RefusalError) return { number, ok: false, refusals: cause.refusals };
    return { number, ok: false, fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
}
