import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { byteOrderMark, type CellValue, csvLine } from '../../../platform/workbook/csv.ts';
import { csvRows, type TableRow } from '../../../platform/workbook/csv-rows.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The rows of a CSV file with what is wrong in it said of that file. */
export async function* rowsOf(path: string): AsyncGenerator<readonly TableRow[]> {
  try {
    yield* csvRows(path);
  } catch (cause) {
    if (cause instanceof RefusalError)
      throw new RefusalError(...cause.refusals.map((refusal) => ({ field: path, ...refusal })));
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR'))
      throw new RefusalError({ code: cause.code === 'ENOENT' ? 'not-found' : 'not-a-file', field: path });
    throw cause;
  }
}

export interface TableWriter {
  line(cells: readonly CellValue[]): Promise<void>;
  /** Only now the file has its name: a run that breaks off leaves nothing half written. */
  done(): Promise<void>;
  giveUp(): Promise<void>;
}

/** Writes CSV into a file, or to standard output where there is none. */
export function writerTo(path: string | undefined, terminal: Terminal): TableWriter {
  if (path === undefined)
    return {
      line: (cells) => terminal.write(csvLine(cells)),
      done: async () => undefined,
      giveUp: async () => undefined,
    };
  const beside = `${path}.part`;
  const stream = createWriteStream(beside);
  const failed = new Promise<never>((_, reject) =>
    stream.once('error', (cause) =>
      reject(new RefusalError({ code: 'output-not-writable', field: path, given: cause.message })),
    ),
  );
  failed.catch(() => undefined);
  stream.write(byteOrderMark);
  return {
    async line(cells) {
      if (!stream.write(csvLine(cells))) await Promise.race([once(stream, 'drain'), failed]);
    },
    async done() {
      stream.end();
      await Promise.race([once(stream, 'finish'), failed]);
      await rename(beside, path);
    },
    async giveUp() {
      stream.destroy();
      await rm(beside, { force: true });
    },
  };
}
