import { asSystem } from '../../../platform/db/index.ts';
import type { Logins } from '../../../platform/secrets/index.ts';
import { hashPassword, randomPassword, verifyPassword } from '../../../platform/secrets/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type DemoPlace, dayIn, demoRefusals, rememberedPasswords } from '../domain/index.ts';
import { demoAccounts, isUntouched, lockFirst, markDemo, postsOf, readRules, setPassword } from '../store.ts';
import { insertWanted, type WantedAccount } from './create-accounts.ts';
import type { AccountDeps } from './deps.ts';

/** A login of the demo as it is printed. */
export interface DemoLogin {
  readonly login: string;
  /** Null when somebody has changed it since. */
  readonly password: string | null;
  readonly personName: string;
  readonly posts: readonly string[];
}

/** Refuses the demo where it may not run; the database must be untouched, or the demo's own. */
export async function refuseDemo(place: Omit<DemoPlace, 'ownOrEmpty'>, deps: AccountDeps): Promise<void> {
  const ownOrEmpty = await asSystem(
    async () => (await readRules(deps.db)).demoSince !== null || (await isUntouched(deps.db)),
  );
  const refusals = demoRefusals({ ...place, ownOrEmpty });
  if (refusals.length > 0) throw new RefusalError(...refusals);
}

/** Notes, before anything else is put into it, that a database is the demo's own. */
export async function claimForDemo(actor: Actor, deps: AccountDeps): Promise<void> {
  permit(actor, 'account.manage');
  await asSystem(() => markDemo(deps.db, deps.clock.now()));
}

/**
 * Opens accounts for the people of the demo who have none, each with a random password that is made once for this
 * installation and kept by `logins`; gives all of the demo's logins, to be printed. Refuses a database that is not the
 * demo's (`demo-database-in-use`).
 */
export function seedDemoAccounts(
  actor: Actor,
  people: readonly WantedAccount[],
  logins: Logins,
  deps: AccountDeps,
): Promise<readonly DemoLogin[]> {
  permit(actor, 'account.manage');
  return asSystem(async () => {
    if ((await readRules(deps.db)).demoSince === null) throw new RefusalError({ code: 'demo-database-in-use' });
    const there = new Set((await demoAccounts(deps.db)).map(({ personId }) => personId));
    const missing = people.filter(({ personId }) => !there.has(personId));
    if (missing.length > 0) await open(actor, missing, logins, deps);
    return listDemo(people, logins, deps);
  });
}

async function open(actor: Actor, wanted: readonly WantedAccount[], logins: Logins, deps: AccountDeps): Promise<void> {
  const passwords = logins.keep(
    wanted.map(({ login }) => login),
    randomPassword,
  );
  const hashes = new Map<string, string>();
  for (const { login } of wanted) hashes.set(login, await hashPassword(passwords[login] ?? ''));
  await recording(deps, actor, async (db, note) => {
    await lockFirst(db);
    for (const account of await insertWanted(db, wanted, note, deps, true)) {
      const hash = hashes.get(account.login);
      if (hash !== undefined) await setPassword(db, account.id, hash, deps.clock.now(), rememberedPasswords);
    }
    note({ action: 'account.demo', record: { kind: 'account', id: 'demo', name: '演示账号' } });
  });
}

/** In the order in which the demo names its people. */
async function listDemo(
  people: readonly WantedAccount[],
  logins: Logins,
  deps: AccountDeps,
): Promise<readonly DemoLogin[]> {
  const day = dayIn(deps.clock.now());
  const kept = logins.read();
  const accounts = new Map((await demoAccounts(deps.db)).map((account) => [account.personId, account]));
  const listed: DemoLogin[] = [];
  for (const { personId } of people) {
    const account = accounts.get(personId);
    if (account === undefined) continue;
    const { login, personName, passwordHash } = account;
    const password = kept[login] ?? null;
    const fits = password !== null && passwordHash !== null && (await verifyPassword(passwordHash, password));
    const posts = (await postsOf(deps.db, personId, day)).map(({ unitName, title }) => `${unitName}${title}`);
    listed.push({ login, password: fits ? password : null, personName, posts });
  }
  return listed;
}
