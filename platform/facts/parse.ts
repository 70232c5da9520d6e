import { readCell } from './cell.ts';
import { Dictionary, nextHash } from './dictionary.ts';
import { idField, type Layout, skipped } from './layout.ts';
import { type CellColumn, columnKind, emptyCell, type FactsFault, type FieldSpec, mostFaults } from './spec.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** What a column of the file is to the parser. */
const SKIP = 0;
const ID = 1;
const DOUBLE = 2;
const SHORT = 3;
const FLAG = 4;
const CHOICE_BYTE = 5;
const CHOICE_SHORT = 6;
const WORDS = 7;

/** Digits that a double holds for certain. */
const surely = 15;
const mostWords = 20_000;

export interface ParsedRows {
  readonly rows: number;
  /** By field; what the file has no column for is undefined. Longer than there are rows; reused by the next call. */
  readonly columns: readonly (CellColumn | undefined)[];
  /** By field: whether a cell of these rows was empty. */
  readonly missed: Uint8Array;
  /** Where the id of each row stands in the bytes, with its quotes if it has any. */
  readonly idFrom: Int32Array;
  readonly idTo: Int32Array;
  /** Line breaks in these bytes. */
  readonly lines: number;
  /** Lines are counted from 0 here. */
  readonly faults: readonly FactsFault[];
}

/**
 * Reads whole rows of comma-separated values (RFC 4180) straight from bytes into typed columns. Numbers of words last as
 * long as the parser, everything else until the next call.
 */
export class RowParser {
  readonly #layout: Layout;
  readonly #specs: readonly FieldSpec[];
  readonly #roles: Uint8Array;
  /** By column and count of decimals: what the digits are multiplied with. */
  readonly #factors: Float64Array;
  readonly #decimals: Int32Array;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #dictionaries: readonly Dictionary[];
  readonly #missed: Uint8Array;
  #doubles: Float64Array[] = [];
  #shorts: Int16Array[] = [];
  #bytes: Int8Array[] = [];
  #words: Int32Array[] = [];
  #idFrom = new Int32Array(0);
  #idTo = new Int32Array(0);
  #faults: FactsFault[] = [];
  #line = 0;

  constructor(layout: Layout, specs: readonly FieldSpec[]) {
    this.#layout = layout;
    this.#specs = specs;
    const formAt = (column: number) => specs[layout.fields[column] ?? skipped]?.form;
    const each = Array.from({ length: layout.columns }, (_, column) => formAt(column));
    this.#roles = Uint8Array.from(each.map((form, column) => roleOf(form, layout.fields[column] ?? skipped)));
    this.#factors = new Float64Array(layout.columns * 16);
    this.#decimals = new Int32Array(layout.columns);
    this.#lows = new Float64Array(layout.columns);
    this.#highs = new Float64Array(layout.columns);
    for (const [column, form] of each.entries()) {
      if (form?.kind !== 'number') continue;
      for (let d = 0; d <= form.decimals; d++) this.#factors[column * 16 + d] = form.scale / 10 ** d;
      this.#decimals[column] = form.decimals;
      this.#lows[column] = form.low;
      this.#highs[column] = form.high;
    }
    this.#dictionaries = each.map(dictionaryOf);
    this.#missed = new Uint8Array(specs.length);
  }

  /** The words of a field in the order of their numbers; the first stands for empty cells. */
  wordsOf(field: number): readonly string[] {
    return this.#dictionaries[this.#layout.fields.indexOf(field)]?.words ?? [];
  }

  /** `bytes` up to `length` must end with a line break, and begin where a row begins. */
  parse(bytes: Uint8Array, length: number): ParsedRows {
    this.#makeRoom(Math.ceil(length / Math.max(2, this.#layout.columns)) + 1);
    this.#missed.fill(0);
    this.#faults = [];
    this.#line = 0;
    // What stands behind is of another time: a quote that does not close must not find its end there.
    const rows = this.#rows(bytes.subarray(0, length), length);
    const columns = this.#specs.map(({ form }, field) => {
      const column = this.#layout.fields.indexOf(field);
      if (column < 0) return undefined;
      const kind = columnKind(form);
      const all = { double: this.#doubles, short: this.#shorts, byte: this.#bytes, words: this.#words }[kind];
      return all[column];
    });
    return {
      ...{ rows, columns, missed: this.#missed, idFrom: this.#idFrom, idTo: this.#idTo },
      ...{ lines: this.#line, faults: this.#faults },
    };
  }

  #rows(b: Uint8Array, end: number): number {
    const [roles, factors, most] = [this.#roles, this.#factors, this.#decimals];
    const [lows, highs, fields, missed] = [this.#lows, this.#highs, this.#layout.fields, this.#missed];
    const [doubles, shorts, flags, words] = [this.#doubles, this.#shorts, this.#bytes, this.#words];
    const [idFrom, idTo, columns] = [this.#idFrom, this.#idTo, roles.length];
    let row = 0;
    let p = 0;
    rows: while (p < end) {
      let x = b[p]!;
      if (x === LF || (x === CR && b[p + 1] === LF)) {
        p += x === LF ? 1 : 2;
        this.#line += 1;
        continue;
      }
      for (let c = 0; c < columns; c++) {
        const role = roles[c]!;
        let q = p;
        x = b[q]!;
        // Each case leaves `q` at the end of its cell, or stays away from the end where only the long way reads it.
        if (role === SKIP || role === ID) {
          while (x !== COMMA && x !== LF && x !== CR && x !== QUOTE) x = b[++q]!;
          if (role === ID) {
            idFrom[row] = p;
            idTo[row] = q;
            if (q === p) x = QUOTE;
          }
        } else if (role <= SHORT) {
          if (x === COMMA || x === LF || x === CR) {
            missed[fields[c]!] = 1;
            if (role === DOUBLE) doubles[c]![row] = Number.NaN;
            else shorts[c]![row] = emptyCell.short;
          } else {
            const negative = x === MINUS;
            if (negative) x = b[++q]!;
            const start = q;
            let value = 0;
            while ((x ^ ZERO) < 10) {
              value = value * 10 + (x ^ ZERO);
              x = b[++q]!;
            }
            let digits = q - start;
            let decimals = 0;
            if (x === POINT && digits > 0) {
              x = b[++q]!;
              const point = q;
              while ((x ^ ZERO) < 10) {
                value = value * 10 + (x ^ ZERO);
                x = b[++q]!;
              }
              decimals = q - point;
              digits = decimals === 0 ? 0 : digits + decimals;
            }
            value *= factors[c * 16 + (decimals & 15)]!;
            if (negative) value = 0 - value;
            if (digits === 0 || digits > surely || decimals > most[c]!) x = QUOTE;
            else if (value < lows[c]! || value > highs[c]!) x = QUOTE;
            else if (role === DOUBLE) doubles[c]![row] = value;
            else shorts[c]![row] = value;
          }
        } else if (role === FLAG) {
          if ((x ^ ZERO) < 2) {
            flags[c]![row] = x ^ ZERO;
            x = b[++q]!;
          } else if (x === COMMA || x === LF || x === CR) {
            missed[fields[c]!] = 1;
            flags[c]![row] = emptyCell.byte;
          } else x = QUOTE;
        } else {
          let hash = 0;
          while (x !== COMMA && x !== LF && x !== CR && x !== QUOTE) {
            hash = nextHash(hash, x);
            x = b[++q]!;
          }
          const value = x === QUOTE ? -1 : this.#dictionaries[c]!.find(b, p, q, hash);
          if (value < 0) {
            if (q === p && x !== QUOTE) {
              missed[fields[c]!] = 1;
              if (role === CHOICE_BYTE) flags[c]![row] = emptyCell.byte;
              else shorts[c]![row] = emptyCell.short;
            } else x = QUOTE;
          } else if (role === WORDS) words[c]![row] = value;
          else if (role === CHOICE_BYTE) flags[c]![row] = value;
          else shorts[c]![row] = value;
        }
        if (x !== COMMA && x !== LF && x !== CR) {
          q = this.#longWay(b, p, c, row);
          x = b[q]!;
        }
        if (c < columns - 1) {
          if (x !== COMMA) {
            p = this.#ragged(b, q, c + 1);
            continue rows;
          }
          p = q + 1;
        } else {
          if (x === CR && b[q + 1] === LF) x = b[++q]!;
          if (x !== LF) {
            p = this.#ragged(b, q, c + 1);
            continue rows;
          }
          p = q + 1;
          this.#line += 1;
        }
      }
      row += 1;
      if (this.#faults.length >= mostFaults) break;
    }
    return row;
  }

  /** Any cell at all: quoted, with blanks around, wrong. Gives where it ends. */
  #longWay(b: Uint8Array, from: number, column: number, row: number): number {
    const { end, text, lines, sound } = cellAt(b, from);
    const field = this.#layout.fields[column] ?? skipped;
    const form = this.#specs[field]?.form;
    if (!sound) this.#fault('facts-quote', column, text, null);
    else if (field === idField) {
      this.#idFrom[row] = from;
      this.#idTo[row] = end;
      if (text.trim() === '') this.#fault('facts-id-empty', column, null, null);
    } else if (form?.kind === 'words') {
      this.#words[column]![row] = this.#wordNumber(text.trim(), column);
    } else if (form !== undefined) {
      const read = readCell(text, form);
      if ('code' in read) this.#fault(read.code, column, text.trim(), read.limit);
      else this.#store(column, row, read.value);
    }
    this.#line += lines;
    return end;
  }

  #wordNumber(word: string, column: number): number {
    const dictionary = this.#dictionaries[column]!;
    if (dictionary.words.length > mostWords) {
      this.#fault('facts-words-many', column, word, String(mostWords));
      return emptyCell.words;
    }
    return dictionary.add(word, dictionary.words.length);
  }

  #store(column: number, row: number, value: number | null): void {
    const role = this.#roles[column];
    if (value === null) this.#missed[this.#layout.fields[column]!] = 1;
    if (role === DOUBLE) this.#doubles[column]![row] = value ?? emptyCell.double;
    else if (role === SHORT || role === CHOICE_SHORT) this.#shorts[column]![row] = value ?? emptyCell.short;
    else this.#bytes[column]![row] = value ?? emptyCell.byte;
  }

  /** A row of too many or too few cells; gives where the next begins. */
  #ragged(b: Uint8Array, from: number, counted: number): number {
    const line = this.#line;
    let cells = counted;
    let p = from;
    while (b[p] === COMMA) {
      const { end, lines } = cellAt(b, p + 1);
      this.#line += lines;
      cells += 1;
      p = end;
    }
    while (p < b.length && b[p] !== LF) p += 1;
    this.#faults.push({
      ...{ code: 'facts-row-length', line, column: null },
      ...{ given: String(cells), limit: String(this.#layout.columns) },
    });
    this.#line += 1;
    return p + 1;
  }

  #fault(code: FactsFault['code'], column: number, given: string | null, limit: string | null): void {
    const name = this.#layout.names[column] ?? null;
    const short = given === null || given.length <= 60 ? given : `${given.slice(0, 60)}…`;
    this.#faults.push({ code, line: this.#line, column: name, given: short, limit });
  }

  #makeRoom(rows: number): void {
    if (this.#idFrom.length >= rows) return;
    this.#idFrom = new Int32Array(rows);
    this.#idTo = new Int32Array(rows);
    const make = <T>(of: (role: number) => boolean, column: () => T, none: T): T[] =>
      [...this.#roles].map((role) => (of(role) ? column() : none));
    this.#doubles = make(
      (role) => role === DOUBLE,
      () => new Float64Array(rows),
      new Float64Array(0),
    );
    this.#shorts = make(
      (role) => role === SHORT || role === CHOICE_SHORT,
      () => new Int16Array(rows),
      new Int16Array(0),
    );
    this.#bytes = make(
      (role) => role === FLAG || role === CHOICE_BYTE,
      () => new Int8Array(rows),
      new Int8Array(0),
    );
    this.#words = make(
      (role) => role === WORDS,
      () => new Int32Array(rows),
      new Int32Array(0),
    );
  }
}

function roleOf(form: FieldSpec['form'] | undefined, field: number): number {
  if (field === idField) return ID;
  if (form === undefined) return SKIP;
  if (form.kind === 'flag') return FLAG;
  if (form.kind === 'words') return WORDS;
  if (form.kind === 'number') return form.column === 'double' ? DOUBLE : SHORT;
  return form.column === 'byte' ? CHOICE_BYTE : CHOICE_SHORT;
}

/** Options by id and by name; of words, the empty one first. */
function dictionaryOf(form: FieldSpec['form'] | undefined): Dictionary {
  const dictionary = new Dictionary();
  if (form?.kind === 'words') dictionary.add('', 0);
  if (form?.kind === 'choice') {
    for (const [at, { id }] of form.options.entries()) dictionary.add(id, at);
    for (const [at, { name }] of form.options.entries()) dictionary.add(name, at);
  }
  return dictionary;
}

/** Of memory that threads share too. */
const textOf = (b: Uint8Array, from: number, to: number): string =>
  Buffer.from(b.buffer, b.byteOffset + from, Math.max(0, to - from)).toString('utf8');

/** The cell that begins here: where it ends, what it says, how many lines it goes over, and whether its quotes close. */
export function cellAt(b: Uint8Array, from: number): { end: number; text: string; lines: number; sound: boolean } {
  let at = from;
  if (b[at] !== QUOTE) {
    while (at < b.length && b[at] !== COMMA && b[at] !== LF && b[at] !== CR) at += 1;
    const text = textOf(b, from, at);
    return { end: at, text, lines: 0, sound: !text.includes('"') };
  }
  let lines = 0;
  for (at += 1; at < b.length; at++) {
    if (b[at] === LF) lines += 1;
    if (b[at] !== QUOTE) continue;
    if (b[at + 1] !== QUOTE) break;
    at += 1;
  }
  const text = textOf(b, from + 1, at).replaceAll('""', '"');
  const end = at + 1;
  const sound = at < b.length && (b[end] === COMMA || b[end] === LF || b[end] === CR);
  if (sound) return { end, text, lines, sound };
  let next = Math.min(end, b.length);
  while (next < b.length && b[next] !== COMMA && b[next] !== LF) next += 1;
  return { end: next, text, lines, sound };
}
