import type { Column } from '../../domain/index.ts';

const TAB = 9;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;
const missing = [92, 78];
const chunk = 1 << 18;
/** No whole number below 2^53 has more signs. */
const longest = 18;

/** What stands in a text column, as it is written in PostgreSQL's text form. */
export interface Words {
  readonly codes: ArrayLike<number>;
  readonly texts: readonly Uint8Array[];
}

export const wordsText = (words: readonly string[]): Uint8Array[] =>
  words.map((word) => new TextEncoder().encode(word.replaceAll(/[\\\t\n\r]/gu, (sign) => escapes[sign] ?? sign)));

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Rows in PostgreSQL's text form: number of the row, region, and the stored figures of facts. */
export function* copyRows(
  rows: Iterable<number>,
  region: Words | null,
  columns: readonly (Column | undefined)[],
): Generator<Uint8Array> {
  const isMissing = columns.map(missingOf);
  const widest = Math.max(0, ...(region?.texts.map(({ length }) => length) ?? []));
  const room = widest + 4 + (columns.length + 1) * (longest + 1);
  let out = new Uint8Array(chunk + room);
  let at = 0;
  for (const row of rows) {
    at = digits(row, out, at);
    out[at++] = TAB;
    const text = region?.texts[region.codes[row] ?? 0];
    if (text !== undefined) {
      out.set(text, at);
      at += text.length;
    }
    for (let c = 0; c < columns.length; c++) {
      out[at++] = TAB;
      const value = columns[c]?.[row];
      if (value === undefined || isMissing[c]?.(value) !== false) {
        out.set(missing, at);
        at += missing.length;
      } else at = digits(value, out, at);
    }
    out[at++] = LINE_FEED;
    if (at < chunk) continue;
    yield out.subarray(0, at);
    out = new Uint8Array(chunk + room);
    at = 0;
  }
  if (at > 0) yield out.subarray(0, at);
}

/** Each form of column has its own sign for a missing value. */
function missingOf(column: Column | undefined): (value: number) => boolean {
  if (column === undefined || column instanceof Float64Array) return Number.isNaN;
  const sign = column instanceof Int16Array ? -32_768 : -128;
  return (value) => value === sign;
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
