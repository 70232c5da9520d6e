import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely';
import { type Actor, withinReach } from '../../../access/index.ts';
import { regionNameAt } from './rounds.ts';
import type { SelectionDb, SelectionTables } from './tables.ts';

const inSight = ({ reach }: Actor) =>
  reach.everything || reach.units.size === 0
    ? withinReach(reach, 'e')
    : sql<SqlBool>`(${withinReach(reach, 'e')} or e.park_id = any (${[...reach.units]}::text[]))`;

/** Titles of a kind that hold on a day, of enterprises in sight; a page by the day they were given. */
export const heldTitles = (
  db: SelectionDb,
  actor: Actor,
  {
    kind,
    on,
    limit,
    offset,
  }: { readonly kind: string; readonly on: string; readonly limit: number; readonly offset: number },
) =>
  db
    .selectFrom('enterprise_title as t')
    .innerJoin('enterprise as e', 'e.id', 't.enterprise_id')
    .leftJoin('title_removal as m', (join) => join.onRef('m.title_id', '=', 't.id').on('m.state', '=', 'noticed'))
    .select([
      't.id as title_id',
      't.given_on',
      't.ends_on',
      'e.id',
      'e.name',
      'e.code',
      'm.id as removal_id',
      'm.ends_on as removal_on',
    ])
    .select(regionNameAt('e.region_id').as('region_name'))
    .where('t.kind', '=', kind)
    .where(sql<SqlBool>`t.given_on <= ${on}::date and (t.ends_on is null or t.ends_on > ${on}::date)
      and (t.ended_on is null or t.ended_on > ${on}::date) and e.counts`)
    .where(inSight(actor))
    .orderBy('t.given_on')
    .orderBy('t.id')
    .limit(limit)
    .offset(offset)
    .execute();

export const titleRow = (db: SelectionDb, enterpriseId: string, titleId: string) =>
  db
    .selectFrom('enterprise_title as t')
    .innerJoin('enterprise as e', 'e.id', 't.enterprise_id')
    .select(['t.id', 't.kind', 't.revision', 't.given_on', 't.ends_on', 't.ended_on'])
    .select(['e.id as enterprise_id', 'e.name', 'e.region_id', 'e.unit_id', 'e.chain_id', 'e.park_id'])
    .where('t.enterprise_id', '=', enterpriseId)
    .where('t.id', '=', titleId)
    .executeTakeFirst();
export type HeldTitle = NonNullable<Awaited<ReturnType<typeof titleRow>>>;

const removalRows = (db: SelectionDb, actor: Actor) =>
  db
    .selectFrom('title_removal as m')
    .innerJoin('enterprise as e', 'e.id', 'm.enterprise_id')
    .selectAll('m')
    .select(['e.name', 'e.region_id', 'e.unit_id', 'e.chain_id', 'e.park_id'])
    .where(inSight(actor));
export type StoredRemoval = Awaited<ReturnType<ReturnType<typeof removalRows>['executeTakeFirstOrThrow']>>;

export const listRemovalRows = (db: SelectionDb, actor: Actor, most: number): Promise<StoredRemoval[]> =>
  removalRows(db, actor)
    .orderBy(sql`m.state <> 'noticed'`)
    .orderBy('m.ends_on', 'desc')
    .orderBy('m.id')
    .limit(most)
    .execute();
export const lockRemovalRow = (db: SelectionDb, actor: Actor, id: string): Promise<StoredRemoval | undefined> =>
  removalRows(db, actor).where('m.id', '=', id).forUpdate('m').executeTakeFirst();
export const readRemoval = (db: SelectionDb, actor: Actor, id: string): Promise<StoredRemoval | undefined> =>
  removalRows(db, actor).where('m.id', '=', id).executeTakeFirst();
export const removalsOf = (db: SelectionDb, actor: Actor, enterpriseId: string): Promise<StoredRemoval[]> =>
  removalRows(db, actor).where('m.enterprise_id', '=', enterpriseId).orderBy('m.noticed_on', 'desc').execute();
export const openRemovalOf = (db: SelectionDb, titleId: string) =>
  db
    .selectFrom('title_removal')
    .select(['id', 'ends_on'])
    .where('title_id', '=', titleId)
    .where('state', '=', 'noticed')
    .executeTakeFirst();
/** Titles whose day has come. As the system. */
export const dueRemovals = (db: SelectionDb, day: string, most: number) =>
  db
    .selectFrom('title_removal')
    .select('id')
    .where('state', '=', 'noticed')
    .where('ends_on', '<=', day)
    .orderBy('ends_on')
    .limit(most)
    .execute();

export async function insertRemoval(db: SelectionDb, row: Insertable<SelectionTables['title_removal']>): Promise<void> {
  await db.insertInto('title_removal').values(row).execute();
}
export async function saveRemoval(
  db: SelectionDb,
  id: string,
  change: Updateable<SelectionTables['title_removal']>,
): Promise<void> {
  await db
    .updateTable('title_removal')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}
