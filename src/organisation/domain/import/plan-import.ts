import { readSheet, type SheetFault, type SheetRecord, type SheetText } from '../../../kernel/index.ts';
import { inOrder } from '../change/describe.ts';
import type { Change, Organisation } from '../change/model.ts';
import { checkChanges, type RecordFault } from '../check/organisation.ts';
import type { Day } from '../life.ts';
import type { Registers } from '../register/index.ts';
import { type RecordKind, recordKinds, sheetSpecs } from '../sheet/specs.ts';
import { type Desk, deskOf, tell } from './desk.ts';
import { importPeople } from './people.ts';
import { importDelegations, importPosts } from './posts.ts';
import { importRegions } from './regions.ts';
import { importChains, importUnits } from './units.ts';

export interface ImportTools {
  readonly registers: Registers;
  readonly newId: () => string;
  readonly today: Day;
}

/** What a workbook would do. With faults it does nothing: all or nothing. */
export interface PlannedImport {
  readonly changes: readonly Change[];
  readonly faults: readonly SheetFault[];
  /** Rows that were read. */
  readonly rows: number;
}

const readers: Readonly<Record<RecordKind, (desk: Desk, records: readonly SheetRecord[]) => void>> = {
  region: importRegions,
  unit: importUnits,
  chain: importChains,
  person: importPeople,
  post: importPosts,
  delegation: importDelegations,
};

/** A sheet of explanations that comes with the template and is passed over. */
export const explanationSheet = '填写说明';

/**
 * Works out what a workbook changes in the organisation, and every fault of it at once: of form (each cell), of links,
 * of what would be wrong afterwards. Sheets may be missing; records that no row speaks of stay as they are.
 */
export function planImport(sheets: readonly SheetText[], before: Organisation, tools: ImportTools): PlannedImport {
  const desk = deskOf(before, tools.registers, tools.newId);
  desk.faults.push(...strangeSheets(sheets));
  let rows = 0;
  for (const kind of recordKinds) {
    const sheet = sheets.find(({ name }) => name === sheetSpecs[kind].name);
    if (sheet === undefined) continue;
    const { records, faults } = readSheet(sheetSpecs[kind], sheet);
    desk.faults.push(...faults);
    rows += records.length;
    readers[kind](desk, records);
  }
  // A row that could not be understood would only be told the same in other words.
  const broken = new Set(desk.faults.map(({ sheet, row }) => `${sheet} ${row}`));
  for (const fault of checkChanges(before, desk.changes, tools.today)) tellAtRow(desk, fault, broken);
  return { changes: inOrder(desk.changes), faults: inRows(sheets, desk.faults), rows };
}

function strangeSheets(sheets: readonly SheetText[]): SheetFault[] {
  const known = [...recordKinds.map((kind) => sheetSpecs[kind].name), explanationSheet];
  const strange = sheets.filter(({ name, rows }) => !known.includes(name) && rows.length > 0);
  const none = sheets.every(({ name }) => !known.includes(name));
  if (none)
    return [{ code: 'sheets-missing', sheet: '', row: null, column: null, limit: known.slice(0, -1).join('、') }];
  return strange.map(({ name }) => ({ code: 'sheet-unknown', sheet: name, row: null, column: null, given: name }));
}

function tellAtRow(desk: Desk, { kind, key, validFrom, refusal }: RecordFault, broken: ReadonlySet<string>): void {
  const rows = [`region ${key} ${validFrom}`, `${kind} ${key}`].map((place) => desk.rows.get(place));
  const row = (kind === 'region' ? (rows[0] ?? rows[1]) : rows[1]) ?? null;
  const shownAt = kind === 'grant' ? 'post' : kind;
  if (row !== null && broken.has(`${sheetSpecs[shownAt].name} ${row}`)) return;
  tell(desk, shownAt, row, kind === 'grant' && refusal.field === 'roleId' ? { ...refusal, field: 'role' } : refusal);
}

/** Faults as a person goes through the file: sheet by sheet, row by row; each once. */
function inRows(sheets: readonly SheetText[], faults: readonly SheetFault[]): SheetFault[] {
  const order = sheets.map(({ name }) => name);
  const seen = new Set<string>();
  return faults
    .filter(({ sheet, row, column, code, given }) => {
      const sign = [sheet, row, column, code, given].join('\n');
      return !seen.has(sign) && seen.add(sign);
    })
    .sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0));
}
