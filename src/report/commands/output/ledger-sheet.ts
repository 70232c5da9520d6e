import { writeWorkbook } from '../../../../platform/workbook/index.ts';
import { type Block, plainOf, type TableBlock } from '../../domain/index.ts';

/** Kinds of paper that are a table: they go into a workbook as well. */
export const tableOf = (blocks: readonly Block[]): TableBlock | undefined =>
  blocks.find((block): block is TableBlock => block.kind === 'table' && block.landscape === true);

const widthOf = (width: number | undefined): number => Math.min(60, (width ?? 4) * 4);

/** The table of a ledger as a workbook: numbers as numbers, blanks as blanks. */
export const ledgerSheet = (title: string, { columns, rows }: TableBlock): Promise<Buffer> =>
  writeWorkbook([
    {
      // Names of sheets are short and hold no brackets.
      name: title.replace(/[[\]*?:/\\]/gu, '').slice(0, 30),
      columns: columns.map(({ title: name, width }) => ({ title: name, width: widthOf(width) })),
      rows: rows.map((row) =>
        row.map((cell, at) => {
          if (cell === null) return null;
          const text = plainOf(cell);
          return columns[at]?.kind === 'number' && /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
        }),
      ),
    },
  ]);
