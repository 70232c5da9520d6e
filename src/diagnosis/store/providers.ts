import { sql } from 'kysely';
import { type Db, regionNameAt, unitNameAt } from './db.ts';

const named = (db: Db) =>
  db
    .selectFrom('diagnosis_provider as p')
    .selectAll('p')
    .select([regionNameAt('p.region_id').as('region_name'), unitNameAt('p.unit_id').as('unit_name')])
    .where('p.removed_at', 'is', null);
export type StoredProvider = Awaited<ReturnType<ReturnType<typeof named>['executeTakeFirstOrThrow']>>;

export const listProviderRows = (db: Db, most: number): Promise<StoredProvider[]> =>
  named(db).orderBy('p.name').orderBy('p.id').limit(most).execute();

/** Those whose region an enterprise lies in, the nearest first. */
export const providersNear = (db: Db, regionId: string, most: number): Promise<StoredProvider[]> =>
  named(db)
    .where(
      'p.region_id',
      'in',
      sql<string>`(select ancestor from region_closure where descendant = ${regionId}
        and current_date >= valid_from and current_date < valid_to)`,
    )
    .orderBy(sql`length(p.region_id)`, 'desc')
    .orderBy('p.name')
    .limit(most)
    .execute();

export const lockProviderRow = (db: Db, id: string): Promise<StoredProvider | undefined> =>
  named(db).where('p.id', '=', id).forUpdate('p').executeTakeFirst();

export interface ProviderContent {
  readonly name: string;
  readonly region_id: string;
  readonly sides: string[];
  readonly services: string;
  readonly cases: string;
  readonly contact: string;
  readonly changed_at: string;
  readonly changed_by: string;
}

export async function insertProvider(db: Db, id: string, unitId: string, content: ProviderContent): Promise<void> {
  await db
    .insertInto('diagnosis_provider')
    .values({ id, unit_id: unitId, chain_id: null, removed_at: null, ...content })
    .execute();
}

export async function saveProvider(
  db: Db,
  id: string,
  change: Partial<ProviderContent> & { readonly removed_at?: string },
): Promise<void> {
  await db
    .updateTable('diagnosis_provider')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}
