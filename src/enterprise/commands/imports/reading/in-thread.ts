import { Worker } from 'node:worker_threads';
import { type Refusal, RefusalError } from '../../../../kernel/index.ts';
import { type Reading, type ReadPart, readList } from './read-list.ts';

/** What the thread answers each time that it is asked for more. */
export type Said =
  | { readonly part: ReadPart }
  | { readonly end: true }
  | { readonly refusals: readonly Refusal[] }
  | { readonly fault: string };

/** A shorter list is read before a thread has started. */
const longEnough = 256 * 1024;
/** Parts that are made while earlier ones are being stored. */
const ahead = 3;
const megabytes = 384;

/** Reads a list beside the event loop; a short one in it. Leaving it early ends the thread. */
export const readAside = (reading: Reading, bytes: number): AsyncGenerator<ReadPart> =>
  bytes < longEnough ? readList(reading) : readInThread(reading);

async function* readInThread(reading: Reading): AsyncGenerator<ReadPart> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    ...{ workerData: reading, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } },
  });
  const said: Said[] = [];
  let wake = (): void => undefined;
  worker.on('message', (each: Said) => {
    said.push(each);
    wake();
  });
  const end = (fault: Said): void => {
    said.push(fault);
    wake();
  };
  worker.on('error', (cause: Error & { code?: string }) =>
    end(
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? { refusals: [{ code: 'memory-limit', limit: megabytes }] }
        : { fault: cause.stack ?? cause.message },
    ),
  );
  worker.on('exit', (code) => end({ fault: `the thread that read the list ended with ${code}` }));
  try {
    for (let asked = 0; asked < ahead; asked += 1) worker.postMessage(null);
    while (true) {
      while (said.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const next = said.shift();
      if (next === undefined) continue;
      if ('end' in next) return;
      if ('refusals' in next) throw new RefusalError(...next.refusals);
      if ('fault' in next) throw new Error(next.fault);
      yield next.part;
      worker.postMessage(null);
    }
  } finally {
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}
