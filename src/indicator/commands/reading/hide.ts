import { sm3 } from '../../../../platform/digest/index.ts';
import { type WorkerPool, workerPool } from '../../../../platform/jobs/index.ts';
import type { SuppressedCell } from '../../domain/suppress/suppress.ts';
import type { Heading, TableCell } from '../../domain/suppress/table.ts';

/** A table of one period, whole. */
export interface TableToHide {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  readonly cells: readonly TableCell[];
}

/** What was found of tables by what they are made of; the same holds whoever asks, and most indicators of a form are alike. */
const found = new Map<string, Promise<readonly SuppressedCell[]>>();
const mostKept = 500;

const module = new URL('./hide-worker.ts', import.meta.url);
let threads: WorkerPool<TableToHide> | null = null;

/**
 * Which cells of a table are hidden, found in a thread of its own: thousands of small groups take a second, in which everybody else
 * is answered. `pattern` says what the table is made of: tables of the same pattern hide the same.
 */
export function cellsToHide(table: TableToHide, pattern: string): Promise<readonly SuppressedCell[]> {
  const key = sm3(JSON.stringify([pattern, table.rows, table.columns]));
  const known = found.get(key);
  if (known !== undefined) return known;
  threads ??= workerPool({ module, workers: 1, seconds: 120, megabytes: 1024, waiting: 1000 });
  const asked = threads.run(table) as Promise<readonly SuppressedCell[]>;
  if (found.size >= mostKept) found.clear();
  found.set(key, asked);
  asked.catch(() => found.delete(key));
  return asked;
}
