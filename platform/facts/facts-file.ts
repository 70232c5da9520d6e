import { isUtf8 } from 'node:buffer';
import { RefusalError } from '../../src/kernel/index.ts';
import { type Layout, layoutOf } from './layout.ts';
import { cellAt } from './parse.ts';
import type { ByteSource } from './source.ts';
import { type FactsFault, type FieldSpec, mostFaults } from './spec.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;

/** Bytes that are looked at together: little enough to stay at hand in the processor, and no row may be longer. */
export const chunkBytes = 1 << 21;

/**
 * A file of facts, given out in chunks of whole rows. Refuses, with line and column, whatever it finds wrong; rows are
 * read by `RowParser`, here or in a thread, and their faults come back to `refuse`.
 */
export class FactsFile {
  readonly layout: Layout;
  readonly #source: ByteSource;
  #left: Uint8Array;
  #ended = false;
  #closed = false;
  /** Line of the first row that was not given out yet, from 1. */
  #line: number;

  /** `known`: names that a column may have although nobody asks for it. */
  constructor(source: ByteSource, specs: readonly FieldSpec[], known: readonly string[] = []) {
    this.#source = source;
    const first = new Uint8Array(chunkBytes);
    let length = 0;
    for (;;) {
      const came = source.read(first, length);
      length += came;
      if (came === 0) this.#ended = true;
      if (came === 0 || length === first.length || first.subarray(length - came, length).includes(LF)) break;
    }
    const bytes = first.subarray(0, length);
    const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const head = headingOf(bytes, from);
    if (head.cells.every((cell) => cell.trim() === '')) this.refuse(0, [fault('facts-empty', null)]);
    if (!isUtf8(bytes.subarray(0, head.end))) this.refuse(0, [fault('facts-not-utf8', null)]);
    const { layout, faults } = layoutOf(head.cells, specs, known);
    this.refuse(0, faults);
    this.layout = layout;
    this.#left = bytes.slice(head.end);
    this.#line = head.lines + 1;
  }

  get name(): string {
    return this.#source.name;
  }

  /** Fills `into` with whole rows, the last ended by a line break; gives their length, 0 when there are no more. */
  next(into: Uint8Array): number {
    // One byte stays free for the line break that a last row may lack.
    const room = into.subarray(0, into.length - 1);
    room.set(this.#left);
    let length = this.#left.length;
    while (length < room.length && !this.#ended) {
      const came = this.#source.read(room, length);
      if (came === 0) this.#ended = true;
      length += came;
    }
    if (length === 0) return 0;
    if (this.#ended && into[length - 1] !== LF) into[length++] = LF;
    const end = this.#ended ? length : lastRowEnd(into, length);
    if (end === 0) throw new BrokenChunk(fault('facts-row-long', String(chunkBytes)), 0);
    this.#left = into.slice(end, length);
    if (!isUtf8(into.subarray(0, end))) tellBroken(into, end);
    return end;
  }

  /** Counts the lines of chunks in their order, so that faults can be told by line; refuses when there are any. */
  advance(lines: number, faults: readonly FactsFault[]): void {
    this.refuse(this.#line, faults);
    this.#line += lines;
  }

  refuse(before: number, faults: readonly FactsFault[]): void {
    if (faults.length === 0) return;
    this.close();
    throw new RefusalError(
      ...faults.slice(0, mostFaults).map(({ code, line, column, given, limit }) => {
        const where = `${this.#source.name}:${before + line}${column === null ? '' : ` ${column}`}`;
        return { code, field: where, given, limit };
      }),
    );
  }

  close(): void {
    if (!this.#closed) this.#source.close();
    this.#closed = true;
  }
}

/** A chunk that is no text, or never ends; its line is known when the chunks before it have been counted. */
export class BrokenChunk extends Error {
  readonly fault: FactsFault;
  constructor(told: FactsFault, line: number) {
    super(told.code);
    this.fault = { ...told, line };
  }
}

/** Names the first line that is not UTF-8. */
function tellBroken(bytes: Uint8Array, end: number): never {
  let line = 0;
  for (let from = 0; from < end; line++) {
    const to = bytes.indexOf(LF, from) + 1;
    if (!isUtf8(bytes.subarray(from, to))) break;
    from = to;
  }
  throw new BrokenChunk(fault('facts-not-utf8', null), line);
}

const fault = (code: FactsFault['code'], limit: string | null): FactsFault => ({
  ...{ code, line: 1, column: null, given: null, limit },
});

function headingOf(bytes: Uint8Array, from: number): { cells: string[]; end: number; lines: number } {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const cell = cellAt(bytes, at);
    cells.push(cell.text);
    lines += cell.lines;
    at = cell.end;
    if (bytes[at] !== COMMA) break;
    at += 1;
  }
  if (bytes[at] === CR) at += 1;
  if (bytes[at] === LF) at += 1;
  return { cells, end: Math.min(at, bytes.length), lines };
}

/** After the last line break that is not inside quotes; 0 when there is none. A chunk begins outside of them. */
function lastRowEnd(bytes: Uint8Array, length: number): number {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  if (!part.includes(QUOTE)) return part.lastIndexOf(LF) + 1;
  let end = 0;
  let inside = false;
  for (let at = 0; at < length; at++) {
    const byte = part[at];
    if (byte === QUOTE) inside = !inside;
    else if (byte === LF && !inside) end = at + 1;
  }
  return end;
}
