import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { RequestBox, RequestState } from '../contract/fields.ts';
import type { Patch } from '../domain/history/index.ts';
import type { EnterprisePart } from '../domain/model/index.ts';
import type { Db } from './db.ts';
import { type Doing, inSight } from './enterprise.ts';

const columns = [
  ...(['id', 'enterprise_id', 'revision', 'changes', 'before', 'agreed', 'over_revision', 'holds_from'] as const),
  ...([
    'reason',
    'state',
    'asked_at',
    'asked_by_id',
    'asked_by',
    'decided_at',
    'decided_by',
    'decided_reason',
  ] as const),
] as const;

const seen = (db: Db, actor: Actor) =>
  db
    .selectFrom('enterprise_request as request')
    .innerJoin('enterprise', 'enterprise.id', 'request.enterprise_id')
    .select(columns.map((column) => `request.${column}` as const))
    .where(inSight(actor));

export type StoredRequest = Awaited<ReturnType<ReturnType<typeof seen>['execute']>>[number];

export const readRequestRow = (db: Db, actor: Actor, id: string): Promise<StoredRequest | undefined> =>
  seen(db, actor).where('request.id', '=', id).executeTakeFirst();

export const lockRequestRow = (db: Db, actor: Actor, id: string): Promise<StoredRequest | undefined> =>
  seen(db, actor).where('request.id', '=', id).forUpdate('request').executeTakeFirst();

export async function listRequestRows(
  db: Db,
  actor: Actor,
  asked: { readonly box: RequestBox; readonly enterpriseId: string | null },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: StoredRequest[]; total: number }> {
  const states: Readonly<Record<RequestBox, readonly RequestState[]>> = {
    open: ['open'],
    decided: ['approved', 'refused'],
    all: ['open', 'approved', 'refused', 'withdrawn'],
  };
  const query = seen(db, actor)
    .where(sql<SqlBool>`request.state = any (${[...states[asked.box]]}::text[])`)
    .$if(asked.enterpriseId !== null, (q) => q.where('request.enterprise_id', '=', asked.enterpriseId ?? ''));
  const rows = await query
    .orderBy('request.asked_at', 'desc')
    .orderBy('request.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows, total };
}

export const openRequestOf = (db: Db, enterpriseId: string) =>
  db
    .selectFrom('enterprise_request')
    .select(['id', 'asked_by'])
    .where('enterprise_id', '=', enterpriseId)
    .where('state', '=', 'open')
    .executeTakeFirst();

export async function insertRequest(
  db: Db,
  request: Doing & {
    readonly id: string;
    readonly enterpriseId: string;
    readonly changes: Patch;
    readonly before: Patch;
    readonly overRevision: number;
    readonly holdsFrom: string;
    readonly reason: string;
  },
): Promise<void> {
  const { id, enterpriseId, changes, before, overRevision, holdsFrom, reason, at, by } = request;
  await db
    .insertInto('enterprise_request')
    .values({
      ...{ id, enterprise_id: enterpriseId, changes: JSON.stringify(changes), before: JSON.stringify(before) },
      ...{ over_revision: overRevision, holds_from: holdsFrom, reason, state: 'open' },
      ...{ asked_at: at, asked_by_id: by.id, asked_by: by.name },
    })
    .execute();
}

export async function closeRequest(
  db: Db,
  id: string,
  to: { readonly state: RequestState; readonly agreed: readonly EnterprisePart[]; readonly reason: string },
  { at, by }: Doing,
): Promise<void> {
  await db
    .updateTable('enterprise_request')
    .set({
      ...{ state: to.state, agreed: [...to.agreed], revision: sql`revision + 1` },
      ...{ decided_at: at, decided_by_id: by.id, decided_by: by.name, decided_reason: to.reason },
    })
    .where('id', '=', id)
    .execute();
}
