import type { AccountDb } from '../store.ts';

export interface StoredLink {
  readonly accountId: string;
  readonly expiresAt: string;
}

/** Keeps a new link of an account and voids those that were not used. */
export async function insertLink(
  db: AccountDb,
  link: { readonly tokenHash: string; readonly accountId: string; readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await voidLinks(db, link.accountId, link.now);
  await db
    .insertInto('one_time_link')
    .values({
      token_hash: link.tokenHash,
      account_id: link.accountId,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
      voided_at: null,
    })
    .execute();
}

export async function voidLinks(db: AccountDb, accountId: string, now: string): Promise<void> {
  await db
    .updateTable('one_time_link')
    .set({ voided_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

/** The link of a token, if it can still be used. */
export async function openLink(db: AccountDb, tokenHash: string, now: string): Promise<StoredLink | undefined> {
  const row = await db
    .selectFrom('one_time_link')
    .select(['account_id', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { accountId: row.account_id, expiresAt: row.expires_at };
}

/** Uses a link up; false when somebody else was faster or it is no longer good. */
export async function takeLink(db: AccountDb, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
