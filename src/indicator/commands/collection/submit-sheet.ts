import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { SheetRowJson } from '../../contract.ts';
import { figuresToRecord, type ToRecord } from '../../domain/form/to-record.ts';
import { isFilled } from '../../domain/sheet/model.ts';
import { mayFill, submit, withdraw } from '../../domain/sheet/moves.ts';
import {
  insertSteps,
  lockEnterprises,
  noteRecorded,
  readStanding,
  type StoredSheet,
  updateSheet,
} from '../../store/collection.ts';
import { type Entry, type IndicatorDb, recordFigures } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { byCell, type CheckedFacts, checkFacts, loadFacts, type SheetFacts } from './facts.ts';
import { fillOnce } from './fill-once.ts';
import { decided, few, heldSheet, rowOf, ruled, seenSheet } from './sheet.ts';
import { askToFillAnew, closeReview, recordOf, tellSubmitted } from './tell.ts';

interface Which {
  readonly sheetId: string;
  readonly revision: number;
}

/**
 * Hands a sheet in: its figures count from this moment. Refuses with every cell that is blank, breaks a hard rule, or looks
 * odd without a word why. Figures, versions, what they change in the sums, the work of the reviewers and the entry in the log
 * are there together or not at all.
 */
export async function submitSheet(actor: Actor, which: Which, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.enter');
  const done = await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, which, db);
    const closed = mayFill(ruled(sheet), today(deps));
    if (closed.length > 0) throw new RefusalError(...closed);
    const facts = await loadFacts(db, sheet);
    if (facts.form.rows === 'enterprises') await lockEnterprises(db, facts.rows);
    const checked = await checkFacts(db, facts);
    const next = decided(submit(ruled(sheet), facts.cells, wantedOf(facts), weighed(checked), actor.id, today(deps)));
    refuseUnread(facts);
    const recorded = await recordSheet(db, actor, facts, checked, deps);
    const at = deps.clock.now();
    await updateSheet(db, sheet.id, {
      ...{ revision: next.revision, state: next.state, submitted_on: next.submittedOn, submitted_at: at },
      ...{ submitted_by_id: actor.id, submitted_by: actor.name, activity_at: at, activity_by: actor.name },
      ...{ returned_reason: null, returned_cells: 0, asked_to: null, asked_reason: null },
    });
    await insertSteps(db, [sheet], { step: 'submit', at, by: actor, reason: null, cells: recorded });
    await tellSubmitted(db, deps, actor, sheet);
    note({
      action: 'indicator.submit',
      ...recordOf(sheet),
      changes: [{ field: 'figures', before: null, after: recorded }],
    });
    return { sheet, indicators: facts.form.columns.map(({ indicatorId }) => indicatorId) };
  });
  await fillOnce(
    actor,
    { ...done, except: done.sheet.id, unitId: done.sheet.unitId, periods: [done.sheet.period] },
    deps,
  );
  return rowOf(actor, await seenSheet(actor, which.sheetId, deps.db), today(deps));
}

const wantedOf = ({ form, rows }: SheetFacts) =>
  rows.flatMap(({ key: row }) =>
    form.columns.filter(({ required }) => required).map(({ indicatorId }) => ({ row, indicatorId })),
  );

/** Blank cells are named by the rule for handing in itself. */
const weighed = ({ findings }: CheckedFacts) =>
  findings
    .filter(({ code }) => code !== 'blank')
    .map(({ row, indicatorId, severity, message }) => ({ row, indicatorId, weight: severity, code: message }));

/** A text that is no figure would be lost without a word. */
function refuseUnread({ cells }: SheetFacts): void {
  const unread = cells.filter((cell) => cell.text !== null && !isFilled(cell));
  const refusals = unread.map(({ row, indicatorId, text }) => ({
    ...{ code: 'sheet-cell-unread', field: `${row} ${indicatorId}`, given: text },
  }));
  if (refusals.length > 0) throw new RefusalError(...few(refusals));
}

const mostTries = 3;

/** Makes the sheet's figures; gives how many are new or changed. */
async function recordSheet(
  db: IndicatorDb,
  actor: Actor,
  facts: SheetFacts,
  { foreign }: CheckedFacts,
  deps: IndicatorDeps,
): Promise<number> {
  const { sheet, form, rows, cells, counts } = facts;
  refuseBeyondReach(actor, facts);
  const [cell, isForeign] = [byCell(cells), byCell(foreign)];
  let standing = facts.standing;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const plan = figuresToRecord(form, rows, sheet.wasApproved, {
      ...{ cell, standing: byCell(standing) },
      isForeign: (row, indicatorId) => isForeign(row, indicatorId) !== undefined,
    });
    const done = await recordFigures(db, entriesOf(facts, plan), counts, actor, deps.clock.now());
    if (done.ok) {
      const rowOfKey = new Map(rows.map(({ key, enterpriseId, chainId }) => [`${enterpriseId}\n${chainId}`, key]));
      const made = done.saved.map(({ entry: { key }, after }) => ({
        row: rowOfKey.get(`${key.enterpriseId}\n${key.chainId}`) ?? '',
        ...{ indicatorId: key.indicatorId, revision: after.revision },
      }));
      await noteRecorded(db, sheet.id, [...plan.confirm, ...made]);
      return done.saved.length;
    }
    // Somebody else reported one of them a moment ago: what it is now decides.
    standing = await readStanding(db, sheet, form, rows);
  }
  throw new RefusalError({ code: 'figures-changing', field: 'sheetId', given: sheet.formName });
}

/** Figures count for their chain: a post that is narrowed to other chains cannot report them. */
function refuseBeyondReach(actor: Actor, { sheet, rows }: SheetFacts): void {
  const { regionId, unitId } = sheet;
  const beyond = [...new Set(rows.map(({ chainId }) => chainId))].filter(
    (chainId) => !covers(actor.reach, { regionId, unitId, chainId: chainId === '' ? null : chainId }),
  );
  if (beyond.length > 0)
    throw new RefusalError({ code: 'figures-beyond-reach', field: 'chainId', given: beyond.join('、') });
}

export function entriesOf({ sheet, form, rows }: SheetFacts, { write }: Pick<ToRecord, 'write'>): Entry[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return write.flatMap(({ row, indicatorId, figure, seen }): Entry[] => {
    const place = byKey.get(row);
    if (place === undefined) return [];
    const { enterpriseId, chainId } = place;
    const key = { indicatorId, period: sheet.period, unitId: sheet.unitId, enterpriseId, chainId, role: form.role };
    return [{ key, figure, regionId: null, seen, note: null }];
  });
}

/** Takes a sheet back before anybody has judged it; its figures stay as they were handed in until it is handed in again. */
export async function withdrawSheet(actor: Actor, which: Which, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.enter');
  await recording(deps, actor, async (db, note) => {
    const sheet: StoredSheet = await heldSheet(actor, which, db);
    const next = decided(withdraw(ruled(sheet)));
    const at = deps.clock.now();
    await updateSheet(db, sheet.id, {
      ...{ revision: next.revision, state: next.state, submitted_on: null, submitted_at: null },
      ...{ submitted_by_id: null, submitted_by: null, activity_at: at, activity_by: actor.name },
    });
    await insertSteps(db, [sheet], { step: 'withdraw', at, by: actor, reason: null, cells: null });
    await closeReview(db, deps, actor, sheet, '报送单位撤回了', 'withdrawn');
    await askToFillAnew(db, deps, actor, sheet, '报送已撤回，修改后请重新报送。');
    note({
      action: 'indicator.withdraw',
      ...recordOf(sheet),
      changes: [{ field: 'state', before: sheet.state, after: next.state }],
    });
  });
  return rowOf(actor, await seenSheet(actor, which.sheetId, deps.db), today(deps));
}
