import type { ListRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { awaitsDecision } from '../domain/index.ts';
import {
  decide,
  listDeliveries,
  type OutboxState,
  type Rows,
  readDelivery,
  readOutboxState,
  type StoredDelivery,
} from '../store.ts';
import type { NoticeDeps } from './deps.ts';

/** One page of the outbox, without what the messages say. */
export async function listOutbox(actor: Actor, request: ListRequest, deps: NoticeDeps): Promise<Rows<StoredDelivery>> {
  permit(actor, 'notice.settings');
  return listDeliveries(deps.db, request);
}

/** How many wait, failed, are uncertain; and how many were sent today. */
export async function outboxState(actor: Actor, { db, clock }: NoticeDeps): Promise<OutboxState> {
  permit(actor, 'notice.settings');
  const day = new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  return readOutboxState(db, `${day}T00:00:00+08:00`);
}

/**
 * What the system administrator decides about a delivery that failed or may have arrived: to try it anew, or not to send
 * it any more. Refuses an unknown one, and one with which something still happens by itself.
 */
export async function decideDelivery(
  actor: Actor,
  id: string,
  decision: 'resend' | 'drop',
  deps: NoticeDeps,
): Promise<StoredDelivery> {
  permit(actor, 'notice.settings');
  return recording(deps, actor, async (db, note) => {
    const before = await readDelivery(db, id);
    if (before === undefined) throw new RefusalError({ code: 'delivery-unknown', field: 'deliveryId', given: id });
    if (!awaitsDecision(before.state))
      throw new RefusalError({ code: 'delivery-not-stopped', field: 'deliveryId', given: before.state });
    const state = decision === 'resend' ? 'pending' : 'dropped';
    await decide(db, id, state, deps.clock.now());
    note({
      action: decision === 'resend' ? 'notice.resend' : 'notice.drop',
      record: { kind: 'notice', id, name: before.target },
      changes: [{ field: 'state', before: before.state, after: state }],
    });
    return (await readDelivery(db, id))!;
  });
}
