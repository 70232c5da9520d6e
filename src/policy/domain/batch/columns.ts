import type { Fact } from '../check/facts.ts';

/** What is known of many enterprises: one typed array for each fact, a row for each enterprise. */

/** How wide a fact's column is; `absent`: there is no column, and the fact is missing in every row. */
export type ColumnForm = 'double' | 'short' | 'byte' | 'absent';
export type Column = Float64Array | Int16Array | Int8Array;

/** Stands where a value is missing. */
export const missingIn: Readonly<Record<ColumnForm, number>> = {
  double: Number.NaN,
  short: -32_768,
  byte: -128,
  absent: Number.NaN,
};

/** The narrowest form that holds every stored value of a fact beside its missing value. */
export function formOf(fact: Fact): Exclude<ColumnForm, 'absent'> {
  if (fact.type === 'flag') return 'byte';
  if (fact.type === 'choice') return fact.options.length <= 127 ? 'byte' : 'short';
  return fact.low > missingIn.short && fact.high <= 32_767 ? 'short' : 'double';
}

/** A column without any value yet; `shared` lets threads see it. */
export function columnOf(form: ColumnForm, rows: number, shared = false): Column {
  const buffer = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  if (form === 'byte') return new Int8Array(buffer(rows));
  if (form === 'short') return new Int16Array(buffer(rows * 2));
  return new Float64Array(buffer(form === 'absent' ? 0 : rows * 8));
}

/** What the loop must know of a column: its form, and whether a value may be missing in it. */
export interface ColumnShape {
  readonly form: ColumnForm;
  readonly mayMiss: boolean;
}
