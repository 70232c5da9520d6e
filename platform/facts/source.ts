import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { RefusalError, type SheetText } from '../../src/kernel/index.ts';

/** Bytes of comma-separated values, read from beginning to end. */
export interface ByteSource {
  /** For messages. */
  readonly name: string;
  /** Fills `into` from `at`; gives how many bytes came, 0 at the end. */
  read(into: Uint8Array, at: number): number;
  close(): void;
}

/** What a source is called in messages: a file's name, or where a view is. */
export const sourceName = async (path: string): Promise<string> =>
  isDatabase(path) ? (await import('../db/view-source.ts')).viewName(path) : basename(path);

const isDatabase = (path: string): boolean => /^postgres(?:ql)?:\/\//iu.test(path);

/**
 * Opens a .csv file, an .xlsx file as if it were one, or a view of a database by its address with `?view=`. Refuses what
 * is not there, cannot be read, or is neither.
 */
export async function openSource(path: string): Promise<ByteSource> {
  if (isDatabase(path)) return (await import('../db/view-source.ts')).openView(path);
  const name = basename(path);
  const kind = extname(path).toLowerCase();
  if (kind !== '.csv' && kind !== '.xlsx') throw new RefusalError({ code: 'facts-kind', field: name, given: kind });
  try {
    if (!statSync(path).isFile()) throw new RefusalError({ code: 'not-a-file', field: name });
    return kind === '.csv' ? fileSource(name, openSync(path, 'r')) : await sourceOf(name, readFileSync(path));
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new RefusalError({ code: missing ? 'not-found' : 'not-readable', field: name });
  }
}

/** The same for bytes that were sent along with the name of their file. */
export async function sourceOf(name: string, bytes: Uint8Array): Promise<ByteSource> {
  const kind = extname(name).toLowerCase();
  if (kind === '.csv') return memorySource(name, bytes);
  if (kind !== '.xlsx') throw new RefusalError({ code: 'facts-kind', field: name, given: kind });
  // Loaded only here: what reads workbooks takes longer to load than most .csv files to read.
  const { readWorkbook } = await import('../files/index.ts');
  const [sheet] = await readWorkbook(name, Buffer.from(bytes));
  return memorySource(name, Buffer.from(sheet === undefined ? '' : sheetText(sheet)));
}

function fileSource(name: string, file: number): ByteSource {
  return {
    name,
    read: (into, at) => readSync(file, into, at, into.length - at, null),
    close: () => closeSync(file),
  };
}

/** Bytes that are at hand already. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  let from = 0;
  return {
    name,
    read(into, at) {
      const part = bytes.subarray(from, from + into.length - at);
      into.set(part, at);
      from += part.length;
      return part.length;
    },
    close: () => undefined,
  };
}

/** A sheet as the same text a .csv file would have; every row on the line of its number. */
function sheetText({ rows }: SheetText): string {
  const [heading] = rows;
  const width = heading?.cells.length ?? 0;
  let text = '';
  let line = 1;
  for (const { row, cells } of rows) {
    for (; line < row; line++) text += '\n';
    const filled = Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '');
    // Cells that only look empty make a row longer than the heading; they are nobody's.
    while (filled.length > width && filled.at(-1)?.trim() === '') filled.pop();
    if (filled.some((cell) => cell.trim() !== '')) text += filled.map(quoted).join(',');
    text += '\n';
    line += 1;
  }
  return text;
}

const quoted = (cell: string): string => {
  const flat = cell.replaceAll(/\s*[\r\n]\s*/gu, ' ');
  return /[",]/u.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
};
