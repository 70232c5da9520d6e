import { mostExported } from '../../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import type { SheetRowJson } from '../../contract.ts';
import {
  countBoard,
  insertSteps,
  listSheetIds,
  listSheets,
  noteUrged,
  readForm,
  readFormPeriods,
  readSheets,
  type SheetSearch,
  type StoredSheet,
  takeSheetsToUrge,
} from '../../store/collection.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { rowOf } from './sheet.ts';
import { askToFill, linkOf, nameOf, originOf } from './tell.ts';

/** One page of the sheets in reach: those of the own unit, those to be reviewed, or all. */
export async function findSheets(
  actor: Actor,
  search: SheetSearch,
  page: { readonly limit: number; readonly offset: number },
  deps: IndicatorDeps,
): Promise<{ rows: SheetRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'indicator.read');
  const day = today(deps);
  const { sheets, ...count } = await listSheets(deps.db, search, actor, day, page);
  return { rows: sheets.map((sheet) => rowOf(actor, sheet, day)), ...count };
}

/** Those of a list that somebody takes away: which in which order, and some of them at a time. */
export async function sheetsToExport(
  actor: Actor,
  {
    ids,
    except,
    ...search
  }: SheetSearch & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: IndicatorDeps,
) {
  permit(actor, 'indicator.read');
  const day = today(deps);
  const found = await listSheetIds(deps.db, search, actor, day, mostExported + 1);
  if (found.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const [wanted, without] = [ids === null ? null : new Set(ids), new Set(except)];
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: async (some: readonly string[]): Promise<SheetRowJson[]> =>
      (await readSheets(deps.db, some, actor)).map((sheet) => rowOf(actor, sheet, day)),
  };
}

/** How far a form is for a period; the newest one unless another is asked. */
export async function readBoard(
  actor: Actor,
  { formId, period }: { readonly formId: string; readonly period: string | null },
  deps: IndicatorDeps,
) {
  permit(actor, 'indicator.read');
  const form = await readForm(deps.db, formId);
  if (form === undefined) throw new RefusalError({ code: 'form-unknown', field: 'formId', given: formId });
  const periods = await readFormPeriods(deps.db, formId);
  const shown = period === null ? periods[0] : periods.find((each) => each.period === period);
  if (period !== null && shown === undefined)
    throw new RefusalError({ code: 'form-period-unknown', field: 'period', given: period });
  return {
    ...{ formId, formName: form.content.name, period: shown?.period ?? null, dueOn: shown?.dueOn ?? null },
    periods: periods.map((each) => each.period),
    counts: await countBoard(deps.db, formId, shown?.period ?? '', actor, today(deps)),
  };
}

const restMs = 3_600_000;
type Why = 'handed-in' | 'just-urged' | 'unknown';

/**
 * 催报: asks units for their sheets, by message and work item; named ones, or all that are late. Who was urged within the
 * hour is left alone, and so is who has handed in.
 */
export async function urgeSheets(
  actor: Actor,
  asked: {
    readonly formId: string;
    readonly period: string;
    readonly sheetIds: readonly string[] | null;
    readonly note: string;
  },
  deps: IndicatorDeps,
) {
  permit(actor, 'indicator.review');
  const form = await readForm(deps.db, asked.formId);
  if (form === undefined) throw new RefusalError({ code: 'form-unknown', field: 'formId', given: asked.formId });
  return recording(deps, actor, async (db, note) => {
    const { formId, period, sheetIds } = asked;
    const at = deps.clock.now();
    const found = await takeSheetsToUrge(db, formId, period, sheetIds, actor, today(deps));
    const whyNot = (sheet: StoredSheet): Why | null => {
      if (sheet.state === 'submitted' || sheet.state === 'approved') return 'handed-in';
      const since = sheet.urgedAt === null ? restMs : Date.parse(at) - Date.parse(sheet.urgedAt);
      return since < restMs ? 'just-urged' : null;
    };
    const urged = found.filter((sheet) => whyNot(sheet) === null);
    for (const sheet of urged) {
      await askToFill(db, deps, actor, sheet, { title: `填报${nameOf(sheet)}`, detail: asked.note });
      await enqueue(db, deps, {
        key: `sheet:${sheet.id}:urge:${sheet.urgedTimes + 1}`,
        ...{ kind: 'due', importance: 'high', title: `请尽快报送${nameOf(sheet)}`, link: linkOf(sheet) },
        text: `${actor.name}催报：${sheet.extendedTo ?? sheet.dueOn} 截止。${asked.note}`,
        ...{ origin: originOf(sheet), to: [{ to: 'unit', id: sheet.unitId }], except: actor.id },
      });
    }
    const ids = urged.map(({ id }) => id);
    await noteUrged(db, ids, actor.name, at);
    await insertSteps(db, urged, { step: 'urge', at, by: actor, reason: asked.note || null, cells: null });
    note({
      action: 'indicator.urge',
      record: { kind: 'form', id: formId, name: form.content.name },
      place: { regionId: form.regionId, unitId: form.unitId, chainId: form.chainId },
      changes: [{ field: 'sheets', before: null, after: ids.length }],
    });
    const skipped = found.flatMap((sheet) => {
      const why = whyNot(sheet);
      return why === null ? [] : [{ ...named(sheet), why, message: whyWords[why] }];
    });
    const known = new Set(found.map(({ id }) => id));
    const strange = (sheetIds ?? [])
      .filter((id) => !known.has(id))
      .map((sheetId) => ({ sheetId, unitId: '-', unitName: '', why: 'unknown' as const, message: whyWords.unknown }));
    return { urged: ids.length, skipped: [...skipped, ...strange] };
  });
}

const named = ({ id, unitId, unitName }: StoredSheet) => ({ sheetId: id, unitId, unitName });
const whyWords: Readonly<Record<Why, string>> = {
  'handed-in': '已经报送，不用催。',
  'just-urged': '一小时内催过了，先等一等。',
  unknown: '没有这张表，或者不在您的范围内。',
};
