import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { HookAlgorithm } from '../../../platform/outbound/index.ts';
import type { NoticeKind, Preference } from '../domain/index.ts';
import type { NoticeTables, StoredMail } from './tables.ts';

export interface StoredHook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly algorithm: HookAlgorithm;
  /** Sealed. */
  readonly secret: string;
  /** Which kinds it takes; none: all. */
  readonly kinds: readonly NoticeKind[];
  readonly active: boolean;
}

export interface StoredSettings {
  readonly revision: number;
  readonly mail: StoredMail | null;
  readonly baseUrl: string | null;
  readonly privateHooks: boolean;
}

/** How messages go out; `locked` keeps it from others until the transaction ends. */
export async function readSettings(db: Kysely<NoticeTables>, how: 'free' | 'locked' = 'free'): Promise<StoredSettings> {
  const query = db.selectFrom('notice_setting').selectAll();
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return { revision: row.revision, mail: row.mail, baseUrl: row.base_url, privateHooks: row.private_hooks };
}

export async function writeSettings(db: Kysely<NoticeTables>, settings: StoredSettings): Promise<void> {
  await db
    .updateTable('notice_setting')
    .set({
      revision: settings.revision,
      mail: settings.mail === null ? null : JSON.stringify(settings.mail),
      base_url: settings.baseUrl,
      private_hooks: settings.privateHooks,
    })
    .execute();
}

/** The hooks that there are, by name. */
export async function readHooks(db: Kysely<NoticeTables>): Promise<StoredHook[]> {
  return db
    .selectFrom('notice_hook')
    .select(['id', 'name', 'url', 'algorithm', 'secret', 'kinds', 'active'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function writeHook(db: Kysely<NoticeTables>, hook: StoredHook): Promise<void> {
  const { id, ...rest } = { ...hook, kinds: [...hook.kinds] };
  await db
    .insertInto('notice_hook')
    .values({ id, ...rest, removed_at: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}

/** A hook that was used stays for the outbox to name; it is called no more. */
export async function removeHook(db: Kysely<NoticeTables>, id: string, at: string): Promise<void> {
  await db.updateTable('notice_hook').set({ removed_at: at, active: false }).where('id', '=', id).execute();
}

/** Whether e-mail is sent at all: the one thing about it that everybody may know. */
export async function mailWorks(db: Kysely<NoticeTables>): Promise<boolean> {
  const { rows } = await sql<{ works: boolean }>`select jw_mail_works() as works`.execute(db);
  return rows[0]?.works ?? false;
}

export const readPreferences = (db: Kysely<NoticeTables>, personId: string): Promise<Preference[]> =>
  db.selectFrom('notice_preference').select(['kind', 'mail']).where('person_id', '=', personId).execute();

export async function writePreferences(
  db: Kysely<NoticeTables>,
  personId: string,
  preferences: readonly Preference[],
): Promise<void> {
  await db
    .insertInto('notice_preference')
    .values(preferences.map(({ kind, mail }) => ({ person_id: personId, kind, mail })))
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'kind']).doUpdateSet((e) => ({ mail: e.ref('excluded.mail') })),
    )
    .execute();
}
