import { tuplesOf } from '../../../../platform/db/tuples.ts';
import { answerTasks } from '../../../../platform/jobs/answer-tasks.ts';
import { type KeptRows, keptRows, type RowsAsked } from './kept-rows.ts';
import { BlockRunner } from './runner.ts';
import type { JudgeSetup } from './setup.ts';
import { type BlockSums, sumsOf } from './sums.ts';

/** Some blocks for a thread. */
export interface JudgeTask {
  /** The same for the same setup. */
  readonly key: string;
  /** A `JudgeSetup` as JSON. */
  readonly setup: string;
  /** Rows of `block, fact, content` as the database sent them, in shared memory. */
  readonly bytes: Uint8Array;
  /** Null: only how many stand how. */
  readonly rows: RowsAsked | null;
}

export interface JudgeAnswer {
  readonly sums: readonly BlockSums[];
  readonly rows: KeptRows | null;
}

let held: { readonly key: string; readonly setup: JudgeSetup; readonly runner: BlockRunner } | null = null;

answerTasks<JudgeTask>(({ key, setup: text, bytes, rows }): JudgeAnswer => {
  if (held?.key !== key) {
    const setup: JudgeSetup = JSON.parse(text);
    held = { key, setup, runner: new BlockRunner(setup) };
  }
  const { setup, runner } = held;
  const blocks = Map.groupBy(bufferRows(bytes), ([block]) => block?.readInt32BE(0) ?? 0);
  let kept: KeptRows | null = null;
  const sums = [...blocks].map(([block, own]) => {
    const content = new Map(own.map(([, fact, column]) => [fact?.toString('utf8') ?? '', column ?? Buffer.alloc(0)]));
    const ran = runner.block(content);
    if (rows !== null) kept = keptRows(ran, runner, rows, block);
    return sumsOf(ran, setup, block);
  });
  return { sums, rows: kept };
});

const bufferRows = (bytes: Uint8Array) => tuplesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
