import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { HandingDraft } from '../../domain/handing/draft.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

export interface StoredDraft extends HandingDraft {
  readonly revision: number;
}

/** What is being prepared; undefined: nothing, or it is not for the asker to see. */
export async function readHandingDraft(db: Db, targetId: string): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom('target_draft')
    .select(['revision', 'content'])
    .where('target_id', '=', targetId)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...(row.content as HandingDraft), revision: row.revision };
}

/** Gives the new revision; null: somebody else was faster. `seen` 0: there was none. */
export async function putHandingDraft(
  db: Db,
  put: {
    readonly targetId: string;
    readonly seen: number;
    readonly draft: HandingDraft;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: string;
  },
): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    insert into target_draft as d (target_id, revision, content, at, by_id, by_name)
    values (${put.targetId}, 1, ${JSON.stringify(put.draft)}, ${put.at}, ${put.by.id}, ${put.by.name})
    on conflict (target_id) do update
      set revision = d.revision + 1, content = excluded.content, at = excluded.at, by_id = excluded.by_id,
        by_name = excluded.by_name
      where d.revision = ${put.seen}
    returning revision`.execute(db);
  const revision = rows[0]?.revision ?? null;
  return revision === 1 && put.seen !== 0 ? null : revision;
}

/** False when it is not the one that was seen. */
export async function dropHandingDraft(db: Db, targetId: string, seen: number): Promise<boolean> {
  const done = await db
    .deleteFrom('target_draft')
    .where('target_id', '=', targetId)
    .where('revision', '=', seen)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
