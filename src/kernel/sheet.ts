import type { Refusal } from './result.ts';

/**
 * Tables that people fill in in a spreadsheet. A slice says once what the columns are (`SheetSpec`); the template with
 * drop-downs, the reading of what comes back and the export are made from that.
 */
export interface SheetSpec {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

export interface SheetColumn {
  readonly field: string;
  /** The heading, by which the column is found again wherever it stands. */
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly form: CellForm;
  readonly required?: boolean;
  /** What to write, for the note at the heading. */
  readonly help?: string;
}

/** What a cell holds. Choices are written by their labels. */
export type CellForm =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'list'; readonly most: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> };

export type CellValue = string | number | boolean | readonly string[] | null;

/** A sheet as it stands in a file: every row with its number, the heading among them. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly SheetLine[];
}
export interface SheetLine {
  /** From 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** One row understood: values by field; columns that the file does not have are not among them. */
export interface SheetRecord {
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** A sheet ready to be written: its specification and its rows as cells. */
export interface FilledSheet {
  readonly spec: SheetSpec;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Values to choose from, for columns whose choices are records and not words of the specification; by field. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

/** Something wrong in a file, with its place. Row and column are null when the whole sheet is meant. */
export interface SheetFault extends Refusal {
  readonly sheet: string;
  readonly row: number | null;
  /** Heading of the column. */
  readonly column: string | null;
}

export interface SheetReading {
  readonly records: readonly SheetRecord[];
  readonly faults: readonly SheetFault[];
}

/** The first row of a sheet is its heading. */
const headingRow = 1;

/**
 * Understands a sheet by its specification and tells every fault: unknown, doubled and missing columns, empty cells that
 * must not be, and values of the wrong form. Rows without any value are passed over; faulty cells read as null.
 */
export function readSheet(spec: SheetSpec, sheet: SheetText): SheetReading {
  const faults: SheetFault[] = [];
  const note = (
    code: string,
    row: number | null,
    column: string | null,
    given: string | null,
    limit?: Refusal['limit'],
  ) => faults.push({ code, sheet: spec.name, row, column, given, limit: limit ?? null });
  const [heading, ...lines] = sheet.rows;
  const titles = (heading?.row === headingRow ? heading.cells : []).map((cell) => titleOf(cell));
  const columns = titles.map((title) => spec.columns.find((column) => column.title === title));
  titles.forEach((title, at) => {
    if (title === '' || title === faultColumn) return;
    if (columns[at] === undefined) note('column-unknown', headingRow, title, title);
    else if (titles.indexOf(title) !== at) note('column-twice', headingRow, title, title);
  });
  const present = spec.columns.filter((column) => columns.includes(column));
  for (const { title, required } of spec.columns)
    if (required && !titles.includes(title)) note('column-missing', headingRow, title, title);

  const records = lines.flatMap(({ row, cells }) => {
    const text = (column: SheetColumn): string => (cells[columns.indexOf(column)] ?? '').trim();
    if (present.every((column) => text(column) === '')) return [];
    const values: Record<string, CellValue> = {};
    for (const column of present) {
      const given = text(column);
      if (given === '' && column.required) note('cell-empty', row, column.title, null);
      const read = given === '' ? { value: emptyOf(column.form) } : parsed(column.form, given);
      values[column.field] = 'value' in read ? read.value : null;
      if ('code' in read) note(read.code, row, column.title, short(given), read.limit);
    }
    return [{ row, values }];
  });
  return { records, faults };
}

/** Heading of the column in which a returned file says what is wrong. */
export const faultColumn = '问题';

/** Headings are told apart without the star that marks a required one. */
const titleOf = (cell: string | null): string => (cell ?? '').replace(/[*＊\s]/g, '');

const emptyOf = (form: CellForm): CellValue => (form.kind === 'list' ? [] : form.kind === 'yes' ? false : null);

type Read = { readonly value: CellValue } | { readonly code: string; readonly limit: Refusal['limit'] };

function parsed(form: CellForm, given: string): Read {
  switch (form.kind) {
    case 'text':
      return given.length <= form.most ? { value: given } : { code: 'cell-too-long', limit: form.most };
    case 'list': {
      const parts = [...new Set(given.split(/[、，,；;\n]/).map((part) => part.trim()))].filter((part) => part !== '');
      const long = parts.find((part) => part.length > form.most);
      return long === undefined ? { value: parts } : { code: 'cell-too-long', limit: form.most };
    }
    case 'day': {
      const day = dayOf(given);
      return day === null ? { code: 'cell-not-a-day', limit: null } : { value: day };
    }
    case 'yes':
      if (/^(?:是|有|√|✓|1|true|y|yes)$/i.test(given)) return { value: true };
      if (/^(?:否|无|×|0|false|n|no)$/i.test(given)) return { value: false };
      return { code: 'cell-not-yes', limit: null };
    case 'number': {
      const number = Number(given.replaceAll(/[,，\s]/g, ''));
      return Number.isFinite(number) ? { value: number } : { code: 'cell-not-a-number', limit: null };
    }
    case 'choice': {
      const found = Object.entries(form.options).find(([value, label]) => label === given || value === given);
      return found === undefined
        ? { code: 'cell-not-listed', limit: Object.values(form.options).join('、') }
        : { value: found[0] };
    }
  }
}

/** `2025-03-01` of 2025-3-1, 2025/3/1, 2025.3.1, 2025年3月1日 and 20250301; null for what the calendar does not have. */
function dayOf(given: string): string | null {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(given) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(given) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** A value as it is written into a cell. */
export function cellText(form: CellForm, value: CellValue | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
  if (typeof value === 'boolean') return value ? '是' : null;
  if (form.kind === 'choice') return form.options[String(value)] ?? String(value);
  return value as string | number;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
