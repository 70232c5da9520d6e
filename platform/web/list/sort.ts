import type { Column, Sorting } from './model.ts';

const byWords = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** Rows in the order of a column; the given order when there is none. Rows without a value come last. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null | undefined,
): readonly Row[] {
  const keyOf = columns.find((column) => column.key === sorting?.key)?.sortBy;
  if (!sorting || keyOf === undefined) return rows;
  const turn = sorting.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: keyOf(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return turn * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byWords(String(a), String(b));

/** A heading pressed again: upwards, downwards, as given. */
export function nextSorting(sorting: Sorting | null | undefined, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}
