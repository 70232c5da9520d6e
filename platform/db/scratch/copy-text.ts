import type { Figures } from './scratch.ts';

const TAB = 9;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;
const BACKSLASH = 92;
const CAPITAL_N = 78;
const piece = 1 << 18;
/** No whole number below 2^53 has more signs, with what ends it. */
const longest = 19;
const lowest = -(2 ** 53);

/** Rows in the text form of PostgreSQL's COPY, in pieces that are nobody else's. */
export function* copyText(columns: readonly Figures[], places: Int32Array): Generator<Uint8Array> {
  const room = piece + columns.length * longest;
  // All of one kind, and the sign of a missing value at hand: each value is looked at once, and there are many.
  const values = columns.map(({ values }) => (values instanceof Float64Array ? values : new Float64Array(values)));
  const missing = Float64Array.from(columns, (column) => column.missing ?? Number.NaN);
  let out = new Uint8Array(room);
  let at = 0;
  for (let row = 0; row < places.length; row++) {
    const place = places[row]!;
    for (let c = 0; c < values.length; c++) {
      const value = values[c]![place]!;
      // A column that is too short has NaN or nothing there, which are both missing.
      if (!(value >= lowest) || value === missing[c]) {
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
  for (let limit = 10; rest >= limit; limit *= 10) length++;
  const end = at + length;
  let place = end - 1;
  for (; rest > 0x7fff_ffff; place--) {
    const tenth = Math.floor(rest / 10);
    into[place] = ZERO + (rest - tenth * 10);
    rest = tenth;
  }
  // What is left fits in 32 bits, where division is cheap.
  for (let small = rest | 0; place >= at; place--) {
    const tenth = (small / 10) | 0;
    into[place] = ZERO + (small - tenth * 10);
    small = tenth;
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
