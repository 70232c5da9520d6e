import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

export async function readFiles(db: Db, enterpriseId: string) {
  const rows = await db
    .selectFrom('enterprise_file')
    .select(['id', 'about', 'name', 'type', 'size', 'at', 'by_name'])
    .where('enterprise_id', '=', enterpriseId)
    .where('removed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ by_name, ...rest }) => ({ ...rest, by: by_name }));
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
    .select(['id', 'name', 'about'])
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
}

export async function insertFile(db: Db, { enterpriseId, at, by, ...file }: NewFile): Promise<void> {
  await db
    .insertInto('enterprise_file')
    .values({ ...file, enterprise_id: enterpriseId, size: file.content.length, at, by_id: by.id, by_name: by.name })
    .execute();
}

export async function hideFile(db: Db, id: string, { at, by }: Doing, reason: string): Promise<void> {
  await db
    .updateTable('enterprise_file')
    .set({ removed_at: at, removed_by: by.name, removed_reason: reason })
    .where('id', '=', id)
    .execute();
}
