import { BrokenChunk, chunkBytes, type FactsFault } from '../../../platform/facts/index.ts';
import { workerPool } from '../../../platform/jobs/index.ts';
import { type BatchSummary, mergeSummaries, resultsOf, summarize } from '../domain/batch/index.ts';
import { type ChunkResult, ChunkRunner, type ChunkSetup } from './chunk.ts';
import type { ChunkTask } from './chunk-worker.ts';
import type { Engine, EngineJob } from './engine.ts';
import { SeenIds } from './seen-ids.ts';

/** The fused loop over typed arrays, chunk by chunk of the file; here, or in threads. */
export const loopEngine: Engine = {
  name: 'loop',
  run: (job) => (job.threads > 1 ? runInThreads(job) : runHere(job)),
};

const setupOf = ({ program, reading, file, write }: EngineJob): ChunkSetup => ({
  ...{ program, reading, layout: file.layout, lines: write !== null },
});

async function runHere(job: EngineJob): Promise<BatchSummary> {
  const runner = new ChunkRunner(setupOf(job));
  const buffer = new Uint8Array(chunkBytes);
  const gathered = new Gathered(job);
  for (;;) {
    const length = nextChunk(job, buffer);
    if (typeof length !== 'number') job.file.advance(0, [length]);
    else if (length === 0) return gathered.summary();
    else gathered.add(runner.run(buffer.subarray(0, length)));
  }
}

let runs = 0;

/** Threads take the chunks as they come; answers are taken in the order of the file. */
async function runInThreads(job: EngineJob): Promise<BatchSummary> {
  runs += 1;
  const module = new URL('./chunk-worker.ts', import.meta.url);
  const ahead = job.threads * 2;
  const pool = workerPool<ChunkTask>({ module, workers: job.threads, seconds: 600, megabytes: 512, waiting: ahead });
  const setup = setupOf(job);
  const gathered = new Gathered(job);
  const waiting: { readonly answer: Promise<unknown>; readonly buffer: Uint8Array }[] = [];
  const free = Array.from({ length: ahead }, (): Uint8Array => new Uint8Array(new SharedArrayBuffer(chunkBytes)));
  const take = async (): Promise<void> => {
    const oldest = waiting.shift();
    if (oldest === undefined) return;
    gathered.add((await oldest.answer) as ChunkResult);
    free.push(oldest.buffer);
  };
  const send = (buffer: Uint8Array, length: number): void => {
    const answer = pool.run({ run: runs, setup, bytes: buffer.subarray(0, length) });
    // Whoever waits for an earlier answer must not be ended by a later one that failed.
    answer.catch(() => undefined);
    waiting.push({ answer, buffer });
  };
  try {
    let broken: FactsFault | null = null;
    // The first is kept until there is a second: one alone is done sooner than a thread has started.
    let kept: { readonly buffer: Uint8Array; readonly length: number } | null = null;
    for (let chunks = 0; ; chunks++) {
      if (free.length === 0) await take();
      const buffer = free.pop();
      const length = buffer === undefined ? 0 : nextChunk(job, buffer);
      if (buffer === undefined || length === 0) break;
      if (typeof length !== 'number') {
        broken = length;
        break;
      }
      if (chunks === 0) kept = { buffer, length };
      else {
        if (kept !== null) send(kept.buffer, kept.length);
        kept = null;
        send(buffer, length);
      }
    }
    if (kept !== null) gathered.add(new ChunkRunner(setup).run(kept.buffer.subarray(0, kept.length)));
    while (waiting.length > 0) await take();
    if (broken !== null) job.file.advance(0, [broken]);
    return gathered.summary();
  } finally {
    await pool.close();
  }
}

/** Fills `buffer` with whole rows of the file; gives their length, or what is wrong with them. */
export function nextChunk({ file }: Pick<EngineJob, 'file'>, buffer: Uint8Array): number | FactsFault {
  try {
    return file.next(buffer);
  } catch (cause) {
    if (cause instanceof BrokenChunk) return cause.fault;
    throw cause;
  }
}

/** What the chunks gave so far, in their order. */
class Gathered {
  readonly #job: EngineJob;
  readonly #seen = new SeenIds();
  #parts: BatchSummary[];

  constructor(job: EngineJob) {
    const { program } = job;
    this.#job = job;
    // What nobody gets is told too, and a file may have no rows at all.
    this.#parts = [summarize(program, resultsOf(program, 0), { region: null, chain: null, city: null }, 0, 0)];
  }

  add({ lines, faults, summary, awards, ids }: ChunkResult): void {
    this.#job.file.advance(lines, faults);
    if (summary !== null) this.#parts.push(summary);
    if (this.#parts.length > 50) this.#parts = [mergeSummaries(this.#parts)];
    if (awards.length > 0) this.#job.write?.(awards);
    this.#seen.add(ids);
  }

  summary(): BatchSummary {
    this.#job.file.close();
    for (const row of this.#seen.repeated()) this.#job.repeated?.(row);
    return mergeSummaries(this.#parts);
  }
}
