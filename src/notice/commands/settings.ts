import { type Actor, permit } from '../../access/index.ts';
import { changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import {
  type NoticeDb,
  readHooks,
  readSettings as readStored,
  type StoredHook,
  type StoredMail,
  type StoredSettings,
  writeSettings,
} from '../store.ts';
import type { NoticeDeps } from './deps.ts';
import { purposes } from './mail-server.ts';

export interface NoticeSettings extends StoredSettings {
  readonly hooks: readonly StoredHook[];
  /** How links begin while nothing is set. */
  readonly publicUrl: string | null;
}

/** How messages leave the house. Secrets are still sealed. */
export async function readSettings(actor: Actor, { db, publicUrl }: NoticeDeps): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  return { ...(await readStored(db)), hooks: await readHooks(db), publicUrl };
}

export interface SetGeneral {
  readonly revision: number;
  readonly baseUrl: string | null;
  readonly privateHooks: boolean;
}

/** Sets how links in mails begin, and whether hooks may be inside the house. Refuses an old revision. */
export async function setGeneral(actor: Actor, given: SetGeneral, deps: NoticeDeps): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  await recording(deps, actor, async (db, note) => {
    const before = await takeSettings(db, given.revision);
    const { baseUrl, privateHooks } = given;
    const after = { ...before, baseUrl, privateHooks, revision: before.revision + 1 };
    await writeSettings(db, after);
    const changes = changesOf(before, after, ['baseUrl', 'privateHooks']);
    note({ action: 'notice.settings', record: { ...record, name: '消息发送' }, changes });
  });
  return readSettings(actor, deps);
}

export interface SetMail extends Omit<StoredMail, 'password'> {
  readonly revision: number;
  /** Left out: as before; null: none any more. */
  readonly password?: string | null | undefined;
}

/**
 * Sets the mail server. Refuses an old revision, and a new server or another protection of the line with the old
 * password: whoever may set the server shall not learn the password by sending it to one of his own.
 */
export async function setMail(actor: Actor, given: SetMail, deps: NoticeDeps): Promise<NoticeSettings> {
  permit(actor, 'notice.settings');
  const { revision, password, ...mail } = given;
  await recording(deps, actor, async (db, note) => {
    const before = await takeSettings(db, revision);
    const old = before.mail;
    const elsewhere = old?.host !== mail.host || old.port !== mail.port || old.security !== mail.security;
    if (password === undefined && old?.password != null && elsewhere)
      throw new RefusalError({ code: 'password-needed-again', field: 'password', given: mail.host });
    const sealed =
      password === undefined ? (old?.password ?? null) : password && deps.secrets.seal(purposes.mail, password);
    const after: StoredMail = { ...mail, password: sealed };
    await writeSettings(db, { ...before, mail: after, revision: revision + 1 });
    note({
      action: 'notice.mail',
      record: { ...record, name: '发信服务器' },
      changes: changesOf(old, after, [
        ...(['on', 'host', 'port', 'security', 'user', 'senderName', 'senderAddress', 'password'] as const),
      ]),
    });
  });
  return readSettings(actor, deps);
}

const record = { kind: 'notice-settings', id: 'notice' } as const;

/** The settings at the revision that the administrator saw, kept from others. */
export async function takeSettings(db: NoticeDb, revision: number): Promise<StoredSettings> {
  const settings = await readStored(db, 'locked');
  if (settings.revision !== revision)
    throw new RefusalError({ code: 'settings-changed', field: 'revision', given: revision, limit: settings.revision });
  return settings;
}
