import type { AccountDb } from '../store.ts';

/** Hashes of an account's latest passwords, the present one first. */
export async function recentPasswords(db: AccountDb, accountId: string, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account_password')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => row.password_hash);
}

/** Sets a password and remembers it together with those before, as many as count. */
export async function setPassword(
  db: AccountDb,
  accountId: string,
  hash: string,
  now: string,
  most: number,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: hash, password_set_at: now, password_must_change: false })
    .where('id', '=', accountId)
    .execute();
  await db
    .insertInto('account_password')
    .values({ account_id: accountId, set_at: now, password_hash: hash })
    .onConflict((at) => at.columns(['account_id', 'set_at']).doUpdateSet({ password_hash: hash }))
    .execute();
  const kept = db
    .selectFrom('account_password')
    .select('set_at')
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .limit(most);
  await db.deleteFrom('account_password').where('account_id', '=', accountId).where('set_at', 'not in', kept).execute();
}

/** The same password under today's costs; its age does not change. */
export async function replaceHash(db: AccountDb, accountId: string, old: string, hash: string): Promise<void> {
  const set = { password_hash: hash };
  await db.updateTable('account').set(set).where('id', '=', accountId).where('password_hash', '=', old).execute();
  await db
    .updateTable('account_password')
    .set(set)
    .where('account_id', '=', accountId)
    .where('password_hash', '=', old)
    .execute();
}
