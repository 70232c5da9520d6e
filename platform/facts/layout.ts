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
}

export const idField = -1;
export const skipped = -2;

const idNames: ReadonlySet<string> = new Set(['id', '编号', '统一社会信用代码']);

/** More columns than any table of enterprises has, and a name longer than any of them is. */
const mostColumns = 2000;
const longestName = 100;

/**
 * Finds the columns by the heading, in whatever order they stand. A column that nobody asked for is left alone when its
 * name is one of `known`, and is a fault when it is written nearly like one that is absent.
 */
export function layoutOf(
  heading: readonly string[],
  specs: readonly FieldSpec[],
  known: readonly string[] = [],
): { readonly layout: Layout; readonly faults: readonly FactsFault[] } {
  if (heading.length > mostColumns)
    return {
      layout: { columns: 0, fields: [], names: [], absent: [] },
      faults: [
        {
          code: 'facts-columns-many',
          line: 1,
          column: null,
          given: String(heading.length),
          limit: String(mostColumns),
        },
      ],
    };
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
  const strange = names.filter((name, at) => fields[at] === skipped && name !== '' && !known.includes(name));
  for (const given of new Set(strange)) {
    const meant = given.length > longestName ? null : nearest(given, wanted);
    if (meant !== null) fault('facts-column-misspelt', given, meant);
  }
  return { layout: { columns: names.length, fields, names, absent }, faults };
}
