import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { countAccounts, insertAdministrators, invitedAccounts, lockFirst, nobodyCanComeIn } from '../store.ts';
import { insertWanted } from './create-accounts.ts';
import type { AccountDeps } from './deps.ts';
import { type HandedLink, makeLink } from './hand-link.ts';
import { accountRecord } from './step.ts';

/** The three administrators that every installation begins with; none can do another's work. */
const three = [
  { login: 'sysadmin', name: '系统管理员', roleId: 'system-admin' },
  { login: 'secadmin', name: '安全管理员', roleId: 'security-admin' },
  { login: 'auditadmin', name: '审计管理员', roleId: 'audit-admin' },
] as const;
const unit = { id: 'platform', name: '平台管理' } as const;

/**
 * Opens the accounts of the three administrators where nobody has one yet, each with a one-time link and no password.
 * Refuses when there are accounts (`administrators-there`), and before regions and roles are there
 * (`registers-missing`).
 */
export function createAdministrators(actor: Actor, deps: AccountDeps): Promise<readonly HandedLink[]> {
  permit(actor, 'account.manage');
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      await lockFirst(db);
      if ((await countAccounts(db)) > 0) throw new RefusalError({ code: 'administrators-there' });
      const people = three.map((each) => ({ ...each, personId: deps.newId(), postId: deps.newId() }));
      if (!(await insertAdministrators(db, unit, people, deps.clock.now())))
        throw new RefusalError({ code: 'registers-missing' });
      const made = await insertWanted(db, people, note, deps);
      const links: HandedLink[] = [];
      for (const account of made) {
        links.push(await makeLink(db, account, deps));
        note({ action: 'account.first-administrators', record: accountRecord(account) });
      }
      return links;
    }),
  );
}

/**
 * The links by which a new installation is entered, to be printed at its start: the three administrators are created, or,
 * while nobody has set a password yet, get new links. Empty once somebody can come in.
 */
export async function firstLinks(actor: Actor, deps: AccountDeps): Promise<readonly HandedLink[]> {
  permit(actor, 'account.manage');
  const there = await asSystem(() => countAccounts(deps.db));
  if (there === 0) return createAdministrators(actor, deps);
  if (!(await asSystem(() => nobodyCanComeIn(deps.db)))) return [];
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const links: HandedLink[] = [];
      for (const account of await invitedAccounts(db, three.length)) {
        links.push(await makeLink(db, account, deps));
        note({ action: 'account.link', record: accountRecord(account) });
      }
      return links;
    }),
  );
}
