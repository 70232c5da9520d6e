import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { NewNotice } from '../domain/index.ts';
import type { NoticeTable, NoticeTables } from './tables.ts';

/** Puts notices into the outbox; one whose key is there already is left out. */
export async function insertNotices(
  db: Kysely<NoticeTables>,
  notices: readonly (NewNotice & { readonly id: string })[],
  at: string,
): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto('notice')
    .values(
      notices.map((notice) => ({
        id: notice.id,
        key: notice.key,
        kind: notice.kind,
        importance: notice.importance ?? 'normal',
        title: notice.title,
        body: notice.text,
        link: notice.link,
        origin_slice: notice.origin?.slice ?? null,
        origin_kind: notice.origin?.kind ?? null,
        origin_id: notice.origin?.id ?? null,
        audience: JSON.stringify(notice.to),
        except_person: notice.except ?? null,
        at,
        spread_at: null,
      })),
    )
    // Without naming the column: only the platform may read what is there.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type StoredNotice = Selectable<NoticeTable>;

/** Some notices that are not spread yet, the oldest first, kept from every other dispatcher until the transaction ends. */
export const takeUnspread = (db: Kysely<NoticeTables>, most: number): Promise<StoredNotice[]> =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('spread_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

export async function setSpread(db: Kysely<NoticeTables>, noticeId: string, at: string): Promise<void> {
  await db.updateTable('notice').set({ spread_at: at }).where('id', '=', noticeId).execute();
}

/** One message for each reader; a reader who has it already keeps his. */
export async function insertMessages(
  db: Kysely<NoticeTables>,
  notice: StoredNotice,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    insert into message (notice_id, person_id, kind, importance, title, body, link, origin_slice, origin_kind, origin_id, at)
    select n.id, p.id, n.kind, n.importance, n.title, n.body, n.link, n.origin_slice, n.origin_kind, n.origin_id, n.at
    from notice n, unnest(${[...personIds]}::text[]) p (id)
    where n.id = ${notice.id}
    on conflict do nothing`.execute(db);
}
