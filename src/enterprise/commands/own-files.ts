import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { enqueue } from '../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../work/index.ts';
import type { EnterpriseJson } from '../contract.ts';
import { agreeToFile as agree, findFile, hideFile, insertChange, insertFile, touchEnterprise } from '../store.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { checkedPaper, refuseAbout, refuseSame, type SentFile } from './files.ts';
import { lockEnterprise, placeOf, recordOf } from './lock.ts';
import { readEnterprise, seenEnterprise } from './read-enterprise.ts';
import { isOwn } from './read-requests.ts';

/** Papers that an enterprise sends itself, and what the office says to them. */

const originOf = (fileId: string): WorkOrigin => ({ slice: 'enterprise', kind: 'paper', id: fileId });

/** The enterprise sends a paper for its own file; it stands there as its own until an office agrees to it. */
export async function sendOwnFile(actor: Actor, sent: SentFile, deps: EnterpriseDeps): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.ask');
  const paper = checkedPaper(sent);
  await recording(deps, actor, async (db, note) => {
    const row = await ownEnterprise(actor, sent.enterpriseId, { db });
    await refuseAbout(db, row.id, paper.about);
    await refuseSame(db, row.id, paper);
    const id = deps.newId();
    await insertFile(db, { id, enterpriseId: row.id, byItself: true, ...paper, ...doingOf(deps, actor) });
    const { regionId, unitId, chainId } = placeOf(row);
    await openWork(db, deps, actor, {
      ...{ kind: 'review', title: `核对企业上传的材料：${row.name}`, detail: paper.name },
      ...{ link: `/enterprises/${row.id}`, origin: originOf(id), place: { regionId, unitId, chainId } },
      assignee: { kind: 'holders', id: 'enterprise.review', name: '核定企业变更的岗位' },
    });
    const changes = [{ field: 'file', before: null, after: paper.name }];
    note({ action: 'enterprise.send-file', ...recordOf(row), changes });
  });
  return readEnterprise(actor, { enterpriseId: sent.enterpriseId }, deps);
}

type Of = { readonly enterpriseId: string; readonly fileId: string };

/** The enterprise takes back a paper of its own that nobody has agreed to. */
export async function takeBackOwnFile(actor: Actor, asked: Of, deps: EnterpriseDeps): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.ask');
  await recording(deps, actor, async (db, note) => {
    const row = await ownEnterprise(actor, asked.enterpriseId, { db });
    const file = await findFile(db, row.id, asked.fileId);
    if (file === undefined || !file.by_itself) throw unknown(asked.fileId);
    if (file.agreed_at !== null) throw new RefusalError({ code: 'enterprise-file-agreed', given: file.name });
    await hideFile(db, file.id, doingOf(deps, actor), '企业收回');
    await closeWork(db, deps, actor, { origin: originOf(file.id), outcome: '企业已收回', state: 'withdrawn' });
    const changes = [{ field: 'file', before: file.name, after: null }];
    note({ action: 'enterprise.take-back-file', ...recordOf(row), changes });
  });
  return readEnterprise(actor, { enterpriseId: asked.enterpriseId }, deps);
}

/** The office agrees to a paper that the enterprise sent, or sends it back with the reason. */
export async function agreeToFile(
  actor: Actor,
  asked: Of & { readonly agree: boolean; readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.review');
  const reason = asked.reason.trim();
  if (!asked.agree && reason.length < 2) throw new RefusalError({ code: 'enterprise-file-reason', field: 'reason' });
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, asked.enterpriseId, null);
    const file = await findFile(db, row.id, asked.fileId);
    if (file === undefined || !file.by_itself) throw unknown(asked.fileId);
    if (file.agreed_at !== null) throw new RefusalError({ code: 'enterprise-file-agreed', given: file.name });
    const doing = doingOf(deps, actor);
    const outcome = asked.agree ? '已认可' : `已退回：${reason}`;
    if (asked.agree) {
      await agree(db, file.id, doing);
      const revision = await touchEnterprise(db, row.id, doing);
      const change = { id: deps.newId(), enterpriseId: row.id, revision, kind: 'paper', parts: ['files'] } as const;
      const after = { name: file.name, about: file.about };
      await insertChange(db, { ...change, holdsFrom: today(deps), before: {}, after, reason, ...doing });
    } else await hideFile(db, file.id, doing, reason);
    await closeWork(db, deps, actor, { origin: originOf(file.id), outcome });
    await enqueue(db, deps, {
      ...{
        key: `enterprise-file:${file.id}`,
        kind: 'progress',
        title: `材料${asked.agree ? '已认可' : '退回'}：${file.name}`,
      },
      ...{ text: asked.agree ? '' : `理由：${reason}`, link: '/my-enterprise', origin: originOf(file.id) },
      to: [{ to: 'person', id: file.by_id }],
    });
    note({
      action: 'enterprise.agree-file',
      ...recordOf(row),
      changes: [{ field: 'file', before: file.name, after: outcome }],
      ...(reason === '' ? {} : { reason }),
    });
  });
  return readEnterprise(actor, { enterpriseId: asked.enterpriseId }, deps);
}

async function ownEnterprise(actor: Actor, id: string, deps: Pick<EnterpriseDeps, 'db'>) {
  const row = await seenEnterprise(actor, id, deps);
  if (!isOwn(actor, row))
    throw new RefusalError({ code: 'enterprise-request-not-own', field: 'enterpriseId', given: id });
  if (row.merged_into !== null)
    throw new RefusalError({ code: 'enterprise-merged', field: row.name, given: row.merged_name ?? row.merged_into });
  return row;
}

const unknown = (given: string) => new RefusalError({ code: 'enterprise-file-unknown', field: 'fileId', given });
