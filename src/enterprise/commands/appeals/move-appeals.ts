import { type Actor, permit } from '../../../access/index.ts';
import { type AuditNote, recording } from '../../../audit/index.ts';
import { type Day, isDayText, RefusalError } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, type NewWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import type { EnterpriseAppealJson } from '../../contract.ts';
import { type AppealKind, type AppealStep, appealKindNames, appealStateNames, mayStep } from '../../domain/index.ts';
import {
  type AppealPatch,
  type EnterpriseDb,
  insertAppeal,
  insertAppealStep,
  lockAppealRow,
  moveAppeal,
  type StoredAppeal,
  type StoredEnterprise,
  unitNameOf,
} from '../../store.ts';
import { doingOf, type EnterpriseDeps, type FilePartDeps, today } from '../deps.ts';
import { placeOf, reaches, recordOf } from '../lock.ts';
import { seenEnterprise } from '../read-enterprise.ts';
import { isOwn } from '../read-requests.ts';
import { answersFor, isOwnAppeal, reachesEnterprise, readAppeal } from './read-appeals.ts';

const originOf = (id: string): WorkOrigin => ({ slice: 'enterprise', kind: 'appeal', id });
const linkOf = (id: string): string => `/enterprises/appeals/${id}`;

export interface AppealAsked {
  readonly enterpriseId: string;
  readonly kind: AppealKind;
  readonly title: string;
  readonly words: string;
  readonly urgent: boolean;
}

/** The enterprise asks for help. */
export async function raiseAppeal(
  actor: Actor,
  asked: AppealAsked,
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.ask');
  return raise(actor, asked, true, deps);
}

/** An office writes down what an enterprise asked it for. */
export async function noteAppeal(
  actor: Actor,
  asked: AppealAsked,
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.keep');
  return raise(actor, asked, false, deps);
}

async function raise(
  actor: Actor,
  { enterpriseId, kind, urgent, ...asked }: AppealAsked,
  byItself: boolean,
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  const [id, title, words] = [deps.newId(), asked.title.trim(), asked.words.trim()];
  await recording(deps, actor, async (db, note) => {
    const row = await seenEnterprise(actor, enterpriseId, { db });
    if (byItself ? !isOwn(actor, row) : !reaches(actor, placeOf(row)))
      throw new RefusalError({ code: 'enterprise-request-not-own', field: 'enterpriseId', given: row.name });
    if (row.merged_into !== null)
      throw new RefusalError({ code: 'enterprise-merged', field: row.name, given: row.merged_name ?? row.merged_into });
    const doing = doingOf(deps, actor);
    await insertAppeal(db, {
      ...{ id, enterpriseId: row.id, enterpriseName: row.name, kind, title, words, urgent, byItself, ...doing },
    });
    await insertAppealStep(db, { appealId: id, step: 'raise', words: '', ...doing });
    await openWork(db, deps, actor, toSend(row, { id, kind, title, words, urgent }));
    note({
      action: 'enterprise.raise-appeal',
      ...recordOf(row),
      changes: [{ field: 'appeal', before: null, after: title }],
    });
  });
  return readAppeal(actor, id, deps);
}

const toSend = (
  row: StoredEnterprise,
  appeal: Pick<AppealAsked, 'kind' | 'title' | 'words' | 'urgent'> & { readonly id: string },
): NewWork => {
  const { regionId, unitId, chainId } = placeOf(row);
  return {
    ...{ kind: 'review', title: `分办企业诉求：${row.name}` },
    detail: `${appealKindNames[appeal.kind]}：${appeal.title}。${appeal.words}`,
    ...{ link: linkOf(appeal.id), origin: originOf(appeal.id), place: { regionId, unitId, chainId } },
    assignee: { kind: 'holders', id: 'enterprise.review', name: '分办企业诉求的岗位' },
    ...(appeal.urgent && { importance: 'high' }),
  };
};

type OfAppeal = { readonly appealId: string; readonly revision: number };
export type SentAppeal = OfAppeal & { readonly unitId: string; readonly dueOn: Day; readonly words: string };

/** Gives an appeal to the unit that answers it, by a day; again to another as long as there is no answer. */
export async function sendAppeal(actor: Actor, asked: SentAppeal, deps: EnterpriseDeps): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.review');
  return moving(actor, asked, 'send', deps, async (db, row) => {
    refuseFar(actor, row);
    const unitName = await checkedUnit(db, asked, deps);
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome: `已分给${unitName}` });
    const { unitId, dueOn, words } = asked;
    await askUnit(db, actor, row, { unitId, unitName, dueOn, words }, deps);
    return { patch: { state: 'sent', unitId, dueOn }, words, unitName, dueOn };
  });
}

/** Makes a task of an appeal, as whoever may instruct; the unit answers the appeal besides. */
export async function makeAppealTask(
  actor: Actor,
  asked: SentAppeal,
  deps: FilePartDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.review');
  permit(actor, 'task.instruct');
  const seen = await readAppeal(actor, asked.appealId, deps);
  if (!seen.may.task) throw new RefusalError({ code: 'enterprise-appeal-step', given: appealStateNames[seen.state] });
  if (seen.revision !== asked.revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: asked.revision, limit: seen.revision });
  const unitName = await checkedUnit(deps.db, asked, deps);
  const { unitId, dueOn } = asked;
  const words = asked.words.trim();
  const chainId = (await seenEnterprise(actor, seen.enterprise.id, deps)).chain_id;
  // The task is a record of its own, with its own audit entry; the line that leads back to the appeal follows it.
  const taskId = await deps.instruct(actor, {
    title: `企业诉求：${seen.enterprise.name} ${seen.title}`.slice(0, 120),
    words: words === '' ? `${seen.enterprise.name}：${seen.words}` : words,
    ...{ chainId, unitId, unitName, dueOn },
  });
  return moving(actor, asked, 'task', deps, async (db, row) => {
    refuseFar(actor, row);
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome: `已立为任务，由${unitName}办` });
    await askUnit(db, actor, row, { unitId, unitName, dueOn, words }, deps);
    return { patch: { state: 'sent', unitId, dueOn, taskId }, words, unitName, dueOn };
  });
}

/** Does not take an appeal on, with the reason. */
export async function refuseAppeal(
  actor: Actor,
  asked: OfAppeal & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.review');
  return moving(actor, asked, 'refuse', deps, async (db, row) => {
    refuseFar(actor, row);
    await closeWork(db, deps, actor, {
      origin: originOf(row.id),
      outcome: `不受理：${asked.reason}`,
      state: 'withdrawn',
    });
    await tellEnterprise(db, row, '诉求不受理', `理由：${asked.reason}`, deps);
    return { patch: { state: 'refused' }, words: asked.reason };
  });
}

/** The unit answers; the enterprise is asked whether that will do. */
export async function answerAppeal(
  actor: Actor,
  asked: OfAppeal & { readonly words: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.keep');
  const words = asked.words.trim();
  return moving(actor, asked, 'answer', deps, async (db, row) => {
    if (!answersFor(actor, row)) throw unknown(row.id);
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome: `已答复：${words.slice(0, 200)}` });
    await askJudgement(db, actor, row, words, deps);
    return { patch: { state: 'answered', answer: { words, by: doingOf(deps, actor).by } }, words };
  });
}

type Judgement = OfAppeal & { readonly satisfied: boolean; readonly words: string };

/** The enterprise says whether the answer will do; if not, its unit is asked again. */
export async function judgeAppeal(actor: Actor, asked: Judgement, deps: EnterpriseDeps): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.ask');
  return judge(actor, asked, deps, (row) => {
    if (!isOwnAppeal(actor, row)) throw new RefusalError({ code: 'enterprise-request-not-own', field: 'appealId' });
  });
}

/** An office writes down what an enterprise without an account says of the answer: somebody else than who gave it. */
export async function noteJudgement(
  actor: Actor,
  asked: Judgement,
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.keep');
  return judge(actor, asked, deps, (row) => {
    refuseFar(actor, row);
    if (row.own_unit_id !== null) throw new RefusalError({ code: 'enterprise-appeal-own', field: 'appealId' });
    if (row.answered_by_id === actor.id)
      throw new RefusalError({ code: 'enterprise-appeal-second-person', given: row.answered_by });
  });
}

async function judge(
  actor: Actor,
  asked: Judgement,
  deps: EnterpriseDeps,
  refuse: (row: StoredAppeal) => void,
): Promise<EnterpriseAppealJson> {
  const { satisfied } = asked;
  const words = asked.words.trim();
  if (!satisfied && words.length < 2) throw new RefusalError({ code: 'enterprise-appeal-why', field: 'words' });
  return moving(actor, asked, satisfied ? 'judge' : 'reopen', deps, async (db, row) => {
    refuse(row);
    const outcome = satisfied ? '企业满意' : '企业不满意';
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome });
    const judged = { satisfied, words };
    if (satisfied || row.unit_id === null || row.due_on === null) return { patch: { state: 'closed', judged }, words };
    const { unit_id: unitId, due_on: dueOn } = row;
    const unitName = row.unit_name ?? unitId;
    await askUnit(db, actor, row, { unitId, unitName, dueOn, words: `企业对答复不满意：${words}` }, deps);
    return { patch: { state: 'sent', judged }, words, unitName, dueOn };
  });
}

/** The enterprise takes its own appeal back before it is answered. */
export async function withdrawAppeal(
  actor: Actor,
  asked: OfAppeal,
  deps: EnterpriseDeps,
): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.ask');
  return moving(actor, asked, 'withdraw', deps, async (db, row) => {
    if (!isOwnAppeal(actor, row)) throw new RefusalError({ code: 'enterprise-request-not-own', field: 'appealId' });
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome: '企业已撤回诉求', state: 'withdrawn' });
    return { patch: { state: 'withdrawn' }, words: '' };
  });
}

interface Moved {
  readonly patch: AppealPatch;
  readonly words: string;
  readonly unitName?: string;
  readonly dueOn?: Day;
}

const actionOf: Readonly<Record<Exclude<AppealStep, 'raise'>, AuditNote['action']>> = {
  ...{ send: 'enterprise.send-appeal', refuse: 'enterprise.refuse-appeal', answer: 'enterprise.answer-appeal' },
  ...{ judge: 'enterprise.judge-appeal', reopen: 'enterprise.reopen-appeal', task: 'enterprise.task-appeal' },
  withdraw: 'enterprise.withdraw-appeal',
};

/** One step of an appeal that is in view, held, and where the step may be taken. */
async function moving(
  actor: Actor,
  { appealId, revision }: OfAppeal,
  step: Exclude<AppealStep, 'raise'>,
  deps: EnterpriseDeps,
  work: (db: EnterpriseDb, row: StoredAppeal) => Promise<Moved>,
): Promise<EnterpriseAppealJson> {
  await recording(deps, actor, async (db, note) => {
    const row = await lockAppealRow(db, actor, appealId);
    if (row === undefined) throw unknown(appealId);
    if (row.revision !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
    if (!mayStep(step, row.state))
      throw new RefusalError({ code: 'enterprise-appeal-step', given: appealStateNames[row.state] });
    const { patch, words, unitName = null, dueOn = null } = await work(db, row);
    const doing = doingOf(deps, actor);
    await insertAppealStep(db, { appealId: row.id, step, words, unitName, dueOn, ...doing });
    await moveAppeal(db, row.id, patch, doing.at);
    note({
      action: actionOf[step],
      record: { kind: 'enterprise', id: row.enterprise_id, name: row.enterprise_name },
      place: { regionId: row.region_id, unitId: row.own_unit_id, chainId: row.chain_id },
      changes: [{ field: 'state', before: appealStateNames[row.state], after: appealStateNames[patch.state] }],
      ...(words === '' ? {} : { reason: words }),
    });
  });
  return readAppeal(actor, appealId, deps);
}

const unknown = (given: string) => new RefusalError({ code: 'enterprise-appeal-unknown', field: 'appealId', given });

function refuseFar(actor: Actor, row: StoredAppeal): void {
  if (!reachesEnterprise(actor, row)) throw unknown(row.id);
}

async function checkedUnit(
  db: EnterpriseDb,
  { unitId, dueOn }: Pick<SentAppeal, 'unitId' | 'dueOn'>,
  deps: EnterpriseDeps,
): Promise<string> {
  const name = await unitNameOf(db, unitId);
  if (name === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: unitId });
  if (!isDayText(dueOn))
    throw new RefusalError({ code: 'day-unknown', field: 'dueOn', given: dueOn, limit: 'YYYY-MM-DD' });
  const day = today(deps);
  if (dueOn < day) throw new RefusalError({ code: 'due-in-past', field: 'dueOn', given: dueOn, limit: day });
  return name;
}

const askUnit = (
  db: EnterpriseDb,
  actor: Actor,
  row: StoredAppeal,
  to: { readonly unitId: string; readonly unitName: string; readonly dueOn: Day; readonly words: string },
  deps: EnterpriseDeps,
): Promise<void> =>
  openWork(db, deps, actor, {
    ...{ kind: 'handle', title: `答复企业诉求：${row.enterprise_name}` },
    detail: `${appealKindNames[row.kind]}：${row.title}。${to.words === '' ? row.words : to.words}`,
    ...{ link: linkOf(row.id), origin: originOf(row.id), dueOn: to.dueOn },
    place: { regionId: row.region_id, unitId: row.own_unit_id, chainId: row.chain_id },
    assignee: { kind: 'unit', id: to.unitId, name: to.unitName },
    ...(row.urgent && { importance: 'high' as const }),
  });

/** On the workbench of the enterprise's own people; where there are none, whoever wrote the appeal down is told. */
async function askJudgement(
  db: EnterpriseDb,
  actor: Actor,
  row: StoredAppeal,
  words: string,
  deps: EnterpriseDeps,
): Promise<void> {
  if (row.own_unit_id === null)
    return tellEnterprise(db, row, '诉求有了答复，请问企业满不满意', words.slice(0, 500), deps);
  await openWork(db, deps, actor, {
    ...{ kind: 'handle', title: `评价答复：${row.title}`, detail: words.slice(0, 500) },
    ...{ link: linkOf(row.id), origin: originOf(row.id) },
    place: { regionId: row.region_id, unitId: row.own_unit_id, chainId: row.chain_id },
    assignee: { kind: 'unit', id: row.own_unit_id, name: row.enterprise_name },
  });
}

async function tellEnterprise(
  db: EnterpriseDb,
  row: StoredAppeal,
  title: string,
  text: string,
  deps: EnterpriseDeps,
): Promise<void> {
  const to = row.own_unit_id === null ? { to: 'person' as const, id: row.raised_by_id } : null;
  await enqueue(db, deps, {
    ...{ key: `enterprise-appeal:${row.id}:${row.revision}`, kind: 'progress', title: `${title}：${row.title}` },
    ...{ text, link: linkOf(row.id), origin: originOf(row.id) },
    to: [to ?? { to: 'unit', id: row.own_unit_id ?? '' }],
  });
}
