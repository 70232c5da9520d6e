import { answerTasks } from '../../../platform/jobs/index.ts';
import { type ChunkResult, ChunkRunner, type ChunkSetup } from './chunk.ts';

/** A chunk of a file for a thread; bytes are shared memory that the sender leaves alone until the answer comes. */
export interface ChunkTask {
  /** Of the run: a thread keeps what it made for the last one. */
  readonly run: number;
  readonly setup: ChunkSetup;
  readonly bytes: Uint8Array;
}

let kept: { readonly run: number; readonly runner: ChunkRunner } | null = null;

answerTasks(({ run, setup, bytes }: ChunkTask): ChunkResult => {
  if (kept?.run !== run) kept = { run, runner: new ChunkRunner(setup) };
  const result = kept.runner.run(bytes);
  return { ...result, awards: result.awards.slice() };
});
