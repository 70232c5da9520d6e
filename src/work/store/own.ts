import type { Kysely } from '../../../platform/db/index.ts';
import type { WorkTables } from './tables.ts';

export interface StoredView {
  readonly name: string;
  readonly usual: boolean;
  readonly view: object;
}

/** A person's views of a list, by name. */
export const readViews = (db: Kysely<WorkTables>, personId: string, list: string): Promise<StoredView[]> =>
  db
    .selectFrom('saved_view')
    .select(['name', 'usual', 'view'])
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .orderBy('name')
    .execute();

/** Saves a view under its name; when it is the usual one, no other is any more. */
export async function writeView(
  db: Kysely<WorkTables>,
  personId: string,
  list: string,
  view: StoredView,
): Promise<void> {
  if (view.usual)
    await db
      .updateTable('saved_view')
      .set({ usual: false })
      .where('person_id', '=', personId)
      .where('list', '=', list)
      .execute();
  const fields = { usual: view.usual, view: JSON.stringify(view.view) };
  await db
    .insertInto('saved_view')
    .values({ person_id: personId, list, name: view.name, ...fields })
    .onConflict((conflict) => conflict.columns(['person_id', 'list', 'name']).doUpdateSet(fields))
    .execute();
}

export async function deleteView(db: Kysely<WorkTables>, personId: string, list: string, name: string): Promise<void> {
  await db
    .deleteFrom('saved_view')
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .where('name', '=', name)
    .execute();
}

export async function readSetting(
  db: Kysely<WorkTables>,
  personId: string,
  name: string,
): Promise<Record<string, unknown> | null> {
  const query = db.selectFrom('person_setting').select('value').where('person_id', '=', personId);
  return (await query.where('name', '=', name).executeTakeFirst())?.value ?? null;
}

export async function writeSetting(
  db: Kysely<WorkTables>,
  personId: string,
  name: string,
  value: Record<string, unknown>,
): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('person_setting')
    .values({ person_id: personId, name, value: text })
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet({ value: text }))
    .execute();
}
