import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

export async function readFiles(db: Db, enterpriseId: string) {
  const rows = await db
    .selectFrom('enterprise_file')
    .select(['id', 'about', 'name', 'type', 'size', 'at', 'by_name', 'by_itself', 'agreed_at', 'agreed_by'])
    .where('enterprise_id', '=', enterpriseId)
    .where('removed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ by_name, by_itself, agreed_at, agreed_by, ...rest }) => ({
    ...{ ...rest, by: by_name, byItself: by_itself },
    agreed: agreed_at === null ? null : { at: agreed_at, by: agreed_by ?? '' },
  }));
}

/** One paper with its bytes. */
export const readFileBytes = (db: Db, enterpriseId: string, fileId: string) =>
  db
    .selectFrom('enterprise_file')
    .select(['name', 'type', 'content'])
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

export const findFile = (db: Db, enterpriseId: string, fileId: string) =>
  db
    .selectFrom('enterprise_file')
    .select(['id', 'name', 'about', 'by_itself', 'agreed_at', 'by_id'])
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** Digests of the papers that are kept, for finding the same one again and counting. */
export const fileDigests = (db: Db, enterpriseId: string) =>
  db
    .selectFrom('enterprise_file')
    .select(['name', 'sm3'])
    .where('enterprise_id', '=', enterpriseId)
    .where('removed_at', 'is', null)
    .execute();

export interface NewFile extends Doing {
  readonly id: string;
  readonly enterpriseId: string;
  readonly about: string;
  readonly name: string;
  readonly type: string;
  readonly sm3: string;
  readonly content: Buffer;
  /** The enterprise itself sent it: it counts once an office agrees. */
  readonly byItself: boolean;
}

export async function insertFile(db: Db, { enterpriseId, at, by, byItself, ...file }: NewFile): Promise<void> {
  await db
    .insertInto('enterprise_file')
    .values({
      ...{ ...file, enterprise_id: enterpriseId, size: file.content.length, by_itself: byItself },
      ...{ at, by_id: by.id, by_name: by.name },
    })
    .execute();
}

export async function hideFile(db: Db, id: string, { at, by }: Doing, reason: string): Promise<void> {
  await db
    .updateTable('enterprise_file')
    .set({ removed_at: at, removed_by: by.name, removed_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** An office agrees to a paper that the enterprise sent. */
export async function agreeToFile(db: Db, id: string, { at, by }: Doing): Promise<void> {
  await db.updateTable('enterprise_file').set({ agreed_at: at, agreed_by: by.name }).where('id', '=', id).execute();
}

const hangingTables = {
  ...{ title: 'enterprise_title', grant: 'enterprise_grant' },
  ...{ promise: 'enterprise_promise', appeal: 'enterprise_appeal' },
} as const;
export type HangingKind = keyof typeof hangingTables;

/** Whether something that a paper may be about is there. */
export async function hangsOn(db: Db, enterpriseId: string, kind: HangingKind, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(hangingTables[kind])}
    where id = ${id} and enterprise_id = ${enterpriseId}`.execute(db);
  return rows.length > 0;
}
