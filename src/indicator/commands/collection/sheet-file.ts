import { sha256, sm3 } from '../../../../platform/digest/index.ts';
import { say } from '../../../../platform/messages/index.ts';
import { entryRows, writeEntrySheet } from '../../../../platform/workbook/entry-sheet.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError, type SheetFault, type SheetLine } from '../../../kernel/index.ts';
import type { ImportCheckJson } from '../../contract.ts';
import { figureText } from '../../domain/figure-text.ts';
import type { CellEdit } from '../../domain/sheet/autosave.ts';
import { mayFill } from '../../domain/sheet/moves.ts';
import { plainNumber, readTyped } from '../../domain/sheet/typed.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { insertSteps, type StoredSheet } from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { byCell, loadFacts, permitRows, type SheetFacts } from './facts.ts';
import type { SentSheets } from './roster-import.ts';
import { decideHere, filledBy, putCells } from './save-cells.ts';
import { few, heldSheet, ruled, seenSheet } from './sheet.ts';
import { recordOf } from './tell.ts';

const keyOf = ({ id }: StoredSheet): string => `jingwei-sheet ${id}`;

/** A sheet as a workbook that can be filled in further and comes back. Gives its name without an ending, and the bytes. */
export async function downloadSheet(actor: Actor, sheetId: string, deps: IndicatorDeps) {
  permit(actor, 'indicator.read');
  const sheet = await seenSheet(actor, sheetId, deps.db);
  const facts = await loadFacts(deps.db, sheet);
  permitRows(actor, facts.form);
  const { form, rows, definitions } = facts;
  const cell = byCell(facts.cells);
  const name = `${form.name} ${sheet.unitName} ${periodWords(sheet.period)}`;
  const bytes = await writeEntrySheet({
    ...{ name: form.name, key: keyOf(sheet) },
    title: `${name}（只填没有锁定的格；没有数写“无：原因”，是零填 0，空着的格导入时不动）`,
    heads: [
      { title: form.rows === 'enterprises' ? '企业' : form.rows === 'chains' ? '产业链' : '单位', width: 32 },
      { title: '编号', width: 22 },
    ],
    columns: form.columns.map(({ indicatorId, required }) => {
      const definition = definitions.get(indicatorId);
      const decimals = definition?.decimals ?? 0;
      return {
        key: indicatorId,
        title: titleOf(facts, indicatorId),
        note: required ? '必须填' : '',
        format: decimals === 0 ? '#,##0' : `#,##0.${'#'.repeat(decimals)}`,
      };
    }),
    rows: rows.map(({ key, title, enterpriseId }) => ({
      ...{ key, heads: [title, enterpriseId] },
      cells: form.columns.map(({ indicatorId }) => {
        const { value = null, reason = null, text = null } = cell(key, indicatorId) ?? {};
        if (value !== null) return plainNumber(value, definitions.get(indicatorId)?.decimals ?? 0);
        return text ?? (reason === null ? null : `无：${reason}`);
      }),
    })),
  });
  return { name, bytes };
}

const titleOf = ({ definitions }: SheetFacts, indicatorId: string): string => {
  const definition = definitions.get(indicatorId);
  if (definition === undefined) return indicatorId;
  return definition.unit === '' ? definition.name : `${definition.name}（${definition.unit}）`;
};

const mostFaults = 500;
const mostDifferences = 300;

/** What a file would change in a sheet, cell by cell, and everything that is wrong in it. Saves nothing. */
export async function checkSheetImport(
  actor: Actor,
  { sheetId, ...sent }: SentSheets & { readonly sheetId: string },
  deps: IndicatorDeps,
): Promise<ImportCheckJson> {
  permit(actor, 'indicator.enter');
  const sheet = await seenSheet(actor, sheetId, deps.db);
  const { facts, faults, edits, rows, fingerprint } = await planOf(sheet, sent, deps.db);
  const cell = byCell(facts.cells);
  const titles = new Map(facts.rows.map(({ key, title }) => [key, title]));
  const said = (indicatorId: string, value: number | null, reason: string | null): string | null => {
    if (value !== null) return figureText(BigInt(value), facts.definitions.get(indicatorId)?.decimals ?? 0);
    return reason === null ? null : `无：${reason}`;
  };
  const byRow = [...Map.groupBy(edits, ({ row }) => row)];
  const isNew = (some: readonly CellEdit[]): boolean => some.every((edit) => edit.revision === 0);
  return {
    ...{ rows, faultCount: faults.length, fingerprint },
    faults: faults.slice(0, mostFaults).map((fault) => ({
      ...{ sheet: fault.sheet, row: fault.row, column: fault.column, code: fault.code },
      ...{ given: fault.given ?? null, message: say(fault) },
    })),
    counts: [
      {
        sheet: facts.form.name,
        added: edits.filter(({ revision }) => revision === 0).length,
        changed: edits.filter(({ revision }) => revision > 0).length,
        ended: 0,
      },
    ],
    differences: byRow.slice(0, mostDifferences).map(([row, some]) => ({
      ...{ sheet: facts.form.name, key: row, name: titles.get(row) ?? row, fate: isNew(some) ? 'added' : 'changed' },
      changes: some.map(({ indicatorId, value, reason }) => {
        const before = cell(row, indicatorId);
        return {
          field: titleOf(facts, indicatorId),
          before: before === undefined ? null : (said(indicatorId, before.value, before.reason) ?? before.text),
          after: said(indicatorId, value, reason),
        };
      }),
    })),
  };
}

/** Carries a file out: all of its cells or none. Refuses one with faults, and one that was checked before something changed. */
export async function importSheet(
  actor: Actor,
  { sheetId, fingerprint, ...sent }: SentSheets & { readonly sheetId: string; readonly fingerprint: string },
  deps: IndicatorDeps,
): Promise<{ saved: number }> {
  permit(actor, 'indicator.enter');
  return recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, { sheetId, revision: null }, db);
    const closed = mayFill(ruled(sheet), today(deps));
    if (closed.length > 0) throw new RefusalError(...closed);
    const planned = await planOf(sheet, sent, db);
    if (planned.fingerprint !== fingerprint)
      throw new RefusalError({ code: 'figures-import-stale', field: 'fingerprint' });
    if (planned.faults.length > 0)
      throw new RefusalError({ code: 'import-faulty', field: sent.fileName, given: planned.faults.length });
    if (planned.edits.length === 0) throw new RefusalError({ code: 'import-changes-nothing', field: sent.fileName });
    const { form } = planned.facts;
    const { write, answers, before } = await decideHere(db, sheet, form, planned.edits);
    const refused = answers.flatMap((answer) => (answer.state === 'refused' ? answer.refusals : []));
    if (refused.length > 0) throw new RefusalError(...few(refused));
    await putCells(db, sheet, write, sheet.filled + filledBy(write, before, form), actor, deps);
    const at = deps.clock.now();
    await insertSteps(db, [sheet], { step: 'import', at, by: actor, reason: sent.fileName, cells: write.length });
    note({
      action: 'indicator.import-sheet',
      ...recordOf(sheet),
      changes: [
        { field: 'file', before: null, after: sent.fileName },
        { field: 'cells', before: null, after: write.length },
      ],
    });
    return { saved: write.length };
  });
}

interface Planned {
  readonly facts: SheetFacts;
  readonly rows: number;
  readonly faults: readonly SheetFault[];
  /** Only cells that change. */
  readonly edits: readonly CellEdit[];
  readonly fingerprint: string;
}

async function planOf(sheet: StoredSheet, { sheets, bytes }: SentSheets, db: IndicatorDb): Promise<Planned> {
  const facts = await loadFacts(db, sheet);
  const lines = sheets.flatMap(({ rows }) => (/^jingwei-sheet /u.test(rows[0]?.cells[0] ?? '') ? [rows] : []))[0];
  const given = lines?.[0]?.cells[0] ?? null;
  if (lines === undefined || lines[0]?.row !== entryRows.keys)
    throw new RefusalError({ code: 'sheet-file-strange', field: facts.form.name });
  if (given !== keyOf(sheet)) throw new RefusalError({ code: 'sheet-file-other', field: facts.form.name });
  const faults: SheetFault[] = [];
  const keys = lines[0].cells;
  const body = lines.filter(({ row }) => row > entryRows.headings);
  const edits = body.flatMap((line) => editsOf(line, keys, facts, faults));
  const state = facts.cells.map(({ row, indicatorId, revision }) => [row, indicatorId, revision]).toSorted();
  const fingerprint = sm3(`${sheet.revision} ${JSON.stringify(state)} ${sha256(bytes)}`).slice(4, 36);
  return { facts, rows: body.length, faults, edits, fingerprint };
}

function editsOf(
  { row: line, cells }: SheetLine,
  keys: readonly (string | null)[],
  facts: SheetFacts,
  faults: SheetFault[],
): CellEdit[] {
  const known = byCell(facts.cells);
  const row = (cells[0] ?? '').trim();
  const fault = (column: string | null, code: string, value: string | null): void =>
    void faults.push({ code, sheet: facts.form.name, row: line, column, given: value });
  const hasFigures = keys.some((key, at) => key !== null && at > 0 && (cells[at] ?? '').trim() !== '');
  if (row === '' && !hasFigures) return [];
  if (!facts.rows.some(({ key }) => key === row)) {
    fault(null, 'sheet-file-row', cells[1] ?? row);
    return [];
  }
  return keys.flatMap((indicatorId, at): CellEdit[] => {
    const text = (cells[at] ?? '').trim();
    if (at === 0 || indicatorId === null || text === '') return [];
    const definition = facts.definitions.get(indicatorId);
    if (definition === undefined) {
      fault(indicatorId, 'sheet-file-column', indicatorId);
      return [];
    }
    const read = readTyped(text, definition.decimals);
    const title = titleOf(facts, indicatorId);
    if ('code' in read) {
      fault(title, read.code, text.slice(0, 60));
      return [];
    }
    const before = known(row, indicatorId);
    const isSame =
      before !== undefined && before.value === read.value && (read.value !== null || before.reason === read.reason);
    if (isSame) return [];
    const { revision = 0, note = null } = before ?? {};
    return [{ row, indicatorId, value: read.value, reason: read.reason, note, text: null, revision }];
  });
}
