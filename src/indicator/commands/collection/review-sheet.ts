import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { RefusalJson, SheetRowJson } from '../../contract.ts';
import type { ReturnedCell } from '../../domain/sheet/model.ts';
import { approve, giveBack, reopen } from '../../domain/sheet/moves.ts';
import {
  insertSteps,
  knownRows,
  markReturned,
  noteRecorded,
  type StoredSheet,
  updateSheet,
} from '../../store/collection.ts';
import { type IndicatorDb, recordFigures } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { byCell, loadFacts, type SheetFacts } from './facts.ts';
import { saidOf } from './save-cells.ts';
import { decided, few, heldSheet, rowOf, ruled, seenSheet } from './sheet.ts';
import { entriesOf } from './submit-sheet.ts';
import { askToFillAnew, closeReport, closeReview, recordOf, tellOutcome } from './tell.ts';

interface Which {
  readonly sheetId: string;
  readonly revision: number;
}
interface WithReason extends Which {
  readonly reason: string;
  readonly cells: readonly ReturnedCell[];
}

/** Sends a sheet back to its unit, as a whole or for single cells, each with a reason. */
export async function returnSheet(actor: Actor, asked: WithReason, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.review');
  await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, asked, db);
    const next = decided(giveBack(ruled(sheet), asked.reason, asked.cells));
    await backToUnit(db, actor, sheet, asked, deps, { step: 'return', revision: next.revision });
    await closeReview(db, deps, actor, sheet, '已退回');
    note({
      action: 'indicator.return',
      ...recordOf(sheet),
      reason: asked.reason,
      changes: [
        { field: 'state', before: sheet.state, after: next.state },
        { field: 'cells', before: null, after: asked.cells.length },
      ],
    });
  });
  return rowOf(actor, await seenSheet(actor, asked.sheetId, deps.db), today(deps));
}

/** Opens an approved sheet again, with the reason: what is changed then is a revised figure. */
export async function reopenSheet(actor: Actor, asked: WithReason, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.review');
  await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, asked, db);
    const next = decided(reopen(ruled(sheet), asked.reason, asked.cells));
    await backToUnit(db, actor, sheet, asked, deps, { step: 'reopen', revision: next.revision });
    note({
      action: 'indicator.reopen',
      ...recordOf(sheet),
      reason: asked.reason,
      changes: [{ field: 'state', before: sheet.state, after: next.state }],
    });
  });
  return rowOf(actor, await seenSheet(actor, asked.sheetId, deps.db), today(deps));
}

async function backToUnit(
  db: IndicatorDb,
  actor: Actor,
  sheet: StoredSheet,
  { reason, cells }: WithReason,
  deps: IndicatorDeps,
  { step, revision }: { readonly step: 'return' | 'reopen'; readonly revision: number },
): Promise<void> {
  await refuseUnknown(db, sheet, cells);
  const at = deps.clock.now();
  await markReturned(db, sheet, cells, actor, at);
  await updateSheet(db, sheet.id, {
    ...{ revision, state: 'returned', returned_reason: reason, returned_cells: cells.length },
    ...{ submitted_on: null, submitted_at: null, submitted_by_id: null, submitted_by: null },
    ...{ approved_at: null, approved_by_id: null, approved_by: null, activity_at: at, activity_by: actor.name },
  });
  await insertSteps(db, [sheet], { step, at, by: actor, reason, cells: cells.length });
  const first = cells[0]?.reason ?? '';
  const detail = `${reason.trim() === '' ? first : reason}${cells.length > 0 ? `（${cells.length} 格要改）` : ''}`;
  await askToFillAnew(db, deps, actor, sheet, detail.slice(0, 1000));
}

async function refuseUnknown(db: IndicatorDb, sheet: StoredSheet, cells: readonly ReturnedCell[]): Promise<void> {
  const { form } = await loadFacts(db, sheet);
  const rows = await knownRows(db, sheet.id, [...new Set(cells.map(({ row }) => row))]);
  const columns = new Set(form.columns.map(({ indicatorId }) => indicatorId));
  const strange = cells.filter(({ row, indicatorId }) => !rows.has(row) || !columns.has(indicatorId));
  const field = ({ row, indicatorId }: ReturnedCell): string => `${row} ${indicatorId}`;
  const refusals = strange.map((cell): Refusal => ({ code: 'sheet-cell-unknown', field: field(cell) }));
  if (refusals.length > 0) throw new RefusalError(...few(refusals));
}

/** A second person finds it right: its figures are final. Refuses when any of them was changed elsewhere meanwhile. */
export async function approveSheet(actor: Actor, which: Which, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.review');
  await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, which, db);
    const next = decided(approve(ruled(sheet), actor.id));
    const facts = await loadFacts(db, sheet);
    const figures = await makeFinal(db, actor, facts, deps);
    const at = deps.clock.now();
    await updateSheet(db, sheet.id, {
      ...{ revision: next.revision, state: next.state, was_approved: true, approved_at: at },
      ...{ approved_by_id: actor.id, approved_by: actor.name, activity_at: at, activity_by: actor.name },
    });
    await insertSteps(db, [sheet], { step: 'approve', at, by: actor, reason: null, cells: figures });
    await closeReview(db, deps, actor, sheet, '审核通过');
    await closeReport(db, deps, actor, sheet, '审核通过');
    if (sheet.submittedById !== null)
      await tellOutcome(
        db,
        deps,
        actor,
        { ...sheet, revision: next.revision },
        {
          ...{ what: '审核通过', text: `${actor.name}审核通过了这张表，数据成为最终数。` },
          to: { person: sheet.submittedById },
        },
      );
    note({
      action: 'indicator.approve',
      ...recordOf(sheet),
      changes: [
        { field: 'state', before: sheet.state, after: next.state },
        { field: 'figures', before: null, after: figures },
      ],
    });
  });
  return rowOf(actor, await seenSheet(actor, which.sheetId, deps.db), today(deps));
}

/** Gives how many figures became final by it. */
async function makeFinal(db: IndicatorDb, actor: Actor, facts: SheetFacts, deps: IndicatorDeps): Promise<number> {
  const { sheet, cells, counts } = facts;
  const standing = byCell(facts.standing);
  const mine = cells.filter(({ recorded }) => recorded !== null);
  const changed = mine.filter((cell) => {
    const stands = standing(cell.row, cell.indicatorId);
    const isFilled = cell.value !== null || (cell.reason ?? '') !== '';
    return stands === undefined || (isFilled && stands.value !== cell.value);
  });
  if (changed.length > 0)
    throw new RefusalError({ code: 'sheet-figures-changed', field: sheet.id, given: changed.length });
  const write = mine.flatMap(({ row, indicatorId }) => {
    const stands = standing(row, indicatorId);
    if (stands === undefined || stands.vintage === 'final') return [];
    const { value, reason, revision } = stands;
    return [{ row, indicatorId, figure: { value, reason, vintage: 'final' as const }, seen: revision }];
  });
  const done = await recordFigures(db, entriesOf(facts, { write }), counts, actor, deps.clock.now());
  if (!done.ok) throw new RefusalError({ code: 'figures-changing', field: 'sheetId', given: sheet.formName });
  await noteRecorded(
    db,
    sheet.id,
    write.map(({ row, indicatorId, seen }) => ({ row, indicatorId, revision: seen + 1 })),
  );
  return done.saved.length;
}

export interface ApprovedMany {
  readonly approved: number;
  readonly answers: readonly {
    readonly id: string;
    readonly done: boolean;
    readonly refusals: readonly RefusalJson[];
  }[];
}

/** Approves several sheets, each by itself: one that cannot be approved does not keep the others. */
export async function approveSheets(
  actor: Actor,
  sheets: readonly { readonly id: string; readonly revision: number }[],
  deps: IndicatorDeps,
): Promise<ApprovedMany> {
  permit(actor, 'indicator.review');
  const answers: ApprovedMany['answers'][number][] = [];
  for (const { id, revision } of sheets) {
    try {
      await approveSheet(actor, { sheetId: id, revision }, deps);
      answers.push({ id, done: true, refusals: [] });
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
      answers.push({ id, done: false, refusals: saidOf(cause.refusals) });
    }
  }
  return { approved: answers.filter(({ done }) => done).length, answers };
}
