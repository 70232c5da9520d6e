import { asSystem } from '../../../platform/db/index.ts';
import type { ListRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn } from '../domain/index.ts';
import * as store from '../store.ts';
import type { AccountDeps } from './deps.ts';

/** One page of the accounts. */
export function listAccounts(actor: Actor, request: ListRequest, deps: AccountDeps) {
  permit(actor, 'account.read');
  return asSystem(() => store.listAccounts(deps.db, request, listedAt(deps)));
}

/** One account as the list shows it. Refuses one that there is not (`account-unknown`). */
export function readAccount(actor: Actor, accountId: string, deps: AccountDeps): Promise<store.AccountRow> {
  permit(actor, 'account.read');
  return shownAccount(accountId, deps);
}

/** The same after a change, by whoever was allowed to make it. */
export const shownAccount = (accountId: string, deps: AccountDeps): Promise<store.AccountRow> =>
  asSystem(async () => {
    const row = await store.accountRow(deps.db, accountId, listedAt(deps));
    if (row === undefined) throw new RefusalError({ code: 'account-unknown', given: accountId });
    return row;
  });

/** People who have no account yet, fifty at most. */
export function listCandidates(actor: Actor, text: string, deps: AccountDeps) {
  permit(actor, 'account.manage');
  return asSystem(() => store.candidates(deps.db, text.trim(), dayIn(deps.clock.now())));
}

const listedAt = ({ clock, limits, secondFactorForAdministrators }: AccountDeps): store.ListedAt => {
  const now = clock.now();
  return {
    now,
    day: dayIn(now),
    idleMinutes: limits.idleMinutes,
    administrators: secondFactorForAdministrators,
  };
};
