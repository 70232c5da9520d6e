import type { Day } from '../../../kernel/index.ts';
import { type Column, columnOf, type FactTable, formOf, missingIn } from '../../../policy/domain/index.ts';
import type { factMakers } from './derive.ts';
import type { Registered } from './sources.ts';

/** Stands for the column that says which rows there are. */
export const present = '';

/** The columns of a block by the ids of their facts; those of which nothing is known are left out. */
export function blockColumns(
  rows: readonly { readonly row: number; readonly about: Registered }[],
  day: Day,
  { table, makers, size }: { readonly table: FactTable; readonly makers: ReturnType<typeof factMakers>; size: number },
): Map<string, Column> {
  const there = columnOf('byte', size);
  for (const { row } of rows) there[row] = 1;
  const columns = new Map([[present, there]]);
  for (const [at, make] of makers.entries()) {
    const fact = table.at(at);
    const form = formOf(fact);
    const column = columnOf(form, size).fill(missingIn[form]);
    let isKnown = false;
    for (const { row, about } of rows) {
      const { value } = make(about, day);
      if (Number.isNaN(value)) continue;
      column[row] = value;
      isKnown = true;
    }
    if (isKnown) columns.set(fact.id, column);
  }
  return columns;
}
