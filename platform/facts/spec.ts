/** What a table of facts may hold: one field for each column that is wanted, found by any of its names. */
export interface FieldSpec {
  /** The first is the one that messages use. */
  readonly names: readonly string[];
  readonly form: FieldForm;
}

export type FieldForm =
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly decimals: number;
      /** Further decimals are rounded, halves away from 0; without it they are refused. */
      readonly rounds?: boolean;
      /** A number as written, times this, is what is stored. A multiple of every power of ten up to the decimals. */
      readonly scale: number;
      readonly low: number;
      readonly high: number;
      readonly column: 'double' | 'short';
    }
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly id: string; readonly name: string }[];
      readonly column: 'short' | 'byte';
    }
  /** Any words: each gets a number when it is first seen. */
  | { readonly kind: 'words' };

/** Stands where a cell is empty. */
export const emptyCell = { double: Number.NaN, short: -32_768, byte: -128, words: 0 } as const;

export type CellColumn = Float64Array | Int16Array | Int8Array | Int32Array;

/** How wide the column of a field is. */
export function columnKind(form: FieldForm): 'double' | 'short' | 'byte' | 'words' {
  if (form.kind === 'flag') return 'byte';
  return form.kind === 'words' ? 'words' : form.column;
}

/** Something wrong in a file: its line (from 1), the column's name, what stands there, and what may. */
export interface FactsFault {
  readonly code: FactsFaultCode;
  readonly line: number;
  readonly column: string | null;
  readonly given: string | null;
  readonly limit: string | null;
}

export const factsFaultCodes = [
  'facts-empty',
  'facts-not-utf8',
  'facts-id-missing',
  'facts-columns-many',
  'facts-column-twice',
  'facts-column-misspelt',
  'facts-row-length',
  'facts-row-long',
  'facts-quote',
  'facts-id-empty',
  'facts-not-a-number',
  'facts-decimals',
  'facts-range',
  'facts-not-a-flag',
  'facts-option',
  'facts-words-many',
] as const;
export type FactsFaultCode = (typeof factsFaultCodes)[number];

/** So many faults are told at once. */
export const mostFaults = 20;
