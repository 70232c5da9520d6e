import type { Kysely } from '../../../platform/db/index.ts';
import type { NewNotice } from '../domain/index.ts';
import { insertNotices, type NoticeDb, type NoticeTables } from '../store.ts';
import type { EnqueueDeps } from './deps.ts';

/**
 * Puts something to tell into the outbox, inside the transaction that makes it true: when that is undone nobody hears of
 * it, and when it holds nobody misses it. Who is told is found out when the dispatcher spreads it, a moment later. Asks
 * for no permission: it belongs to a command that has.
 */
export async function enqueue<Tables extends NoticeTables>(
  db: Kysely<Tables>,
  deps: EnqueueDeps,
  ...notices: readonly NewNotice[]
): Promise<void> {
  const told = notices.filter(({ to }) => to.length > 0).map((notice) => ({ ...notice, id: deps.newId() }));
  await insertNotices(db as unknown as NoticeDb, told, deps.clock.now());
}
