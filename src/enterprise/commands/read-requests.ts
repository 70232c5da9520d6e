import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { EnterpriseRequestJson, RequestBox } from '../contract.ts';
import { partsOf, pick, staleParts } from '../domain/index.ts';
import {
  contentOf,
  enterpriseRowsOf,
  listRequestRows,
  readRequestRow,
  type StoredEnterprise,
  type StoredRequest,
} from '../store.ts';
import type { EnterpriseDeps } from './deps.ts';
import { mayWith } from './json.ts';

/** Whether an enterprise is the actor's own: its people come in through his unit. */
export const isOwn = (actor: Actor, row: Pick<StoredEnterprise, 'unit_id'>): boolean =>
  row.unit_id !== null && row.unit_id === actor.post?.unitId;

/** One page of requests in sight, the newest first. */
export async function findRequests(
  actor: Actor,
  asked: { readonly box?: RequestBox | undefined; readonly enterpriseId?: string | undefined },
  page: { readonly page: number; readonly pageSize: number },
  deps: EnterpriseDeps,
) {
  permit(actor, 'enterprise.read');
  const { box = 'open', enterpriseId = null } = asked;
  const at = { limit: page.pageSize, offset: (page.page - 1) * page.pageSize };
  const { rows, total } = await listRequestRows(deps.db, actor, { box, enterpriseId }, at);
  return { rows: await requestsJson(actor, rows, deps), total, capped: false, ...page };
}

/** One request with what stood in the file when it was asked and what stands there now. */
export async function readRequest(
  actor: Actor,
  { requestId }: { readonly requestId: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseRequestJson> {
  permit(actor, 'enterprise.read');
  const row = await readRequestRow(deps.db, actor, requestId);
  const [json] = row === undefined ? [] : await requestsJson(actor, [row], deps);
  if (json === undefined)
    throw new RefusalError({ code: 'enterprise-request-unknown', field: 'requestId', given: requestId });
  return json;
}

async function requestsJson(
  actor: Actor,
  rows: readonly StoredRequest[],
  deps: EnterpriseDeps,
): Promise<EnterpriseRequestJson[]> {
  const enterprises = await enterpriseRowsOf(
    deps.db,
    actor,
    rows.map(({ enterprise_id }) => enterprise_id),
  );
  const known = new Map(enterprises.map((each) => [each.id, each]));
  return rows.flatMap((row) => {
    const enterprise = known.get(row.enterprise_id);
    return enterprise === undefined ? [] : [requestJson(actor, row, enterprise)];
  });
}

function requestJson(actor: Actor, row: StoredRequest, enterprise: StoredEnterprise): EnterpriseRequestJson {
  const now = contentOf(enterprise);
  const parts = partsOf(row.changes);
  const isOpen = row.state === 'open';
  const plain = (patch: ReturnType<typeof pick>) => structuredClone(patch) as EnterpriseRequestJson['changes'];
  return {
    ...{ id: row.id, revision: row.revision, enterpriseRevision: enterprise.revision },
    enterprise: { id: enterprise.id, name: enterprise.name },
    region: { id: enterprise.region_id, name: enterprise.region_name },
    ...{ changes: plain(row.changes), before: plain(row.before), now: plain(pick(now, parts)) },
    stale: isOpen ? staleParts(row.changes, row.before, now) : [],
    ...{ holdsFrom: row.holds_from, reason: row.reason, state: row.state, agreed: row.agreed },
    ...{ askedAt: row.asked_at, askedBy: row.asked_by, decidedAt: row.decided_at, decidedBy: row.decided_by },
    decidedReason: row.decided_reason,
    may: {
      decide: isOpen && row.asked_by_id !== actor.id && mayWith(actor, enterprise, 'enterprise.review'),
      withdraw: isOpen && isOwn(actor, enterprise) && mayWith(actor, enterprise, 'enterprise.ask'),
    },
  };
}
