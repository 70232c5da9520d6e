import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { openWork } from '../../../work/index.ts';
import type { SheetRowJson } from '../../contract.ts';
import { dayAfter } from '../../domain/form/schedule.ts';
import { answerExtension, askExtension } from '../../domain/sheet/moves.ts';
import { insertSteps, updateSheet } from '../../store/collection.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { decided, heldSheet, rowOf, ruled, seenSheet } from './sheet.ts';
import { askToFill, closeReport, closeReview, linkOf, nameOf, originOf, recordOf, tellOutcome } from './tell.ts';

/** Nobody grants more than this; a date beyond it is a slip of the pen. */
const mostDays = 366;

/** Asks for more time. Whoever may review over the sheet's place answers. */
export async function askForTime(
  actor: Actor,
  asked: { readonly sheetId: string; readonly revision: number; readonly to: string; readonly reason: string },
  deps: IndicatorDeps,
): Promise<SheetRowJson> {
  permit(actor, 'indicator.enter');
  await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, asked, db);
    const next = decided(askExtension(ruled(sheet), { to: asked.to, reason: asked.reason }));
    refuseFar(asked.to, today(deps));
    const at = deps.clock.now();
    await updateSheet(db, sheet.id, {
      ...{ revision: next.revision, asked_to: asked.to, asked_reason: asked.reason },
      ...{ activity_at: at, activity_by: actor.name },
    });
    await insertSteps(db, [sheet], {
      ...{ step: 'ask', at, by: actor, cells: null, reason: `到 ${asked.to}：${asked.reason}` },
    });
    const { regionId, unitId, chainId } = sheet;
    await openWork(db, deps, actor, {
      ...{ kind: 'review', title: `答复${sheet.unitName}的延期申请：${nameOf(sheet)}`, link: linkOf(sheet) },
      ...{ detail: `申请延到 ${asked.to}。${asked.reason}`.slice(0, 1000), origin: originOf(sheet) },
      place: { regionId, unitId, chainId },
      assignee: { kind: 'holders', id: 'indicator.review', name: '有审核权限的岗位' },
    });
    note({
      action: 'indicator.ask-extension',
      ...recordOf(sheet),
      reason: asked.reason,
      changes: [{ field: 'extendedTo', before: sheet.extendedTo, after: asked.to }],
    });
  });
  return rowOf(actor, await seenSheet(actor, asked.sheetId, deps.db), today(deps));
}

/** Grants the time that was asked for, or another day; or refuses it (`to` null). */
export async function answerForTime(
  actor: Actor,
  asked: { readonly sheetId: string; readonly revision: number; readonly to: string | null; readonly note: string },
  deps: IndicatorDeps,
): Promise<SheetRowJson> {
  permit(actor, 'indicator.review');
  await recording(deps, actor, async (db, note) => {
    const sheet = await heldSheet(actor, asked, db);
    const next = decided(answerExtension(ruled(sheet), asked.to));
    if (asked.to !== null) refuseFar(asked.to, today(deps));
    const at = deps.clock.now();
    const { to } = asked;
    await updateSheet(db, sheet.id, {
      ...{ revision: next.revision, asked_to: null, asked_reason: null, extended_to: next.extendedTo },
      ...{ activity_at: at, activity_by: actor.name },
    });
    const said = to === null ? asked.note : `到 ${to}${asked.note === '' ? '' : `：${asked.note}`}`;
    await insertSteps(db, [sheet], {
      ...{ step: to === null ? 'refuse' : 'grant', at, by: actor, cells: null, reason: said },
    });
    await closeReview(db, deps, actor, sheet, to === null ? '不同意延期' : `延到 ${to}`);
    if (to !== null) {
      await closeReport(db, deps, actor, sheet, `截止日延到 ${to}`);
      const again = { ...sheet, extendedTo: to };
      await askToFill(db, deps, actor, again, { title: `填报${nameOf(sheet)}`, detail: `截止日已延到 ${to}。` });
    }
    await tellOutcome(
      db,
      deps,
      actor,
      { ...sheet, revision: next.revision },
      {
        ...{ what: to === null ? '不同意延期' : '同意延期', text: said, to: 'unit' },
      },
    );
    note({
      action: 'indicator.answer-extension',
      ...recordOf(sheet),
      reason: asked.note,
      changes: [{ field: 'extendedTo', before: sheet.extendedTo, after: to }],
    });
  });
  return rowOf(actor, await seenSheet(actor, asked.sheetId, deps.db), today(deps));
}

function refuseFar(to: string, day: string): void {
  const last = dayAfter(day, mostDays);
  if (to > last) throw new RefusalError({ code: 'value-out-of-bounds', field: 'extendedTo', given: to, limit: last });
}
