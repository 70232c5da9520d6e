import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { digestName, type Manifest, manifestName, pieceName, type TablePart } from './manifest.ts';
import { endOfArchive, headerOf, paddingOf } from './tar.ts';

/** A table to be put into a backup: its rows as COPY text, in order. */
export interface TableSource {
  readonly name: string;
  readonly columns: readonly string[];
  readonly text: AsyncIterable<Buffer>;
}

/** Most bytes of COPY text in one piece. */
export const pieceBytes = 4 * 1024 * 1024;
const compress = promisify(gzip);
const newline = 0x0a;

/**
 * The bytes of a backup: each table as compressed pieces of COPY text, the manifest, and the SM3 digest of all that. One
 * piece at a time is in memory.
 */
export async function* writeArchive(
  head: Omit<Manifest, 'tables'>,
  tables: AsyncIterable<TableSource>,
): AsyncGenerator<Buffer> {
  const whole = createHash('sm3');
  const seconds = Math.floor(Date.parse(head.at) / 1000);
  const member = (name: string, content: Buffer): Buffer => {
    const bytes = Buffer.concat([
      headerOf({ name, size: content.length }, seconds),
      content,
      Buffer.alloc(paddingOf(content.length)),
    ]);
    whole.update(bytes);
    return bytes;
  };
  const parts: TablePart[] = [];
  for await (const { name, columns, text } of tables) {
    const digest = createHash('sm3');
    let [rows, bytes, number] = [0, 0, 0];
    for await (const piece of pieces(text)) {
      digest.update(piece);
      rows += countLines(piece);
      bytes += piece.length;
      number += 1;
      yield member(pieceName(name, number), await compress(piece));
    }
    parts.push({ name, columns: [...columns], rows, bytes, sm3: digest.digest('hex') });
  }
  const manifest: Manifest = { ...head, tables: parts };
  yield member(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  yield member(digestName, Buffer.from(`${whole.copy().digest('hex')}\n`));
  yield endOfArchive;
}

/** The same bytes in pieces of equal size. */
async function* pieces(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of text) {
    held.push(chunk);
    size += chunk.length;
    while (size >= pieceBytes) {
      const all = Buffer.concat(held);
      yield all.subarray(0, pieceBytes);
      held = [all.subarray(pieceBytes)];
      size -= pieceBytes;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Rows of COPY text: it writes a line break inside a value as `\n`. */
export function countLines(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
