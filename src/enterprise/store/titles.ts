import { sql } from 'kysely';
import type { TitleLevel } from '../domain/model/index.ts';
import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

const columns = [
  ...(['id', 'revision', 'kind', 'level', 'number', 'given_on', 'ends_on', 'ended_on', 'ended_reason'] as const),
  ...(['edition', 'source', 'at', 'by_name'] as const),
] as const;

export const readTitles = (db: Db, enterpriseId: string) =>
  db
    .selectFrom('enterprise_title')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('given_on', 'desc')
    .orderBy('kind')
    .execute();
export type StoredTitle = Awaited<ReturnType<typeof readTitles>>[number];

export const lockTitle = (db: Db, enterpriseId: string, titleId: string): Promise<StoredTitle | undefined> =>
  db
    .selectFrom('enterprise_title')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', titleId)
    .forUpdate()
    .executeTakeFirst();

export const sameTitle = (db: Db, enterpriseId: string, kind: string, givenOn: string, but: string | null) =>
  db
    .selectFrom('enterprise_title')
    .select('id')
    .where('enterprise_id', '=', enterpriseId)
    .where('kind', '=', kind)
    .where('given_on', '=', givenOn)
    .$if(but !== null, (query) => query.where('id', '<>', but ?? ''))
    .executeTakeFirst();

export interface TitleFacts {
  readonly kind: string;
  readonly level: TitleLevel;
  readonly number: string;
  readonly givenOn: string;
  readonly endsOn: string | null;
  readonly edition: string | null;
  readonly source: string;
}

const factsOf = (title: TitleFacts) => ({
  ...{ kind: title.kind, level: title.level, number: title.number, given_on: title.givenOn },
  ...{ ends_on: title.endsOn, edition: title.edition, source: title.source },
});

export async function insertTitle(
  db: Db,
  title: TitleFacts & Doing & { readonly id: string; readonly enterpriseId: string },
): Promise<void> {
  const { id, enterpriseId, at, by } = title;
  await db
    .insertInto('enterprise_title')
    .values({ id, enterprise_id: enterpriseId, ...factsOf(title), at, by_id: by.id, by_name: by.name })
    .execute();
}

export async function saveTitle(db: Db, id: string, title: TitleFacts, { at, by }: Doing): Promise<void> {
  await db
    .updateTable('enterprise_title')
    .set({ ...factsOf(title), revision: sql`revision + 1`, at, by_id: by.id, by_name: by.name })
    .where('id', '=', id)
    .execute();
}

export async function putTitleEnd(
  db: Db,
  id: string,
  end: { readonly on: string | null; readonly reason: string | null },
  { at, by }: Doing,
): Promise<void> {
  await db
    .updateTable('enterprise_title')
    .set({
      ended_on: end.on,
      ended_reason: end.reason,
      revision: sql`revision + 1`,
      at,
      by_id: by.id,
      by_name: by.name,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteTitle(db: Db, id: string): Promise<void> {
  await db.deleteFrom('enterprise_title').where('id', '=', id).execute();
}
