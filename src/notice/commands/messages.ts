import type { ListRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permitOwn } from '../../access/index.ts';
import { countUnread, listMessages, markRead as markReadIn, type Rows, type StoredMessage } from '../store.ts';
import type { NoticeDeps } from './deps.ts';

/** One page of the actor's own messages, the latest first unless asked otherwise. */
export async function myMessages(
  actor: Actor,
  request: ListRequest,
  unread: boolean,
  deps: NoticeDeps,
): Promise<Rows<StoredMessage>> {
  permitOwn(actor);
  return listMessages(deps.db, actor.id, request, unread);
}

/** How many of the actor's own messages are unread, counted to 999. */
export async function myUnread(actor: Actor, deps: NoticeDeps): Promise<number> {
  permitOwn(actor);
  return countUnread(deps.db, actor.id);
}

/**
 * Marks own messages as read and gives how many are still unread. Ids of others' messages change nothing. That somebody
 * has read something is no change of a record, and does not stand in the audit log.
 */
export async function markRead(actor: Actor, ids: readonly string[] | 'all', deps: NoticeDeps): Promise<number> {
  permitOwn(actor);
  await markReadIn(deps.db, actor.id, ids, deps.clock.now());
  return countUnread(deps.db, actor.id);
}
