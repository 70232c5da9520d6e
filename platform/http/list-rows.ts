import type { Condition, ListFields, ListFilter, SortKey } from './list-query.ts';

/** A value of a row as conditions and order see it; null: blank. */
export type RowValue = string | number | null;

export interface ListedRows<Row> {
  readonly fields: ListFields;
  /** All rows, in the order that they have unless a person asks for another. */
  readonly rows: readonly Row[];
  readonly fieldOf: (row: Row, key: string) => RowValue;
  /** Everything that words are looked for in. */
  readonly searched: (row: Row) => string;
}

interface Asked {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

/**
 * A list that stands in memory (content packs, not tables), asked as any other: the rows that have all words and meet all
 * conditions, in the order asked for. Means the same as `matches` and `orderOf` of platform/db: words and texts are found
 * whatever the size of their letters, spans include their ends, blanks come last either way.
 */
export function rowsMatching<Row>({ fields, rows, fieldOf, searched }: ListedRows<Row>, asked: Asked): Row[] {
  const words = asked.words.map((word) => word.toLowerCase());
  const conditions = Object.entries(asked.filter);
  const found = rows.filter((row) => {
    if (!conditions.every(([key, condition]) => holds(condition, fieldOf(row, key)))) return false;
    if (words.length === 0) return true;
    const text = searched(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  // The sort is stable: rows that are alike keep the order that they have.
  return asked.sort.length === 0 ? found : found.toSorted(byKeys(asked.sort, fields, fieldOf));
}

function holds(condition: Condition, value: RowValue): boolean {
  if ('blank' in condition) return (value === null) === condition.blank;
  if (value === null) return false;
  if ('has' in condition) return String(value).toLowerCase().includes(condition.has.toLowerCase());
  if ('in' in condition) return condition.in.includes(String(value));
  const { from, to } = condition;
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** Chinese in the order of its sounds. */
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function byKeys<Row>(sort: readonly SortKey[], fields: ListFields, fieldOf: (row: Row, key: string) => RowValue) {
  return (one: Row, other: Row): number => {
    for (const { key, descending } of sort) {
      const [a, b] = [fieldOf(one, key), fieldOf(other, key)];
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1;
        continue;
      }
      const order = compared(a, b, fields[key]?.options);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

/** Choices stand in the order of their list. */
function compared(a: string | number, b: string | number, options: readonly string[] | undefined): number {
  if (options !== undefined) return options.indexOf(String(a)) - options.indexOf(String(b));
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** The rows of an export: only the ticked ones, if any are, and without those left out. */
export function rowsToExport<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  { ids, except }: { readonly ids: readonly string[] | null; readonly except: readonly string[] },
): Row[] {
  const [wanted, unwanted] = [ids === null ? null : new Set(ids), new Set(except)];
  return rows.filter((row) => (wanted === null || wanted.has(idOf(row))) && !unwanted.has(idOf(row)));
}
