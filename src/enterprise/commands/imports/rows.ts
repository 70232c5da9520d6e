import { readFile, rm, stat } from 'node:fs/promises';
import { readWorkbook } from '../../../../platform/files/index.ts';
import { csvRows, type TableRow } from '../../../../platform/workbook/csv-rows.ts';
import { RefusalError } from '../../../kernel/index.ts';

/** A list that was sent, as it lies on disk. */
export interface SentList {
  readonly fileName: string;
  readonly path: string;
}

/** Some rows, and how much of the file is read with them, of one. */
export interface SomeRows {
  readonly rows: readonly TableRow[];
  readonly share: number;
}

/** The rows of a list in parts: comma-separated values of any length, or a workbook as long as workbooks are read at all. */
export async function* rowsOf({ fileName, path }: SentList): AsyncGenerator<SomeRows> {
  try {
    if (/\.(?:csv|txt|tsv)$/iu.test(fileName)) yield* rowsOfText(path);
    else if (/\.xlsx$/iu.test(fileName)) {
      const [sheet] = await readWorkbook(fileName, await readFile(path));
      const rows = sheet?.rows ?? [];
      for (let at = 0; at < rows.length; at += 2000)
        yield {
          rows: rows
            .slice(at, at + 2000)
            .map(({ row, cells }) => ({ line: row, cells: cells.map((cell) => cell ?? '') })),
          share: Math.min(1, (at + 2000) / rows.length),
        };
    } else throw new RefusalError({ code: 'enterprise-import-kind', field: fileName });
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    throw new RefusalError(...cause.refusals.map((refusal) => ({ field: fileName, ...refusal })));
  }
}

async function* rowsOfText(path: string): AsyncGenerator<SomeRows> {
  const { size } = await stat(path);
  let read = 0;
  const take = (bytes: number): void => {
    read += bytes;
  };
  for await (const rows of csvRows(path, take)) yield { rows, share: Math.min(1, read / size) };
}

export const dropList = ({ path }: SentList): Promise<void> => rm(path, { force: true });
