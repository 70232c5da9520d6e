import { type Actor, covers } from '../../../access/index.ts';
import { type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { SheetRowJson } from '../../contract.ts';
import { type Moved, punctuality, type Sheet } from '../../domain/sheet/model.ts';
import { mayFill } from '../../domain/sheet/moves.ts';
import { lockSheet, readSheet, type StoredSheet } from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';

/** A sheet in sight. Refuses (`sheet-missing`) one that there is none of, or that lies beyond reach. */
export async function seenSheet(actor: Actor, id: string, db: IndicatorDb): Promise<StoredSheet> {
  return inReach(actor, id, await readSheet(db, id));
}

/**
 * The same, held until the transaction ends, for a change made upon a revision that was seen. Refuses (`record-changed`)
 * when it is another one by now.
 */
export async function heldSheet(
  actor: Actor,
  { sheetId, revision }: { readonly sheetId: string; readonly revision: number | null },
  db: IndicatorDb,
): Promise<StoredSheet> {
  const sheet = inReach(actor, sheetId, await lockSheet(db, sheetId));
  if (revision !== null && sheet.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: sheet.revision });
  return sheet;
}

function inReach(actor: Actor, id: string, sheet: StoredSheet | undefined): StoredSheet {
  if (sheet === undefined || !covers(actor.reach, sheet))
    throw new RefusalError({ code: 'sheet-missing', field: 'sheetId', given: id });
  return sheet;
}

/** As the rules of the domain see it. */
export const ruled = (sheet: StoredSheet): Sheet => ({
  ...{ id: sheet.id, formId: sheet.formId, period: sheet.period, unitId: sheet.unitId, state: sheet.state },
  ...{ revision: sheet.revision, opensOn: sheet.opensOn, dueOn: sheet.dueOn, extendedTo: sheet.extendedTo },
  asked: sheet.askedTo === null ? null : { to: sheet.askedTo, reason: sheet.askedReason ?? '' },
  ...{ submittedBy: sheet.submittedById, submittedOn: sheet.submittedOn, approvedBy: sheet.approvedById },
  ...{ wasApproved: sheet.wasApproved, returned: [] },
});

/** What was decided, or all the reasons why not, thrown. */
export function decided(moved: Moved): Sheet {
  if (moved.ok) return moved.value;
  throw new RefusalError(...few(moved.refusals));
}

const mostRefusals = 100;
/** Thousands of cells may be wrong in the same way: the first ones are named, the others counted. */
export const few = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.length <= mostRefusals
    ? refusals
    : [...refusals.slice(0, mostRefusals), { code: 'sheet-more', given: refusals.length - mostRefusals }];

/** What an actor may do with a sheet on a day. */
export function mayOf(actor: Actor, sheet: StoredSheet, today: string): SheetRowJson['may'] {
  const isCovered = covers(actor.reach, sheet);
  const enter = isCovered && actor.permissions.has('indicator.enter');
  const review = isCovered && actor.permissions.has('indicator.review');
  const isBusy = sheet.state === 'open' || sheet.state === 'returned';
  const fill = enter && mayFill(ruled(sheet), today).length === 0;
  return {
    ...{ fill, submit: fill, withdraw: enter && sheet.state === 'submitted' },
    review: review && sheet.state === 'submitted' && sheet.submittedById !== actor.id,
    reopen: review && sheet.state === 'approved',
    askExtension: enter && isBusy,
    answerExtension: review && sheet.askedTo !== null,
    urge: review && isBusy,
  };
}

export function rowOf(actor: Actor, sheet: StoredSheet, today: string): SheetRowJson {
  const { id, revision, formId, formName, period, unitId, unitName, regionName, state } = sheet;
  const { opensOn, dueOn, extendedTo, askedTo, filled, wanted } = sheet;
  return {
    ...{ id, revision, formId, formName, period, unitId, unitName, regionName, state },
    punctuality: punctuality(ruled(sheet), today),
    ...{ opensOn, dueOn, extendedTo },
    extension: askedTo !== null ? 'asked' : extendedTo !== null ? 'granted' : 'none',
    asked: askedTo === null ? null : { to: askedTo, reason: sheet.askedReason ?? '' },
    ...{ filled, wanted, share: wanted === 0 ? 100 : Math.floor((filled * 100) / wanted) },
    ...{ returnedCells: sheet.returnedCells, submittedAt: sheet.submittedAt, submittedBy: sheet.submittedBy },
    ...{ approvedAt: sheet.approvedAt, approvedBy: sheet.approvedBy, wasApproved: sheet.wasApproved },
    ...{ lastActivityAt: sheet.activityAt, lastActivityBy: sheet.activityBy },
    ...{ urgedAt: sheet.urgedAt, urgedBy: sheet.urgedBy, urgedTimes: sheet.urgedTimes },
    may: mayOf(actor, sheet, today),
  };
}
