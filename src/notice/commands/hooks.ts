import { type Actor, permit } from '../../access/index.ts';
import { changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type NoticeDb, readHooks, removeHook as removeHookIn, type StoredHook, writeHook } from '../store.ts';
import type { NoticeDeps } from './deps.ts';
import { purposes } from './mail-server.ts';
import { type NoticeSettings, readSettings } from './settings.ts';

const mostHooks = 20;
const fields = ['name', 'url', 'algorithm', 'kinds', 'active', 'secret'] as const;

export interface HookGiven extends Omit<StoredHook, 'id' | 'secret'> {
  /** Left out when changing: as before. */
  readonly secret?: string | undefined;
}

/** Adds a web hook. Refuses an address that cannot be read, one with a login in it, and more hooks than may be. */
export async function addHook(
  actor: Actor,
  given: HookGiven & { readonly secret: string },
  deps: NoticeDeps,
): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  refuseAddress(given.url);
  await recording(deps, actor, async (db, note) => {
    const count = (await readHooks(db)).length;
    if (count >= mostHooks) throw new RefusalError({ code: 'too-many-hooks', given: count, limit: mostHooks });
    const hook: StoredHook = { ...given, id: deps.newId(), secret: deps.secrets.seal(purposes.hook, given.secret) };
    await writeHook(db, hook);
    note({ action: 'notice.add-hook', record: recordOf(hook), changes: changesOf(null, hook, fields) });
  });
  return readSettings(actor, deps);
}

/**
 * Changes a web hook. Refuses what `addHook` refuses, and a new address with the old secret: whoever may set the address
 * shall not have calls of his choice signed with a secret he does not know.
 */
export async function setHook(actor: Actor, id: string, given: HookGiven, deps: NoticeDeps): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  refuseAddress(given.url);
  await recording(deps, actor, async (db, note) => {
    const before = await loadHook(db, id);
    if (given.secret === undefined && given.url !== before.url)
      throw new RefusalError({ code: 'hook-secret-needed-again', field: 'secret' });
    const secret = given.secret === undefined ? before.secret : deps.secrets.seal(purposes.hook, given.secret);
    const hook: StoredHook = { ...given, id, secret };
    await writeHook(db, hook);
    note({ action: 'notice.set-hook', record: recordOf(hook), changes: changesOf(before, hook, fields) });
  });
  return readSettings(actor, deps);
}

/** Takes a web hook away; what was to go there is not sent any more. */
export async function removeHook(actor: Actor, id: string, deps: NoticeDeps): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  await recording(deps, actor, async (db, note) => {
    const before = await loadHook(db, id);
    await removeHookIn(db, id, deps.clock.now());
    note({ action: 'notice.remove-hook', record: recordOf(before), changes: changesOf(before, null, fields) });
  });
  return readSettings(actor, deps);
}

/** The hook of this id; refused when there is none. */
export async function loadHook(db: NoticeDb, id: string): Promise<StoredHook> {
  const hook = (await readHooks(db)).find((each) => each.id === id);
  if (hook === undefined) throw new RefusalError({ code: 'hook-unknown', field: 'hookId', given: id });
  return hook;
}

export const recordOf = ({ id, name }: StoredHook) => ({ kind: 'notice-settings', id, name }) as const;

function refuseAddress(url: string): void {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '')
    throw new RefusalError({ code: 'hook-address-unreadable', field: 'url', given: url.slice(0, 80) });
}
