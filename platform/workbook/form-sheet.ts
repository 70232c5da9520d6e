import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import type { SheetColumn } from '../../src/kernel/index.ts';

/** A sheet to be filled in: its headings with what belongs below them, and the rows that stand in it already. */
export interface FormSheet {
  readonly name: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
export interface FormColumn {
  readonly title: string;
  readonly width: number;
  /** What the column is for; undefined for one that is not ours. */
  readonly of?: SheetColumn | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** Empty rows below the last one that have the drop-downs too. */
const roomBelow = 1000;
/** Excel's limits: for a list written into the rule itself, and for the text of a cell. */
const longestOwnList = 250;
const longestCell = 32_767;
/** Holds the choices that are too long for a rule. Nobody sees it; a reading passes it over. */
const choiceSheet = '选项';

/**
 * Adds the sheet to a workbook: headings with a star where something must be written and a note that tells what, cells as
 * text so that long numbers keep their digits, drop-downs where there is a choice.
 */
export function addFormSheet(workbook: Workbook, { name, columns, rows }: FormSheet): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width, of }) => ({
    header: of?.required ? `${title}*` : title,
    width,
    style: of?.form.kind === 'number' ? {} : { numFmt: '@' },
  }));
  for (const row of rows)
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell)));
  const heading = sheet.getRow(1);
  heading.font = { bold: true };
  heading.alignment = { vertical: 'middle', wrapText: true };
  columns.forEach(({ of, choices }, at) => {
    const cell = heading.getCell(at + 1);
    cell.fill = fill('FFE7E9ED');
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8C8C8C' } } };
    if (of?.help !== undefined) cell.note = of.help;
    const listed = choices ?? listOf(of);
    if (listed !== undefined && listed.length > 0)
      validate(sheet, at + 1, rows.length + 1 + roomBelow, ruleFor(workbook, listed, choices === undefined));
  });
  return sheet;
}

export const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

function listOf(column: SheetColumn | undefined): readonly string[] | undefined {
  if (column?.form.kind === 'choice') return Object.values(column.form.options);
  return column?.form.kind === 'yes' ? ['是', '否'] : undefined;
}

/** A closed list stops what is not in it; a list of records only offers, since names may be written in other ways. */
function ruleFor(workbook: Workbook, listed: readonly string[], closed: boolean): DataValidation {
  const words = listed.join(',');
  const own = words.length <= longestOwnList && !listed.some((word) => /[,"]/.test(word));
  return {
    type: 'list',
    allowBlank: true,
    formulae: [own ? `"${words}"` : keepChoices(workbook, listed)],
    showErrorMessage: closed,
    errorTitle: '请从列表中选择',
    error: closed ? `只能填：${listed.slice(0, 12).join('、')}` : '',
  };
}

function keepChoices(workbook: Workbook, listed: readonly string[]): string {
  const sheet = workbook.getWorksheet(choiceSheet) ?? workbook.addWorksheet(choiceSheet, { state: 'veryHidden' });
  const column = sheet.columnCount + 1;
  listed.forEach((word, at) => {
    sheet.getCell(at + 1, column).value = word;
  });
  const letter = sheet.getColumn(column).letter;
  return `'${choiceSheet}'!$${letter}$1:$${letter}$${listed.length}`;
}

/** exceljs keeps rules for whole ranges, though its types do not say so; one for each cell would take minutes. */
function validate(sheet: Worksheet, column: number, lastRow: number, rule: DataValidation): void {
  const { letter } = sheet.getColumn(column);
  const rules = (sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
  rules.add(`${letter}2:${letter}${lastRow}`, rule);
}
