import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Channel, DeliveryState, NoticeKind } from '../domain/index.ts';
import type { DeliveryTable, NoticeTables } from './tables.ts';

export type StoredDelivery = Selectable<DeliveryTable>;

export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly channel: Channel;
  readonly personId: string | null;
  readonly hookId: string | null;
  readonly target: string;
}

/** Deliveries to be made from now on; one that is there already is left as it is. */
export async function insertDeliveries(
  db: Kysely<NoticeTables>,
  deliveries: readonly NewDelivery[],
  at: string,
): Promise<void> {
  if (deliveries.length === 0) return;
  await db
    .insertInto('delivery')
    .values(
      deliveries.map(({ id, noticeId, kind, channel, personId, hookId, target }) => ({
        ...{ id, kind, channel, target, notice_id: noticeId, person_id: personId, hook_id: hookId },
        ...{ state: 'pending' as const, tries: 0, created_at: at, next_at: at },
        ...{ claim: null, claimed_until: null, fault_code: null, fault_answer: null, sent_at: null },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes some deliveries whose time has come: they are `sending` under this claim until the moment given. */
export async function claimDue(
  db: Kysely<NoticeTables>,
  { claim, now, until, most }: { claim: string; now: string; until: string; most: number },
): Promise<StoredDelivery[]> {
  return db
    .updateTable('delivery')
    .set((e) => ({ state: 'sending', claim, claimed_until: until, tries: e('tries', '+', 1) }))
    .where(
      'id',
      'in',
      db
        .selectFrom('delivery')
        .select('id')
        .where('state', '=', 'pending')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

/**
 * What dispatchers that are gone have left: nothing had gone out of what was `sending`, so that it is tried again; what
 * was `delivering` may have arrived, so that a person must decide.
 */
export async function recoverAbandoned(db: Kysely<NoticeTables>, now: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'pending', claim: null, claimed_until: null, next_at: now })
    .where('state', '=', 'sending')
    .where('claimed_until', '<', now)
    .execute();
  // The claim stays: should the sender turn out to be alive after all, it may still tell what came of it.
  await db
    .updateTable('delivery')
    .set({ state: 'uncertain', claimed_until: null, fault_code: 'sender-stopped', fault_answer: null })
    .where('state', '=', 'delivering')
    .where('claimed_until', '<', now)
    .execute();
}

/** The moment from which on it may have arrived. False: somebody else has it by now, and it must not go. */
export async function setDelivering(db: Kysely<NoticeTables>, id: string, claim: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'delivering' })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Ended {
  readonly state: DeliveryState;
  /** When to try again; only for `pending`. */
  readonly nextAt?: string;
  readonly sentAt?: string;
  readonly fault: { readonly code: string; readonly answer: string | null } | null;
}

/** Notes what came of a try, unless the delivery is no longer this claim's. */
export async function endTry(
  db: Kysely<NoticeTables>,
  id: string,
  claim: string,
  { state, nextAt, sentAt, fault }: Ended,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      ...{ state, claim: null, claimed_until: null },
      ...{ fault_code: fault?.code ?? null, fault_answer: fault?.answer ?? null },
      ...(nextAt !== undefined && { next_at: nextAt }),
      ...(sentAt !== undefined && { sent_at: sentAt }),
    })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', 'in', ['sending', 'delivering', 'uncertain'])
    .execute();
}

/** A delivery that waits for a decision, kept from others until the transaction ends. */
export const readDelivery = (db: Kysely<NoticeTables>, id: string): Promise<StoredDelivery | undefined> =>
  db.selectFrom('delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** What the administrator decided: tried anew from the beginning, or never again. */
export async function decide(
  db: Kysely<NoticeTables>,
  id: string,
  state: 'pending' | 'dropped',
  now: string,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state, claim: null, claimed_until: null, next_at: now, ...(state === 'pending' && { tries: 0 }) })
    .where('id', '=', id)
    .execute();
}

/** What a delivery says and to whom, for the dispatcher. Ask as the system. */
export async function readSaid(db: Kysely<NoticeTables>, delivery: StoredDelivery) {
  const said = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'importance', 'title', 'body', 'link', 'at'])
    .where('id', '=', delivery.notice_id)
    .executeTakeFirstOrThrow();
  const readers = await db
    .selectFrom('message')
    .select('person_id')
    .where('notice_id', '=', delivery.notice_id)
    .execute();
  return { said, readers: readers.map(({ person_id }) => person_id) };
}

export interface OutboxState {
  readonly waiting: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly sentToday: number;
  readonly oldestWaiting: string | null;
}

export async function readOutboxState(db: Kysely<NoticeTables>, dayBegins: string): Promise<OutboxState> {
  const { rows } = await sql<OutboxState>`
    select count(*) filter (where state in ('pending', 'sending', 'delivering')) as waiting,
      count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state = 'uncertain') as uncertain,
      count(*) filter (where state = 'sent' and sent_at >= ${dayBegins}) as "sentToday",
      min(created_at) filter (where state in ('pending', 'sending', 'delivering')) as "oldestWaiting"
    from delivery
    where state in ('pending', 'sending', 'delivering', 'failed', 'uncertain') or sent_at >= ${dayBegins}`.execute(db);
  return rows[0]!;
}
