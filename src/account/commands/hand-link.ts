import { asSystem } from '../../../platform/db/index.ts';
import { newToken, tokenHash } from '../../../platform/secrets/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { later, linkHours } from '../domain/index.ts';
import { type AccountDb, accountById, insertLink, type StoredAccount } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import { accountRecord } from './step.ts';

/** A link as it is shown once to whoever hands it over. */
export interface HandedLink {
  readonly accountId: string;
  readonly login: string;
  readonly personName: string;
  readonly path: string;
  readonly expiresAt: string;
}

/** Makes a new one-time link of an account; those not used yet are void. Refuses a disabled account. */
export function handLink(actor: Actor, accountId: string, deps: AccountDeps): Promise<HandedLink> {
  permit(actor, 'account.manage');
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const account = await accountById(db, accountId);
      if (account === undefined) throw new RefusalError({ code: 'account-unknown', given: accountId });
      if (account.disabled) throw new RefusalError({ code: 'account-disabled' });
      const link = await makeLink(db, account, deps);
      const changes = [{ field: 'expiresAt', before: null, after: link.expiresAt }];
      note({ action: 'account.link', record: accountRecord(account), changes });
      return link;
    }),
  );
}

/** The same inside a transaction: only the hash of the link's secret is kept. */
export async function makeLink(
  db: AccountDb,
  account: Pick<StoredAccount, 'id' | 'login' | 'personName'>,
  deps: AccountDeps,
): Promise<HandedLink> {
  const token = newToken();
  const now = deps.clock.now();
  const expiresAt = later(now, linkHours * 60);
  await insertLink(db, { tokenHash: tokenHash(token), accountId: account.id, now, expiresAt });
  const { id, login, personName } = account;
  return { accountId: id, login, personName, path: `/welcome#${token}`, expiresAt };
}
