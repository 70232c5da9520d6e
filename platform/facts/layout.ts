import { nearest } from '../../src/kernel/index.ts';
import type { FactsFault, FieldSpec } from './spec.ts';

/** Which column of a file is what. */
export interface Layout {
  /** How many columns every row has. */
  readonly columns: number;
  /** For each column of the file the number of its field, `idField`, or `skipped`. */
  readonly fields: readonly number[];
  readonly names: readonly string[];
  /** Fields that the file has no column for. */
  readonly absent: readonly number[];
  /** Columns that nobody asked for and that are written nearly like one that is absent. */
  readonly suspects: readonly { readonly given: string; readonly meant: string }[];
}

export const idField = -1;
export const skipped = -2;

const idNames: ReadonlySet<string> = new Set(['id', '编号', '统一社会信用代码']);

/** Finds the columns by the heading, in whatever order they stand. */
export function layoutOf(
  heading: readonly string[],
  specs: readonly FieldSpec[],
): { readonly layout: Layout; readonly faults: readonly FactsFault[] } {
  const fieldOf = new Map<string, number>();
  for (const [field, { names }] of specs.entries())
    for (const name of names) if (!fieldOf.has(name)) fieldOf.set(name, field);
  const names = heading.map((title) => title.trim());
  const fields = names.map((name) => (idNames.has(name) ? idField : (fieldOf.get(name) ?? skipped)));
  const faults: FactsFault[] = [];
  const fault = (code: FactsFault['code'], given: string | null, limit: string | null = null): void => {
    faults.push({ code, line: 1, column: given, given, limit });
  };
  for (const [at, field] of fields.entries()) {
    const name = names[at] ?? '';
    const first = field === skipped ? names.indexOf(name) : fields.indexOf(field);
    if (first !== at && name !== '') fault('facts-column-twice', name, names[first] ?? null);
  }
  if (!fields.includes(idField)) fault('facts-id-missing', null, [...idNames].join('、'));
  const absent = specs.flatMap((_, field) => (fields.includes(field) ? [] : [field]));
  const wanted = absent.flatMap((field) => specs[field]?.names ?? []);
  const suspects = names.flatMap((given, at) => {
    const meant = fields[at] === skipped && given !== '' ? nearest(given, wanted) : null;
    return meant === null ? [] : [{ given, meant }];
  });
  return { layout: { columns: names.length, fields, names, absent, suspects }, faults };
}
