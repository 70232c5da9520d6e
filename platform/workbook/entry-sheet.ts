import { fill } from './form-sheet.ts';

/** A filled form as a workbook: figures to be filled in, everything else locked, keys in a hidden row and column. */
export interface EntrySheet {
  readonly name: string;
  /** Names the form for good; comes back with the file. */
  readonly key: string;
  /** Above the headings: what it is, how to fill it in. */
  readonly title: string;
  /** Headings of what says whose row it is. */
  readonly heads: readonly { readonly title: string; readonly width: number }[];
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly note: string;
    readonly format: string;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly heads: readonly string[];
    readonly cells: readonly (string | number | null)[];
  }[];
}

/** Keys of columns stand in this row, those of rows in the first column; headings and figures follow. */
export const entryRows = { keys: 1, title: 2, headings: 3 } as const;

/** Writes the workbook. People change only the figures: the sheet is protected, without a password. */
export async function writeEntrySheet({ name, key, title, heads, columns, rows }: EntrySheet): Promise<Buffer> {
  // Loaded only when somebody exports: it is large.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const frozen = { state: 'frozen' as const, xSplit: heads.length + 1, ySplit: entryRows.headings };
  const sheet = workbook.addWorksheet(name.replace(/[\\/*?:[\]]/gu, ' ').slice(0, 31), { views: [frozen] });
  sheet.columns = [
    { width: 4, hidden: true },
    ...heads.map(({ width }) => ({ width })),
    ...columns.map(() => ({ width: 16 })),
  ];
  sheet.addRow([key, ...heads.map(() => null), ...columns.map((column) => column.key)]).hidden = true;
  const head = sheet.addRow([null, title]);
  head.font = { bold: true, size: 14 };
  const headings = sheet.addRow([null, ...heads.map((each) => each.title), ...columns.map((each) => each.title)]);
  headings.font = { bold: true };
  headings.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  headings.eachCell((cell) => {
    cell.fill = fill('FFE7E9ED');
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8C8C8C' } } };
  });
  columns.forEach(({ note }, at) => {
    if (note !== '') headings.getCell(heads.length + 2 + at).note = note;
  });
  for (const row of rows) {
    const line = sheet.addRow([row.key, ...row.heads, ...row.cells]);
    columns.forEach(({ format }, at) => {
      const cell = line.getCell(heads.length + 2 + at);
      cell.protection = { locked: false };
      cell.numFmt = format;
      cell.alignment = { horizontal: 'right' };
    });
  }
  await sheet.protect('', {
    selectLockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    sort: true,
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
