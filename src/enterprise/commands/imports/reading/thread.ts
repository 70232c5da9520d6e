import { parentPort, workerData } from 'node:worker_threads';
import { RefusalError } from '../../../../kernel/index.ts';
import type { Said } from './in-thread.ts';
import { type Reading, readList } from './read-list.ts';

/** The thread that reads one list: gives a part for each time that one is asked for, so that it never runs far ahead. */
const port = parentPort;
const parts = readList(workerData as Reading);

async function next(): Promise<Said> {
  try {
    const { done, value } = await parts.next();
    if (done === true) return { end: true };
    return { part: value };
  } catch (cause) {
    if (cause instanceof RefusalError) return { refusals: cause.refusals };
    return { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
}

let before: Promise<unknown> = Promise.resolve();
port?.on('message', () => {
  before = before.then(async () => port.postMessage(await next()));
});
