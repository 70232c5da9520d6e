import { type Actor, permit } from '../../../access/index.ts';
import { type AuditAction, recording, type TakeNote } from '../../../audit/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import type { BulletinJson } from '../../contract.ts';
import { type Asked, move, numberWords } from '../../domain/index.ts';
import { type ReportDb, type StoredBulletin, takeNumber, updateBulletin } from '../../store.ts';
import { type ReportDeps, today } from '../deps.ts';
import { decided } from './compose-bulletin.ts';
import { heldBulletin, noteStep, placeOf, recordOf } from './load.ts';
import { readBulletinDetail } from './read-bulletin.ts';
import { standingOf } from './show.ts';

export interface StepAsked {
  readonly bulletinId: string;
  readonly revision: number;
  readonly reason?: string | undefined;
}

export const originOf = (id: string): WorkOrigin => ({ slice: 'report', kind: 'bulletin', id });
export const linkOf = (id: string): string => `/bulletins/${id}`;

/** Asks for a signature: whoever may sign papers of the place has it on the workbench. */
export async function submitBulletin(actor: Actor, asked: StepAsked, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.write');
  await step(actor, 'submit', asked, deps, async (db, row) => {
    await openWork(db, deps, actor, {
      ...{ kind: 'review', title: `签发“${row.title}”`, link: linkOf(row.id), origin: originOf(row.id) },
      ...{ detail: '核对改过的地方和数字，签发或者退回。不能签自己写的。', place: placeOf(row) },
      assignee: { kind: 'holders', id: 'report.sign', name: '签发文稿的岗位' },
    });
  });
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

export async function takeBackBulletin(actor: Actor, asked: StepAsked, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.write');
  await step(actor, 'take-back', asked, deps, (db, row) => closeReview(db, deps, actor, row, '已撤回', 'withdrawn'));
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

/** Gives a paper back to those who wrote it, with the reason. */
export async function returnBulletin(actor: Actor, asked: StepAsked, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.sign');
  await step(actor, 'return', asked, deps, async (db, row) => {
    await closeReview(db, deps, actor, row, '已退回修改');
    await tellAuthors(db, deps, actor, row, '退回修改', asked.reason ?? '');
  });
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

/**
 * Signs a paper and gives it the next number of its sign in this year, in one transaction: a number is never given twice, nor to
 * a paper that was not signed. Refuses whoever wrote in it; numbers that differ from the frozen ones need a reason.
 */
export async function signBulletin(actor: Actor, asked: StepAsked, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.sign');
  const day = today(deps);
  const year = Number(day.slice(0, 4));
  await step(actor, 'sign', asked, deps, async (db, row) => {
    const no = await takeNumber(db, row.sign, year);
    await closeReview(db, deps, actor, row, `已签发，${numberWords({ sign: row.sign, year, no })}`);
    await tellAuthors(db, deps, actor, row, '已签发', numberWords({ sign: row.sign, year, no }));
    return { year, no, signed_on: day, signed_by: actor.name };
  });
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

/** Gives up a paper that is not out. Its number, if it has one, stays used. */
export async function withdrawBulletin(actor: Actor, asked: StepAsked, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.write');
  await step(actor, 'withdraw', asked, deps, (db, row) => closeReview(db, deps, actor, row, '已作废', 'withdrawn'));
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

const actions = {
  submit: 'report.submit',
  'take-back': 'report.take-back',
  return: 'report.return',
  sign: 'report.sign',
  withdraw: 'report.withdraw',
  send: 'report.send',
  archive: 'report.archive',
} as const satisfies Readonly<Record<Exclude<Asked['step'], 'edit'>, AuditAction>>;

/** One step of a paper's life with everything that belongs to it, in one transaction; `more` gives what else changes of the paper. */
export async function step(
  actor: Actor,
  which: keyof typeof actions,
  { bulletinId, revision, reason }: StepAsked,
  deps: ReportDeps,
  more: (db: ReportDb, row: StoredBulletin, note: TakeNote) => Promise<unknown>,
): Promise<void> {
  await recording(deps, actor, async (db, note) => {
    const row = await heldBulletin(actor, bulletinId, db);
    const state = decided(
      move(standingOf(row), { step: which, revision, by: actor.id, ...(reason !== undefined && { reason }) }),
    );
    const at = deps.clock.now();
    const change = await more(db, row, note);
    const changes: Changes = typeof change === 'object' && change !== null ? change : {};
    await updateBulletin(db, bulletinId, { ...changes, state, changed_at: at, changed_by: actor.name });
    await noteStep(db, actor, bulletinId, { step: which, at, words: reason });
    note({
      ...{ action: actions[which], ...recordOf({ ...row, ...numbered(changes) }) },
      changes: [{ field: 'state', before: row.state, after: state }],
      ...(reason !== undefined && reason.trim() !== '' && { reason: reason.trim() }),
    });
  });
}

type Changes = Parameters<typeof updateBulletin>[2];

const numbered = ({ year, no }: { readonly year?: unknown; readonly no?: unknown }) =>
  typeof year === 'number' && typeof no === 'number' ? { year, no } : {};

const closeReview = (
  db: ReportDb,
  deps: ReportDeps,
  actor: Actor,
  { id }: StoredBulletin,
  outcome: string,
  state: 'done' | 'withdrawn' = 'done',
): Promise<number> => closeWork(db, deps, actor, { origin: originOf(id), kinds: ['review'], outcome, state });

const tellAuthors = (
  db: ReportDb,
  deps: ReportDeps,
  actor: Actor,
  row: StoredBulletin,
  what: string,
  text: string,
): Promise<void> =>
  enqueue(db, deps, {
    ...{ key: `bulletin:${row.id}:${what}:${row.revision}`, kind: 'progress', title: `“${row.title}”${what}` },
    ...{ text, link: linkOf(row.id), origin: originOf(row.id), except: actor.id },
    to: row.author_ids.map((id) => ({ to: 'person', id })),
  });
