import { type FileHandle, open } from 'node:fs/promises';
import { RefusalError } from '../../src/kernel/index.ts';

/** A row of a table with the line of the file on which it begins; cells as they stand there. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const csvRefusalCodes = [
  'csv-encoding',
  'csv-nul',
  'csv-quote',
  'csv-wide',
  'csv-cell-long',
  'csv-empty',
  'csv-binary',
] as const;
export type CsvRefusalCode = (typeof csvRefusalCodes)[number];

export const csvLimits = { columns: 500, cell: 32_767 } as const;
const chunkBytes = 1 << 20;
const batchRows = 2_000;

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const refuse = (code: CsvRefusalCode, given?: string | number | null, limit?: string | number): never => {
  throw new RefusalError({ code, given: given ?? null, limit: limit ?? null });
};

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** What the file is written in: by its mark, else UTF-8 if all of it is, else GB 18030 as Chinese programs save it. */
async function encodingOf(file: FileHandle): Promise<Encoding> {
  const head = Buffer.alloc(4);
  const { bytesRead } = await file.read(head, 0, 4, 0);
  if (bytesRead === 0) refuse('csv-empty');
  if (head.toString('latin1').startsWith('PK\u0003\u0004') || head.toString('latin1') === '\u00d0\u00cf\u0011\u00e0')
    refuse('csv-binary');
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    try {
      for await (const chunk of chunksOf(file)) decoder.decode(chunk, { stream: true });
      decoder.decode();
      return encoding;
    } catch {
      // Not this one.
    }
  }
  return refuse('csv-encoding');
}

/**
 * Reads comma-separated values (RFC 4180) row by row, however long the file is; tabs or semicolons between the cells are taken
 * when the first line has those instead. Empty lines are left out. Refuses (`csv-…`) what is no text, a quote that is never
 * closed, a NUL and rows that are wider than any list. `take` hears how many bytes were read each time.
 */
export async function* csvRows(
  path: string,
  take: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly TableRow[]> {
  const file = await open(path, 'r');
  try {
    const encoding = await encodingOf(file);
    const reader = new CsvReader();
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const chunk of chunksOf(file)) {
      take(chunk.length);
      for (const rows of reader.take(decoder.decode(chunk, { stream: true }))) yield rows;
    }
    for (const rows of reader.take(decoder.decode())) yield rows;
    yield reader.end();
  } finally {
    await file.close();
  }
}

class CsvReader {
  #rest = '';
  #line = 1;
  #rows: TableRow[] = [];
  #separator = '';

  /** Reads as many whole rows as `text` ends; the rest waits for more. */
  *take(text: string): Generator<readonly TableRow[]> {
    const all = this.#rest + text;
    if (all.includes('\0'))
      refuse('csv-nul', this.#line + (all.slice(0, all.indexOf('\0')).match(/\n/gu)?.length ?? 0));
    if (this.#separator === '') {
      const end = all.indexOf('\n');
      if (end < 0 && all.length < 1 << 16) {
        this.#rest = all;
        return;
      }
      this.#separator = separatorOf(all.slice(0, end < 0 ? all.length : end));
    }
    let at = 0;
    while (true) {
      const next = this.#row(all, at, false);
      if (next < 0) break;
      at = next;
      if (this.#rows.length < batchRows) continue;
      yield this.#rows;
      this.#rows = [];
    }
    this.#rest = all.slice(at);
  }

  end(): readonly TableRow[] {
    if (this.#separator === '') this.#separator = separatorOf(this.#rest);
    for (let at = 0; at < this.#rest.length; ) {
      const next = this.#row(this.#rest, at, true);
      if (next < 0) break;
      at = next;
    }
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Reads one row; gives where the next begins, or -1 where this one does not end in the text. */
  #row(text: string, from: number, isLast: boolean): number {
    const separator = this.#separator;
    const cells: string[] = [];
    let [at, line] = [from, this.#line];
    if (at === 0 && line === 1 && text.charCodeAt(0) === 0xfeff) at = 1;
    while (true) {
      if (text[at] === '"') {
        let [end, cell, start] = [at + 1, '', at + 1];
        while (true) {
          end = text.indexOf('"', end);
          if (end < 0) {
            if (isLast || text.length - at > 4 * csvLimits.cell) refuse('csv-quote', this.#line);
            return -1;
          }
          if (end + 1 >= text.length && !isLast) return -1;
          if (text[end + 1] !== '"') break;
          cell += text.slice(start, end + 1);
          end += 2;
          start = end;
        }
        cell += text.slice(start, end);
        if (cell.length > csvLimits.cell) refuse('csv-cell-long', this.#line, csvLimits.cell);
        for (let next = cell.indexOf('\n'); next >= 0; next = cell.indexOf('\n', next + 1)) line += 1;
        at = end + 1;
        const after = text[at];
        // Something stands between the closing quote and the end of the cell: the quotes are no pair.
        if (after !== undefined && after !== separator && after !== '\n' && after !== '\r')
          refuse('csv-quote', this.#line);
        cells.push(cell);
      } else {
        let end = at;
        for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(++end))
          if (code === 10 || code === 13 || text[end] === separator) break;
        if (end - at > csvLimits.cell) refuse('csv-cell-long', this.#line, csvLimits.cell);
        if (end >= text.length && !isLast) return -1;
        cells.push(text.slice(at, end));
        at = end;
      }
      if (cells.length > csvLimits.columns) refuse('csv-wide', this.#line, csvLimits.columns);
      if (text[at] !== separator) break;
      at += 1;
      if (at >= text.length && !isLast) return -1;
    }
    if (text[at] === '\r') {
      if (at + 1 >= text.length && !isLast) return -1;
      at += text[at + 1] === '\n' ? 2 : 1;
    } else if (text[at] === '\n') at += 1;
    else if (!isLast) return -1;
    if (cells.length > 1 || cells[0] !== '') this.#rows.push({ line: this.#line, cells });
    this.#line = line + 1;
    return at;
  }
}

function separatorOf(line: string): string {
  const [commas, tabs, semicolons] = [',', '\t', ';'].map((sign) => line.split(sign).length);
  if ((tabs ?? 0) > (commas ?? 0)) return '\t';
  return (semicolons ?? 0) > (commas ?? 0) ? ';' : ',';
}
