import type { Actor } from '../../../access/index.ts';
import type { AuditNote } from '../../../audit/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import { periodWords } from '../../domain/wording/period.ts';
import type { StoredSheet } from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';

/** A sheet as those hear of it who have to do with it. */
export type ToldSheet = Pick<
  StoredSheet,
  'id' | 'formName' | 'period' | 'unitId' | 'unitName' | 'regionId' | 'chainId' | 'dueOn' | 'extendedTo'
>;

export const originOf = ({ id }: { readonly id: string }): WorkOrigin => ({ slice: 'indicator', kind: 'sheet', id });
export const linkOf = ({ id }: { readonly id: string }): string => `/sheets/${id}`;
/** `《…》2026 年 3 月` */
export const nameOf = ({ formName, period }: Pick<ToldSheet, 'formName' | 'period'>): string =>
  `《${formName}》${periodWords(period)}`;

export const recordOf = (sheet: ToldSheet): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'sheet', id: sheet.id, name: `${nameOf(sheet)} ${sheet.unitName}` },
  place: { regionId: sheet.regionId, unitId: sheet.unitId, chainId: sheet.chainId },
});

const placeOf = ({ regionId, unitId, chainId }: ToldSheet) => ({ regionId, unitId, chainId });

/** Puts filling in on the workbench of the unit. */
export const askToFill = (
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  sheet: ToldSheet,
  { title, detail }: { readonly title: string; readonly detail: string },
): Promise<void> =>
  openWork(db, deps, actor, {
    ...{ kind: 'report', title, detail, link: linkOf(sheet), origin: originOf(sheet), place: placeOf(sheet) },
    assignee: { kind: 'unit', id: sheet.unitId, name: sheet.unitName },
    dueOn: sheet.extendedTo ?? sheet.dueOn,
  });

export const askToFillAnew = (db: IndicatorDb, deps: IndicatorDeps, actor: Actor, sheet: ToldSheet, detail: string) =>
  askToFill(db, deps, actor, sheet, { title: `修改后重新报送${nameOf(sheet)}`, detail });

/** Handed in: the unit has done its part, whoever may review it over its place has the next one. */
export async function tellSubmitted(db: IndicatorDb, deps: IndicatorDeps, actor: Actor, sheet: ToldSheet) {
  await closeWork(db, deps, actor, { origin: originOf(sheet), kinds: ['report'], outcome: '已报送' });
  await openWork(db, deps, actor, {
    ...{ kind: 'review', title: `审核${sheet.unitName}报送的${nameOf(sheet)}`, link: linkOf(sheet) },
    ...{ detail: '核对数据和说明，审核通过或者退回。', origin: originOf(sheet), place: placeOf(sheet) },
    assignee: { kind: 'holders', id: 'indicator.review', name: '有审核权限的岗位' },
  });
}

export const closeReview = (
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  sheet: ToldSheet,
  outcome: string,
  state: 'done' | 'withdrawn' = 'done',
): Promise<number> => closeWork(db, deps, actor, { origin: originOf(sheet), kinds: ['review'], outcome, state });

export const closeReport = (
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  sheet: ToldSheet,
  outcome: string,
): Promise<number> => closeWork(db, deps, actor, { origin: originOf(sheet), kinds: ['report'], outcome });

/** Tells somebody what became of a sheet. */
export const tellOutcome = (
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  sheet: ToldSheet & { readonly revision: number },
  told: { readonly what: string; readonly text: string; readonly to: { readonly person: string } | 'unit' },
): Promise<void> =>
  enqueue(db, deps, {
    key: `sheet:${sheet.id}:${told.what}:${sheet.revision}`,
    ...{ kind: 'progress', title: `${nameOf(sheet)}${told.what}`, text: told.text, link: linkOf(sheet) },
    origin: originOf(sheet),
    to: [told.to === 'unit' ? { to: 'unit', id: sheet.unitId } : { to: 'person', id: told.to.person }],
    except: actor.id,
  });
