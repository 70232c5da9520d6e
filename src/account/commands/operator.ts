import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, localOperator } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { normalLogin } from '../domain/index.ts';
import { type AccountRow, accountByLogin, type StoredAccount } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import { createAdministrators } from './first-administrators.ts';
import { type HandedLink, handLink } from './hand-link.ts';
import { listAccounts } from './list-accounts.ts';
import { resetSecondFactor, unlockAccount } from './secure-account.ts';
import { setAccount } from './set-account.ts';

/**
 * Whoever works at the command line of the server's own machine, when he keeps accounts: the way back in when every
 * administrator has lost his own. The audit tells it from what administrators do.
 */
const keeper: Actor = {
  ...localOperator,
  permissions: new Set(['account.read', 'account.manage', 'account.secure']),
};

/** What `./jingwei user` does, each by login. */
export interface OperatorCommands {
  readonly createAdministrators: () => Promise<readonly HandedLink[]>;
  readonly list: () => Promise<readonly AccountRow[]>;
  readonly link: (login: string) => Promise<HandedLink>;
  readonly lock: (login: string) => Promise<AccountRow>;
  /** Enables a disabled account, and lets a locked one try again. */
  readonly unlock: (login: string) => Promise<AccountRow>;
  readonly resetSecondFactor: (login: string) => Promise<AccountRow>;
}

const pageSize = 200;

export function operatorCommands(deps: AccountDeps): OperatorCommands {
  const by = async (login: string): Promise<StoredAccount> => {
    const account = await asSystem(() => accountByLogin(deps.db, normalLogin(login)));
    if (account === undefined) throw new RefusalError({ code: 'login-unknown', given: login });
    return account;
  };
  return {
    createAdministrators: () => createAdministrators(keeper, deps),
    list: () => allAccounts(deps),
    link: async (login) => handLink(keeper, (await by(login)).id, deps),
    lock: async (login) => setAccount(keeper, (await by(login)).id, false, deps),
    unlock: async (login) => {
      const { id, disabled } = await by(login);
      return disabled ? setAccount(keeper, id, true, deps) : unlockAccount(keeper, id, deps);
    },
    resetSecondFactor: async (login) => resetSecondFactor(keeper, (await by(login)).id, deps),
  };
}

async function allAccounts(deps: AccountDeps): Promise<readonly AccountRow[]> {
  const rows: AccountRow[] = [];
  const sort = [{ key: 'login', descending: false }];
  for (let page = 1; ; page += 1) {
    const request = { words: [], filter: {}, sort, page, pageSize, offset: rows.length };
    const found = await listAccounts(keeper, request, deps);
    rows.push(...found.rows);
    if (found.rows.length < pageSize) return rows;
  }
}
