import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { readRules, roleNames, setRules } from '../store.ts';
import type { AccountDeps } from './deps.ts';

export interface AccountRules {
  readonly secondFactorRoles: readonly string[];
  readonly passwordDays: number | null;
}

/** Which roles must have a second factor, and how long passwords stay good. */
export function readAccountRules(actor: Actor, deps: AccountDeps): Promise<AccountRules> {
  permit(actor, 'account.read');
  return asSystem(async () => {
    const { secondFactorRoles, passwordDays } = await readRules(deps.db);
    return { secondFactorRoles, passwordDays };
  });
}

/** Roles that the rules may name. */
export function listRoleNames(actor: Actor, deps: AccountDeps): Promise<readonly { id: string; name: string }[]> {
  permit(actor, 'account.read');
  return asSystem(() => roleNames(deps.db));
}

/** Changes the rules; they count from the next request of everybody. Refuses roles that there are not. */
export function setAccountRules(actor: Actor, given: AccountRules, deps: AccountDeps): Promise<AccountRules> {
  permit(actor, 'account.secure');
  const rules = { ...given, secondFactorRoles: [...new Set(given.secondFactorRoles)].sort() };
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const there = new Set((await roleNames(db)).map(({ id }) => id));
      const unknown = rules.secondFactorRoles.find((id) => !there.has(id));
      if (unknown !== undefined)
        throw new RefusalError({ code: 'role-unknown-here', field: 'secondFactorRoles', given: unknown });
      const before = await readRules(db);
      await setRules(db, rules);
      note({
        action: 'account.rules',
        record: { kind: 'account', id: 'rules', name: '账号的安全规则' },
        changes: [
          {
            field: 'secondFactorRoles',
            before: before.secondFactorRoles.join('、'),
            after: rules.secondFactorRoles.join('、'),
          },
          { field: 'passwordDays', before: before.passwordDays, after: rules.passwordDays },
        ],
      });
      return rules;
    }),
  );
}
