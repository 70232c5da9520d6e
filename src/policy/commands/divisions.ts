import { type CellColumn, emptyCell, type ParsedRows, type RowParser } from '../../../platform/facts/index.ts';
import type { Division, Divisions } from '../domain/batch/index.ts';
import type { Reading } from './fields.ts';

/** How an empty cell is called where sums are told apart. */
export const unnamed = '未填';

/** What tells apart the sums of some rows that were read. */
export function divisionsOf({ divisions, fields }: Reading, parsed: ParsedRows, parser: RowParser): Divisions {
  const divisionOf = (field: number | null): Division | null => {
    if (field === null) return null;
    const codes = parsed.columns[field] as Exclude<CellColumn, Float64Array> | undefined;
    const form = fields[field]?.form;
    if (codes === undefined || form === undefined) return null;
    const words = form.kind === 'choice' ? form.options.map(({ id }) => id).concat('') : [...parser.wordsOf(field)];
    return {
      codes,
      words: words.map((word) => (word === '' ? unnamed : word)),
      empty: form.kind === 'choice' ? words.length - 1 : emptyCell.words,
    };
  };
  const { region, chain, city } = divisions;
  return { region: divisionOf(region), chain: divisionOf(chain), city: divisionOf(city) };
}
