import { type SqlBool, sql } from 'kysely';
import type { ProjectNorms } from '../domain/norm/model.ts';
import type { Db } from './db.ts';

export interface StoredNorms {
  readonly regionId: string;
  readonly revision: number;
  readonly norms: ProjectNorms;
}

/** What a region has set for itself from a day at the latest, the last that began; undefined: nothing. */
export async function readRegionNorms(db: Db, regionId: string, day: string): Promise<StoredNorms | undefined> {
  const row = await db
    .selectFrom('project_norm')
    .select(['from_day', 'revision', 'content'])
    .where('region_id', '=', regionId)
    .where(sql<SqlBool>`from_day <= ${day}::date`)
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { regionId, revision: row.revision, norms: { from: row.from_day, ...row.content } };
}

export async function normRevision(db: Db, regionId: string, day: string): Promise<number> {
  const row = await db
    .selectFrom('project_norm')
    .select('revision')
    .where('region_id', '=', regionId)
    .where('from_day', '=', day)
    .forUpdate()
    .executeTakeFirst();
  return row?.revision ?? 0;
}

export async function putNorms(
  db: Db,
  put: {
    readonly regionId: string;
    readonly from: string;
    readonly content: Omit<ProjectNorms, 'from'>;
    readonly at: string;
    readonly by: string;
  },
): Promise<void> {
  const content = JSON.stringify(put.content);
  await db
    .insertInto('project_norm')
    .values({
      ...{ region_id: put.regionId, from_day: put.from, revision: 1, content, unit_id: null, chain_id: null },
      ...{ changed_at: put.at, changed_by: put.by },
    })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'from_day']).doUpdateSet({
        ...{ content, revision: sql`project_norm.revision + 1`, changed_at: put.at, changed_by: put.by },
      }),
    )
    .execute();
}

/** Projects below a region are looked at anew. */
export async function forgetLooks(db: Db, regionId: string): Promise<void> {
  await sql`update project set looked_on = null where region_id in (select descendant from region_closure
    where ancestor = ${regionId} and current_date >= valid_from and current_date < valid_to)`.execute(db);
}

/** Items of published plans in sight whose words speak of investment. */
export async function planWordsOfInvestment(
  db: Db,
  most: number,
): Promise<{ id: string; title: string; text: string }[]> {
  const { rows } = await sql<{ id: string; title: string; text: string }>`
    select p.id, coalesce(v.title, '') as title, i.content::text as text
    from plan p join plan_version v on v.plan_id = p.id and v.number = p.latest_edition
      join plan_item i on i.version_id = v.id
    where i.review <> 'rejected' and i.content::text ~ '[万亿]元[^"]{0,8}以上'
    order by v.published_at desc nulls last limit ${most}`.execute(db);
  return rows;
}
