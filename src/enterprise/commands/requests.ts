import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { enqueue } from '../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../work/index.ts';
import { partNames, requestStateNames } from '../contract/fields.ts';
import type { EnterpriseChangeJson, EnterpriseRequestJson } from '../contract.ts';
import { askableParts, type EnterprisePart, partsChanged, partsOf, pick, staleParts } from '../domain/index.ts';
import {
  closeRequest,
  contentOf,
  type EnterpriseDb,
  insertRequest,
  lockRequestRow,
  openRequestOf,
  type StoredEnterprise,
  type StoredRequest,
} from '../store.ts';
import { applyChange, refuseDay } from './change.ts';
import { checkedContent } from './content.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, placeOf, recordOf } from './lock.ts';
import { seenEnterprise } from './read-enterprise.ts';
import { isOwn, readRequest } from './read-requests.ts';

const originOf = (id: string): WorkOrigin => ({ slice: 'enterprise', kind: 'request', id });
const wordsOf = (parts: readonly EnterprisePart[]): string => parts.map((part) => partNames[part]).join('、');

/**
 * The enterprise asks to have its own file changed. What it asks must be able to stand in the file; a second request waits until
 * the first is decided. Those who review over its place are asked to decide.
 */
export async function askChange(
  actor: Actor,
  asked: {
    readonly enterpriseId: string;
    readonly revision: number;
    readonly changes: EnterpriseChangeJson;
    readonly holdsFrom: string;
    readonly reason: string;
  },
  deps: EnterpriseDeps,
): Promise<EnterpriseRequestJson> {
  permit(actor, 'enterprise.ask');
  const id = await recording(deps, actor, async (db, note) => {
    const row = await ownEnterprise(db, actor, asked.enterpriseId);
    if (row.revision !== asked.revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: asked.revision, limit: row.revision });
    const strange = Object.keys(asked.changes).filter((part) => !(askableParts as readonly string[]).includes(part));
    if (strange.length > 0)
      throw new RefusalError(...strange.map((field) => ({ code: 'enterprise-request-part', field })));
    const waiting = await openRequestOf(db, row.id);
    if (waiting !== undefined) throw new RefusalError({ code: 'enterprise-request-open', given: row.name });
    const was = contentOf(row);
    const content = await checkedContent(db, actor, { ...was, ...asked.changes }, { id: row.id, before: was }, deps);
    const parts = partsChanged(was, pick(content, partsOf(asked.changes)));
    if (parts.length === 0) throw new RefusalError({ code: 'enterprise-same', field: row.name });
    const request = { id: deps.newId(), enterpriseId: row.id, changes: pick(content, parts), before: pick(was, parts) };
    const { holdsFrom, reason } = asked;
    refuseDay(holdsFrom, content.foundedOn, today(deps));
    await insertRequest(db, { ...request, overRevision: row.revision, holdsFrom, reason, ...doingOf(deps, actor) });
    const { regionId, unitId, chainId } = placeOf(row);
    await openWork(db, deps, actor, {
      ...{ kind: 'review', title: `核定变更申请：${row.name}`, detail: `申请改${wordsOf(parts)}。理由：${reason}` },
      ...{ link: `/enterprises/requests?requestId=${request.id}`, origin: originOf(request.id) },
      place: { regionId, unitId, chainId },
      assignee: { kind: 'holders', id: 'enterprise.review', name: '核定企业变更的岗位' },
    });
    note({
      action: 'enterprise.ask',
      ...recordOf(row),
      changes: parts.map((field) => ({ field, before: was[field], after: content[field] })),
      reason,
    });
    return request.id;
  });
  return readRequest(actor, { requestId: id }, deps);
}

/** Whoever asked, or another of the enterprise, takes the request back before it is decided. */
export async function withdrawRequest(
  actor: Actor,
  asked: { readonly requestId: string; readonly revision: number },
  deps: EnterpriseDeps,
): Promise<EnterpriseRequestJson> {
  permit(actor, 'enterprise.ask');
  await recording(deps, actor, async (db, note) => {
    const request = await openRequest(db, actor, asked);
    const row = await ownEnterprise(db, actor, request.enterprise_id);
    await closeRequest(db, request.id, { state: 'withdrawn', agreed: [], reason: '' }, doingOf(deps, actor));
    await closeWork(db, deps, actor, { origin: originOf(request.id), outcome: '企业已撤回申请', state: 'withdrawn' });
    note({
      action: 'enterprise.withdraw-request',
      ...recordOf(row),
      changes: [{ field: 'state', before: requestStateNames.open, after: requestStateNames.withdrawn }],
    });
  });
  return readRequest(actor, asked, deps);
}

/**
 * Decides a request part by part; what is agreed to stands in the file from the day that was asked for. Another person than
 * whoever asked, with a reason for what is not agreed to. Refuses when a part that is agreed to has become another since the
 * file was seen.
 */
export async function decideRequest(
  actor: Actor,
  asked: {
    readonly requestId: string;
    readonly revision: number;
    readonly enterpriseRevision: number;
    readonly agree: readonly string[];
    readonly reason: string;
  },
  deps: EnterpriseDeps,
): Promise<EnterpriseRequestJson> {
  permit(actor, 'enterprise.review');
  await recording(deps, actor, async (db, note) => {
    const request = await openRequest(db, actor, asked);
    if (request.asked_by_id === actor.id)
      throw new RefusalError({ code: 'enterprise-second-person', given: request.asked_by });
    const row = await lockEnterprise(db, actor, request.enterprise_id, null);
    const parts = partsOf(request.changes);
    const agreed = parts.filter((part) => asked.agree.includes(part));
    const unknown = asked.agree.filter((part) => !(parts as readonly string[]).includes(part));
    if (unknown.length > 0)
      throw new RefusalError(...unknown.map((field) => ({ code: 'enterprise-request-part', field })));
    const reason = asked.reason.trim();
    if (agreed.length < parts.length && reason.length < 2)
      throw new RefusalError({ code: 'enterprise-request-reason', field: 'reason' });
    if (row.revision !== asked.enterpriseRevision) refuseStale(request, row, agreed);
    if (agreed.length > 0) {
      const change = pick(request.changes, agreed);
      const why = reason === '' ? request.reason : `${request.reason}；${reason}`;
      const how = {
        kind: 'changed',
        change,
        holdsFrom: request.holds_from,
        reason: why,
        requestId: request.id,
      } as const;
      await applyChange(db, actor, row, how, deps, note);
    }
    const state = agreed.length === 0 ? 'refused' : 'approved';
    const doing = doingOf(deps, actor);
    await closeRequest(db, request.id, { state, agreed, reason }, doing);
    const outcome = outcomeOf(agreed, parts, reason);
    await closeWork(db, deps, actor, { origin: originOf(request.id), outcome });
    await enqueue(db, deps, {
      ...{
        key: `enterprise-request:${request.id}:${state}`,
        kind: 'progress',
        title: `变更申请${requestStateNames[state]}：${row.name}`,
      },
      ...{ text: outcome, link: `/enterprises/requests?requestId=${request.id}`, origin: originOf(request.id) },
      to: [{ to: 'person', id: request.asked_by_id }],
    });
    note({
      action: 'enterprise.decide-request',
      ...recordOf(row),
      changes: [{ field: 'state', before: requestStateNames.open, after: requestStateNames[state] }],
      ...(reason === '' ? {} : { reason }),
    });
  });
  return readRequest(actor, asked, deps);
}

function outcomeOf(agreed: readonly EnterprisePart[], parts: readonly EnterprisePart[], reason: string): string {
  const why = reason === '' ? '' : `理由：${reason}`;
  if (agreed.length === 0) return `不同意。${why}`;
  const others = parts.filter((part) => !agreed.includes(part));
  return others.length === 0 ? `同意。${why}` : `同意改${wordsOf(agreed)}，不同意改${wordsOf(others)}。${why}`;
}

function refuseStale(request: StoredRequest, row: StoredEnterprise, agreed: readonly EnterprisePart[]): void {
  const stale = staleParts(pick(request.changes, agreed), request.before, contentOf(row));
  if (stale.length > 0)
    throw new RefusalError(...stale.map((field) => ({ code: 'enterprise-request-stale', field: partNames[field] })));
}

async function openRequest(
  db: EnterpriseDb,
  actor: Actor,
  { requestId, revision }: { readonly requestId: string; readonly revision: number },
): Promise<StoredRequest> {
  const request = await lockRequestRow(db, actor, requestId);
  if (request === undefined)
    throw new RefusalError({ code: 'enterprise-request-unknown', field: 'requestId', given: requestId });
  if (request.state !== 'open')
    throw new RefusalError({ code: 'enterprise-request-closed', given: requestStateNames[request.state] });
  if (request.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: request.revision });
  return request;
}

/** The enterprise whose own people ask; the others are none. */
async function ownEnterprise(db: EnterpriseDb, actor: Actor, id: string): Promise<StoredEnterprise> {
  const row = await seenEnterprise(actor, id, { db });
  if (!isOwn(actor, row))
    throw new RefusalError({ code: 'enterprise-request-not-own', field: 'enterpriseId', given: id });
  if (row.merged_into !== null)
    throw new RefusalError({ code: 'enterprise-merged', field: row.name, given: row.merged_name ?? row.merged_into });
  return row;
}
