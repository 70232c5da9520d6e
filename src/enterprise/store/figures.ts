import { type SqlBool, sql } from 'kysely';
import type { FigureVintage } from '../domain/model/index.ts';
import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

const columns = ['period', 'revision', 'figures', 'vintage', 'source', 'at', 'by_name'] as const;

/** Years and months, the newest first; with a day only those that were over on it. */
export const readFigures = (db: Db, enterpriseId: string, day: string | null) =>
  db
    .selectFrom('enterprise_figures')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .$if(day !== null, (query) =>
      query.where(sql<SqlBool>`period < case when length(period) = 4 then left(${day}, 4) else left(${day}, 7) end`),
    )
    .orderBy('period', 'desc')
    .limit(240)
    .execute();
export type StoredFigures = Awaited<ReturnType<typeof readFigures>>[number];

export const lockFigures = (db: Db, enterpriseId: string, period: string): Promise<StoredFigures | undefined> =>
  db
    .selectFrom('enterprise_figures')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .where('period', '=', period)
    .forUpdate()
    .executeTakeFirst();

export async function putFigureRow(
  db: Db,
  row: Doing & {
    readonly enterpriseId: string;
    readonly period: string;
    readonly figures: Readonly<Record<string, number>>;
    readonly vintage: FigureVintage;
    readonly source: string;
  },
): Promise<void> {
  const { enterpriseId, period, figures, vintage, source, at, by } = row;
  const said = { figures: JSON.stringify(figures), vintage, source, at, by_id: by.id, by_name: by.name };
  await db
    .insertInto('enterprise_figures')
    .values({ enterprise_id: enterpriseId, period, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['enterprise_id', 'period'])
        .doUpdateSet({ ...said, revision: sql`enterprise_figures.revision + 1` }),
    )
    .execute();
}

/** Years and months without any figure left are not kept. */
export async function deleteFigureRow(db: Db, enterpriseId: string, period: string): Promise<void> {
  await db
    .deleteFrom('enterprise_figures')
    .where('enterprise_id', '=', enterpriseId)
    .where('period', '=', period)
    .execute();
}
