import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, administratorKindOf, type Permission, permissions, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn } from '../domain/index.ts';
import {
  type AccountDb,
  type AccountRow,
  countHolding,
  endSessionsOf,
  lockAccount,
  postsOf,
  type StoredAccount,
  setAccountFields,
  voidLinks,
} from '../store.ts';
import type { AccountDeps } from './deps.ts';
import { shownAccount } from './list-accounts.ts';
import { accountRecord } from './step.ts';

/**
 * Disables an account, which ends its sessions and voids its links, or enables it again. Refuses one's own, the last one
 * of an administrator of its kind (`last-administrator`), and what is so already.
 */
export function setAccount(actor: Actor, accountId: string, enabled: boolean, deps: AccountDeps): Promise<AccountRow> {
  permit(actor, 'account.manage');
  return asSystem(async () => {
    await recording(deps, actor, async (db, note) => {
      const account = await otherAccount(db, actor, accountId);
      if (account.disabled === !enabled)
        throw new RefusalError({ code: 'account-already', given: enabled ? '启用' : '停用' });
      if (!enabled) await refuseLast(db, account, deps);
      const now = deps.clock.now();
      await setAccountFields(db, account.id, { disabled: !enabled });
      const ended = enabled ? 0 : await endSessionsOf(db, account.id, 'disabled', now);
      if (!enabled) await voidLinks(db, account.id, now);
      note({
        action: enabled ? 'account.enable' : 'account.disable',
        record: accountRecord(account),
        changes: [
          { field: 'enabled', before: !enabled, after: enabled },
          { field: 'sessionsEnded', before: null, after: ended },
        ],
      });
    });
    return shownAccount(accountId, deps);
  });
}

/** Somebody else's account, locked. Refuses one that there is not, and one's own. */
export async function otherAccount(db: AccountDb, actor: Actor, accountId: string): Promise<StoredAccount> {
  const account = await lockAccount(db, accountId);
  if (account === undefined) throw new RefusalError({ code: 'account-unknown', given: accountId });
  if (account.personId === actor.id) throw new RefusalError({ code: 'account-own' });
  return account;
}

const administratorName = { system: '系统管理员', security: '安全管理员', audit: '审计管理员' } as const;

async function refuseLast(db: AccountDb, account: StoredAccount, deps: AccountDeps): Promise<void> {
  const day = dayIn(deps.clock.now());
  const posts = await postsOf(db, account.personId, day);
  for (const { permissions: held, onBehalfOf } of posts) {
    const kind = onBehalfOf === null ? administratorKindOf(held) : null;
    if (kind === null) continue;
    const all = Object.keys(permissions) as Permission[];
    const ofKind = all.filter((permission) => permissions[permission].kind === kind);
    if ((await countHolding(db, ofKind, account.id, day)) === 0)
      throw new RefusalError({ code: 'last-administrator', given: administratorName[kind] });
  }
}
