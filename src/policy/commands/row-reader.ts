import { BrokenChunk, type FactsFile, type ParsedRows } from '../../../platform/facts/index.ts';
import { missingIn } from '../domain/batch/index.ts';
import type { Reading } from './fields.ts';

/** Fills a buffer with whole rows; gives their length, 0 at the end. Refuses rows that cannot be read, by their line. */
export function nextRows(file: FactsFile, buffer: Uint8Array): number {
  try {
    return file.next(buffer);
  } catch (cause) {
    if (cause instanceof BrokenChunk) file.advance(0, [cause.fault]);
    throw cause;
  }
}

/** Writes what is known of one row into `known`, by the number of the fact; NaN where it is missing. */
export function readKnown({ columns }: ParsedRows, { facts }: Reading, row: number, known: Float64Array): void {
  known.fill(Number.NaN);
  for (const [field, fact] of facts.entries()) {
    const column = columns[field];
    if (column === undefined || fact < 0) continue;
    const value = column[row] ?? Number.NaN;
    const missing = column.BYTES_PER_ELEMENT === 1 ? missingIn.byte : missingIn.short;
    known[fact] = !(column instanceof Float64Array) && value === missing ? Number.NaN : value;
  }
}

/** The text of an id without the quotes that it may have in the file. */
export function idText(bytes: Uint8Array, from: number, to: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
  return (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text).trim();
}
