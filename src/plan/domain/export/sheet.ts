/** A sheet of a workbook, before any file format: numbers are numbers, nothing is an empty cell. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A column: its title, its width in characters, and what it shows of a thing. */
export type Column<T> = readonly [title: string, width: number, cell: (thing: T) => string | number | null];

/** A sheet with one row a thing. */
export const sheetOf = <T>(name: string, columns: readonly Column<T>[], things: readonly T[]): Sheet => ({
  name,
  columns: columns.map(([title, width]) => ({ title, width })),
  rows: things.map((thing) => columns.map(([, , cell]) => cell(thing))),
});

/** Several words in one cell. */
export const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'));
