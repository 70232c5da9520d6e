import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListRequest } from '../../../platform/http/list-request.ts';
import type { StoredDelivery } from './delivery.ts';
import type { MessageTable, NoticeTables } from './tables.ts';

export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly capped: boolean;
}

/** Days of moments are those of the official time of the country. */
const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date::text`;

const messageFields: ListedFields = {
  title: { at: sql.ref('title') },
  kind: { at: sql.ref('kind') },
  importance: { at: sql.ref('importance') },
  at: { at: day('at') },
};

export type StoredMessage = Selectable<MessageTable>;

/** One page of a person's messages, the latest first unless asked otherwise. */
export async function listMessages(
  db: Kysely<NoticeTables>,
  personId: string,
  request: ListRequest,
  unread: boolean,
): Promise<Rows<StoredMessage>> {
  const own = db
    .selectFrom('message')
    .where('person_id', '=', personId)
    .where(matches(request, messageFields, [sql.ref('title'), sql.ref('body')]))
    .$if(unread, (query) => query.where('read_at', 'is', null));
  const order = request.sort.length > 0 ? request.sort : [{ key: 'at', descending: true }];
  const counted = await cappedCount(db, own);
  const rows = await own
    .selectAll()
    .$if(request.sort.length === 0, (query) => query.orderBy('at', 'desc').orderBy('notice_id'))
    .$if(request.sort.length > 0, (query) => query.orderBy(orderOf(order, messageFields, sql`at desc, notice_id`)))
    .limit(request.pageSize)
    .offset(request.offset)
    .execute();
  return { rows, ...counted };
}

/** Unread messages of a person, counted to 999. */
export async function countUnread(db: Kysely<NoticeTables>, personId: string): Promise<number> {
  const unread = db.selectFrom('message').where('person_id', '=', personId).where('read_at', 'is', null);
  return (await cappedCount(db, unread, 999)).total;
}

/** Marks messages of a person as read: those named, or all. */
export async function markRead(
  db: Kysely<NoticeTables>,
  personId: string,
  ids: readonly string[] | 'all',
  at: string,
): Promise<void> {
  await db
    .updateTable('message')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('notice_id', 'in', ids as string[]))
    .execute();
}

const deliveryFields: ListedFields = {
  kind: { at: sql.ref('kind') },
  channel: { at: sql.ref('channel') },
  target: { at: sql.ref('target') },
  state: { at: sql.ref('state') },
  tries: { at: sql.ref('tries') },
  createdAt: { at: day('created_at') },
};

/** One page of the outbox, the latest first unless asked otherwise. */
export async function listDeliveries(db: Kysely<NoticeTables>, request: ListRequest): Promise<Rows<StoredDelivery>> {
  const found = db.selectFrom('delivery').where(matches(request, deliveryFields, [sql.ref('target')]));
  const counted = await cappedCount(db, found);
  const rows = await found
    .selectAll()
    .orderBy(orderOf(request.sort, deliveryFields, sql`created_at desc, id`))
    .limit(request.pageSize)
    .offset(request.offset)
    .execute();
  return { rows, ...counted };
}
