import type { Role } from '../../access/index.ts';
import type { Db } from './lists.ts';

/** Writes a role; one of the same id gets the new words and permissions. */
export async function saveRole(db: Db, role: Role): Promise<void> {
  const row = {
    name: role.name,
    scope_kind: role.scope,
    permissions: [...role.permissions],
    built_in: role.builtIn,
    note: role.note,
  };
  await db
    .insertInto('access_role')
    .values({ id: role.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function removeRole(db: Db, id: string): Promise<void> {
  await db.deleteFrom('access_role').where('id', '=', id).execute();
}

/** How many posts have each role, granted or proposed. */
export async function roleUse(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('post_grant')
    .select((e) => ['role_id', e.fn.countAll<number>().as('posts')])
    .where('state', '!=', 'withdrawn')
    .groupBy('role_id')
    .execute();
  return new Map(rows.map(({ role_id, posts }) => [role_id, posts]));
}

/** True when some grant names the role, whatever became of it. */
export async function isRoleNamed(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('post_grant').select('post_id').where('role_id', '=', id).limit(1).executeTakeFirst();
  return row !== undefined;
}
