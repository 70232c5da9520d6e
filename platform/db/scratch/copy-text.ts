import { type Figures, isMissing } from './scratch.ts';

const TAB = 9;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;
const BACKSLASH = 92;
const CAPITAL_N = 78;
const piece = 1 << 18;
/** No whole number below 2^53 has more signs, with what ends it. */
const longest = 19;

/** Rows in the text form of PostgreSQL's COPY, in pieces that are nobody else's. */
export function* copyText(columns: readonly Figures[], places: Int32Array): Generator<Uint8Array> {
  const room = piece + columns.length * longest;
  let out = new Uint8Array(room);
  let at = 0;
  for (const place of places) {
    for (const column of columns) {
      const value = column.values[place] ?? Number.NaN;
      if (isMissing(value, column)) {
        out[at++] = BACKSLASH;
        out[at++] = CAPITAL_N;
      } else if (value >= 0 && value < 10) out[at++] = ZERO + value;
      else at = digits(value, out, at);
      out[at++] = TAB;
    }
    out[at - 1] = LINE_FEED;
    if (at < piece) continue;
    yield out.subarray(0, at);
    out = new Uint8Array(room);
    at = 0;
  }
  if (at > 0) yield out.subarray(0, at);
}

function digits(value: number, into: Uint8Array, from: number): number {
  let rest = value;
  let at = from;
  if (rest < 0) {
    into[at++] = MINUS;
    rest = -rest;
  }
  let length = 1;
  for (let left = rest; left >= 10; length++) left = Math.floor(left / 10);
  const end = at + length;
  for (let place = end - 1; place >= at; place--) {
    const tenth = Math.floor(rest / 10);
    into[place] = ZERO + (rest - tenth * 10);
    rest = tenth;
  }
  return end;
}

/** Reads whole numbers from that form as they come: rows may be cut anywhere. */
export class CopyReader {
  readonly #row: Float64Array;
  readonly #take: (row: Float64Array) => void;
  #column = 0;
  #value = 0;

  constructor(columns: number, take: (row: Float64Array) => void) {
    this.#row = new Float64Array(columns);
    this.#take = take;
  }

  read(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === TAB || byte === LINE_FEED) {
        this.#row[this.#column++] = this.#value;
        this.#value = 0;
        if (byte === TAB) continue;
        this.#column = 0;
        this.#take(this.#row);
      } else if (byte === CAPITAL_N) this.#value = -1;
      else if (byte !== BACKSLASH) this.#value = this.#value * 10 + (byte - ZERO);
    }
  }
}
