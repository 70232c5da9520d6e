import { refusedAnswer } from '../../../../platform/http/errors.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { CellAnswerJson } from '../../contract.ts';
import type { FormContent } from '../../domain/form/model.ts';
import { type CellAnswer, type CellEdit, decideEdits, type Edits } from '../../domain/sheet/autosave.ts';
import { isFilled } from '../../domain/sheet/model.ts';
import { mayFill } from '../../domain/sheet/moves.ts';
import {
  type CellContent,
  knownRows,
  readSomeCells,
  readVersion,
  type StoredCell,
  type StoredSheet,
  updateSheet,
  writeCells,
} from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { heldSheet, ruled } from './sheet.ts';
import { recordOf } from './tell.ts';

export interface SavedCells {
  readonly saved: number;
  readonly filled: number;
  readonly wanted: number;
  readonly answers: readonly CellAnswerJson[];
}

/**
 * Saves what was typed, cell by cell: what somebody else saved since is a conflict, what is no cell of the sheet is refused,
 * everything else is kept. Refuses a sheet that cannot be filled in now as a whole.
 */
export async function saveCells(
  actor: Actor,
  { sheetId, edits }: { readonly sheetId: string; readonly edits: readonly CellEdit[] },
  deps: IndicatorDeps,
): Promise<SavedCells> {
  permit(actor, 'indicator.enter');
  return recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, { sheetId, revision: null }, db);
    const closed = mayFill(ruled(sheet), today(deps));
    if (closed.length > 0) throw new RefusalError(...closed);
    const form = await readVersion(db, sheet.formId, sheet.contentRevision);
    const { write, answers, before } = await decideHere(db, sheet, form, edits);
    const filled = sheet.filled + filledBy(write, before, form);
    await putCells(db, sheet, write, filled, actor, deps);
    const saved = answers.filter(({ state }) => state === 'saved').length;
    note({
      action: 'indicator.save-cells',
      ...recordOf(sheet),
      changes: [{ field: 'cells', before: null, after: write.length }],
    });
    return { saved, filled, wanted: sheet.wanted, answers: answers.map(answerOf) };
  });
}

/** What would become of edits, with the cells as they stand; the sheet is locked by whoever calls. */
export async function decideHere(
  db: IndicatorDb,
  sheet: StoredSheet,
  form: FormContent,
  edits: readonly CellEdit[],
): Promise<Edits & { readonly before: ReadonlyMap<string, StoredCell> }> {
  const rows = await knownRows(db, sheet.id, [...new Set(edits.map(({ row }) => row))]);
  const columns = new Set(form.columns.map(({ indicatorId }) => indicatorId));
  const stored = await readSomeCells(db, sheet.id, edits);
  const before = new Map(stored.map((cell) => [keyOf(cell), cell]));
  const edited = decideEdits(edits, {
    held: (row, indicatorId) => before.get(keyOf({ row, indicatorId })),
    isCell: (row, indicatorId) => rows.has(row) && columns.has(indicatorId),
  });
  return { ...edited, before };
}

/** Writes cells and what is known of the whole. */
export async function putCells(
  db: IndicatorDb,
  sheet: StoredSheet,
  write: readonly CellContent[],
  filled: number,
  actor: Actor,
  deps: IndicatorDeps,
): Promise<void> {
  if (write.length === 0) return;
  const at = deps.clock.now();
  await writeCells(db, sheet, write, actor, at);
  await updateSheet(db, sheet.id, { filled, activity_at: at, activity_by: actor.name });
}

/** By how many the filled required cells change. */
export function filledBy(
  write: readonly CellContent[],
  before: ReadonlyMap<string, StoredCell>,
  { columns }: FormContent,
): number {
  const required = new Set(columns.filter((column) => column.required).map(({ indicatorId }) => indicatorId));
  return write.reduce((sum, cell) => {
    if (!required.has(cell.indicatorId)) return sum;
    const stood = before.get(keyOf(cell));
    return sum + Number(isFilled(cell)) - Number(stood !== undefined && isFilled(stood));
  }, 0);
}

const keyOf = ({ row, indicatorId }: { readonly row: string; readonly indicatorId: string }): string =>
  `${row}\n${indicatorId}`;

const answerOf = (answer: CellAnswer): CellAnswerJson =>
  answer.state === 'refused' ? { ...answer, refusals: saidOf(answer.refusals) } : answer;

/** Refusals with their sentences, where they stand inside an answer. */
export const saidOf = (refusals: readonly Refusal[]) => refusedAnswer(refusals).refusals;
