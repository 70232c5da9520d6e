import { maskedAddress, type NoticeKind, noticeKinds } from '../domain/index.ts';
import {
  addressesOf,
  insertDeliveries,
  insertMessages,
  mailWorks,
  type NewDelivery,
  type NoticeDb,
  peopleOf,
  readHooks,
  type StoredHook,
  type StoredNotice,
  setSpread,
  takeUnspread,
} from '../store.ts';
import type { NoticeDeps } from './deps.ts';

const mostAtOnce = 50;
/** Where the days of the organisation begin: 00:00 of the official time of the country. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Makes of notices one message for each reader, and one delivery for each e-mail that a reader wants and each web hook
 * that takes the kind: all of one notice or nothing, and once however many dispatchers there are. Gives how many notices
 * were spread. Ask as the system.
 */
export async function spreadNotices(deps: NoticeDeps): Promise<number> {
  return deps.db.transaction().execute(async (db) => {
    const notices = await takeUnspread(db, mostAtOnce);
    if (notices.length === 0) return 0;
    const hooks = (await readHooks(db)).filter(({ active }) => active);
    const mail = await mailWorks(db);
    for (const notice of notices) {
      const at = deps.clock.now();
      const people = await readersOf(db, notice, dayOf(at));
      await insertMessages(db, notice, people);
      const mails = mail ? await mailsFor(db, notice, people, deps) : [];
      await insertDeliveries(db, [...mails, ...callsFor(notice, hooks, deps)], at);
      await setSpread(db, notice.id, at);
    }
    return notices.length;
  });
}

async function readersOf(db: NoticeDb, notice: StoredNotice, day: string): Promise<string[]> {
  const people = new Set<string>();
  for (const audience of notice.audience) for (const id of await peopleOf(db, audience, day)) people.add(id);
  if (notice.except_person !== null) people.delete(notice.except_person);
  return [...people];
}

async function mailsFor(
  db: NoticeDb,
  { id, kind }: StoredNotice,
  people: readonly string[],
  { newId }: NoticeDeps,
): Promise<NewDelivery[]> {
  const addresses = await addressesOf(db, people, kind);
  return addresses
    .filter(({ wanted }) => wanted ?? noticeKinds[kind].mail)
    .map(({ personId, address }) => ({
      ...{ id: newId(), noticeId: id, kind, channel: 'mail' as const },
      ...{ personId, hookId: null, target: maskedAddress(address) },
    }));
}

const takes = ({ kinds }: StoredHook, kind: NoticeKind): boolean => kinds.length === 0 || kinds.includes(kind);

const callsFor = ({ id, kind }: StoredNotice, hooks: readonly StoredHook[], { newId }: NoticeDeps): NewDelivery[] =>
  hooks
    .filter((hook) => takes(hook, kind))
    .map((hook) => ({
      ...{ id: newId(), noticeId: id, kind, channel: 'hook' as const },
      ...{ personId: null, hookId: hook.id, target: hook.name },
    }));
