import { systemActor } from '../../../access/index.ts';
import { recordInside } from '../../../audit/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { windowsUntil } from '../../domain/form/schedule.ts';
import {
  beginPeriods,
  fillCells,
  forgetBatches,
  formIsMade,
  insertSheets,
  insertSteps,
  missingSheets,
  openForms,
  readVersion,
  recountFilled,
  syncRows,
  takeDue,
  takeForm,
} from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { askToFill, linkOf, nameOf, originOf } from './tell.ts';

/** Sheets that are made in one transaction. */
const mostSheets = 100;
const mostTold = 200;

/**
 * One round of keeping the forms, as the system: makes the sheets whose opening day has come, and tells units whose deadline
 * comes near or has passed, once each. Several servers may run it. Gives how much it did.
 */
export async function keepForms(deps: IndicatorDeps): Promise<number> {
  const day = today(deps);
  let done = 0;
  for (const form of await openForms(deps.db)) {
    const { begun } = windowsUntil(form.content, day);
    const isNew = (begun.at(-1)?.period ?? '') > (form.last ?? '');
    if (isNew || form.unmade) done += await makeSheets(form.id, deps);
  }
  done += await tellDue('near', deps);
  done += await tellDue('past', deps);
  if (done === 0) await forgetBatches(deps.db, new Date(Date.parse(deps.clock.now()) - 90 * 86_400_000).toISOString());
  return done;
}

/** Makes some of the sheets that a form should have; the next round makes the others. */
async function makeSheets(formId: string, deps: IndicatorDeps): Promise<number> {
  const day = today(deps);
  return deps.db.transaction().execute(async (db) => {
    const form = await takeForm(db, formId);
    if (form === null) return 0;
    await beginPeriods(db, formId, form.contentRevision, windowsUntil(form.content, day).begun);
    const missing = await missingSheets(db, formId, mostSheets);
    if (missing.length === 0) {
      await formIsMade(db, formId);
      return 0;
    }
    const at = deps.clock.now();
    const sheets = missing.map((each) => ({
      ...{ ...each, id: deps.newId(), formId, chainId: form.chainId, isPast: each.dueOn < day },
    }));
    const made = await insertSheets(db, sheets, at);
    const mine = sheets.filter(({ id }) => made.has(id));
    for (const [revision, some] of Map.groupBy(mine, ({ contentRevision }) => contentRevision))
      await fillSheets(db, some, { formId, revision, chainId: form.chainId }, at);
    for (const sheet of mine) {
      const told = { ...sheet, formName: form.content.name, extendedTo: null };
      const detail = `请在 ${sheet.dueOn} 以前填好并报送。${form.content.note}`.slice(0, 1000);
      await askToFill(db, deps, systemActor, told, { title: `填报${nameOf(told)}`, detail });
    }
    await insertSteps(db, mine, { step: 'make', at, by: systemActor, reason: null, cells: null });
    await recordInside({ db, clock: deps.clock }, systemActor, [
      {
        action: 'indicator.make-sheets',
        record: { kind: 'form', id: formId, name: form.content.name },
        changes: [{ field: 'sheets', before: null, after: mine.length }],
      },
    ]);
    return mine.length;
  });
}

async function fillSheets(
  db: IndicatorDb,
  sheets: readonly { readonly id: string }[],
  {
    formId,
    revision,
    chainId,
  }: { readonly formId: string; readonly revision: number; readonly chainId: string | null },
  at: string,
): Promise<void> {
  const content = await readVersion(db, formId, revision);
  const ids = sheets.map(({ id }) => id);
  await syncRows(db, { ids, form: content, chainId });
  let filled = 0;
  for (const id of ids) filled += await fillCells(db, id, content, at);
  if (filled > 0) await recountFilled(db, ids, content);
}

async function tellDue(kind: 'near' | 'past', deps: IndicatorDeps): Promise<number> {
  return deps.db.transaction().execute(async (db) => {
    const sheets = await takeDue(db, kind, today(deps), mostTold);
    await enqueue(
      db,
      deps,
      ...sheets.map((sheet) => ({
        key: `sheet:${sheet.id}:due-${kind}:${sheet.due}`,
        kind: 'due' as const,
        title: kind === 'near' ? `${nameOf(sheet)}快到截止日了` : `${nameOf(sheet)}逾期没有报`,
        text:
          kind === 'near'
            ? `${sheet.due} 截止，还没有报送。`
            : `${sheet.due} 已经截止，请尽快报送；来不及可以申请延期。`,
        ...{ link: linkOf(sheet), origin: originOf(sheet), to: [{ to: 'unit' as const, id: sheet.unitId }] },
      })),
    );
    return sheets.length;
  });
}
