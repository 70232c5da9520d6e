import type { AccountDb } from '../store.ts';

/** Puts new recovery codes in the place of the old ones. */
export async function replaceCodes(db: AccountDb, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  const rows = hashes.map((code_hash) => ({ account_id: accountId, code_hash, used_at: null }));
  await db.insertInto('recovery_code').values(rows).execute();
}

/** Uses a recovery code up; false when there is none like it that was not used. */
export async function takeCode(db: AccountDb, accountId: string, hash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function codesLeft(db: AccountDb, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((at) => at.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
