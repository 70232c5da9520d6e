import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording, type TakeNote } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { checkLogin, dayIn } from '../domain/index.ts';
import { type AccountDb, insertAccounts, peopleById, taken } from '../store.ts';
import { loginKey } from './attempts.ts';
import type { AccountDeps } from './deps.ts';
import { type HandedLink, makeLink } from './hand-link.ts';
import { accountRecord } from './step.ts';

export interface WantedAccount {
  readonly personId: string;
  readonly login: string;
}

/**
 * Opens accounts for people, all or none, and gives a one-time link for each. Refuses, each by its place in the list,
 * people who are not there or have an account already, and logins that are malformed, taken, or wanted twice.
 */
export function createAccounts(
  actor: Actor,
  wanted: readonly WantedAccount[],
  deps: AccountDeps,
): Promise<readonly HandedLink[]> {
  permit(actor, 'account.manage');
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const made = await insertWanted(db, wanted, note, deps);
      const links: HandedLink[] = [];
      for (const account of made) links.push(await makeLink(db, account, deps));
      return links;
    }),
  );
}

export interface MadeAccount {
  readonly id: string;
  readonly login: string;
  readonly personName: string;
}

/** The same inside a transaction and without links. */
export async function insertWanted(
  db: AccountDb,
  wanted: readonly WantedAccount[],
  note: TakeNote,
  deps: AccountDeps,
  demo = false,
): Promise<readonly MadeAccount[]> {
  const judged = await judge(db, wanted, deps);
  const createdAt = deps.clock.now();
  const made = judged.map(({ personId, personName, login }) => ({
    ...{ id: deps.newId(), personId, personName, login, loginKey: loginKey(login, deps), createdAt, demo },
  }));
  await insertAccounts(db, made);
  for (const account of made)
    note({
      action: 'account.create',
      record: accountRecord(account),
      changes: [
        { field: 'login', before: null, after: account.login },
        { field: 'person', before: null, after: account.personName },
      ],
    });
  return made;
}

async function judge(db: AccountDb, wanted: readonly WantedAccount[], deps: AccountDeps) {
  const logins = wanted.map(({ login }) => checkLogin(login));
  const good = logins.flatMap((judged) => (judged.ok ? [judged.value] : []));
  const ids = wanted.map(({ personId }) => personId);
  const people = new Map((await peopleById(db, ids)).map((person) => [person.id, person]));
  const there = await taken(db, good, ids);
  const day = dayIn(deps.clock.now());
  const refusals: Refusal[] = [];
  const seen = { logins: new Set<string>(), people: new Set<string>() };
  const fit = wanted.map(({ personId }, at) => {
    const place = `accounts.${at}`;
    const person = people.get(personId);
    const login = logins[at]!;
    if (person === undefined || (person.until !== null && person.until <= day))
      refusals.push({ code: 'person-not-there', field: `${place}.personId`, given: personId });
    else if (there.people.has(personId) || seen.people.has(personId))
      refusals.push({ code: 'person-has-account', field: `${place}.personId`, given: person.name });
    if (!login.ok) refusals.push(...login.refusals.map((each) => ({ ...each, field: `${place}.login` })));
    else if (there.logins.has(login.value) || seen.logins.has(login.value))
      refusals.push({ code: 'login-taken', field: `${place}.login`, given: login.value });
    seen.people.add(personId);
    if (login.ok) seen.logins.add(login.value);
    return { personId, personName: person?.name ?? '', login: login.ok ? login.value : '' };
  });
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return fit;
}
