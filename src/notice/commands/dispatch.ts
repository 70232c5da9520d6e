import { claimDue, readHooks, readSettings, recoverAbandoned } from '../store.ts';
import type { NoticeDeps } from './deps.ts';
import { spreadNotices } from './spread.ts';
import { tryDelivery } from './try-delivery.ts';

/** How long a dispatcher may keep a delivery before others take it for dead: twice the longest that a try can take. */
const usualLeaseMs = 150_000;
const mostAtOnce = 8;

/**
 * One round of a dispatcher: takes up what dead ones left, spreads what is new, and tries what is due, several at a
 * time. Any number of processes may do so on one database. Gives how much there was to do. Ask as the system.
 */
export async function dispatch(deps: NoticeDeps, leaseMs = usualLeaseMs): Promise<number> {
  const { db, clock, newId } = deps;
  await recoverAbandoned(db, clock.now());
  const spread = await spreadNotices(deps);
  const now = clock.now();
  const until = new Date(Date.parse(now) + leaseMs).toISOString();
  const due = await claimDue(db, { claim: newId(), now, until, most: mostAtOnce });
  if (due.length > 0) {
    const sending = { settings: await readSettings(db), hooks: await readHooks(db) };
    const tried = await Promise.allSettled(due.map((delivery) => tryDelivery(delivery, sending, deps)));
    // A fault of ours in one of them must not keep the others from being told of; its lease ends by itself.
    const broken = tried.find((result) => result.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
  }
  return spread + due.length;
}
