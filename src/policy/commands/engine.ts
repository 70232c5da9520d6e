import type { FactsFile } from '../../../platform/facts/index.ts';
import type { BatchProgram, BatchSummary } from '../domain/batch/index.ts';
import type { CompiledPolicy } from '../domain/index.ts';
import type { Reading } from './fields.ts';

export type EngineName = 'loop' | 'sql' | 'duckdb';

/** One run of policies over a file. */
export interface EngineJob {
  readonly policies: readonly CompiledPolicy[];
  /** What is to be decided: groups for which the file lacks columns are not in it. */
  readonly program: BatchProgram;
  readonly reading: Reading;
  /** Opened, its heading read. Whoever runs reads it to its end. */
  readonly file: FactsFile;
  /** Takes lines of awards, in the order of the file's rows; null: nobody wants them. */
  readonly write: ((lines: Uint8Array) => void) | null;
  readonly threads: number;
  /** Is told the number, from 1, of each row whose id came before. Engines that do not look for it never call it. */
  readonly repeated?: (row: number) => void;
}

/** A way to run policies over many enterprises. Every one gives the same awards and the same summary. */
export interface Engine {
  readonly name: EngineName;
  run(job: EngineJob): Promise<BatchSummary>;
}
