import { newToken, tokenHash } from '../../../platform/secrets/index.ts';
import { type Actor, loadActor } from '../../access/index.ts';
import type { TakeNote } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn, halfMinutes, later } from '../domain/index.ts';
import {
  type AccountDb,
  endSessionsOf,
  insertSession,
  type LoginMethod,
  postsOf,
  type StoredAccount,
  sessionByToken,
  setAccountFields,
} from '../store.ts';
import type { AccountDeps, Visitor } from './deps.ts';

/** The actor that somebody will be who has just shown who he is: in his first post that something is granted to. */
export async function arriving(account: StoredAccount, visitor: Visitor, deps: AccountDeps): Promise<Actor> {
  const day = dayIn(deps.clock.now());
  const posts = (await postsOf(deps.db, account.personId, day)).filter(({ onBehalfOf }) => onBehalfOf === null);
  const postId = (posts.find(({ roleId }) => roleId !== null) ?? posts[0])?.id ?? null;
  const caller = { personId: account.personId, postId, sessionId: deps.newId(), from: visitor.from };
  const actor = await loadActor(deps.db, caller, day);
  if (actor === undefined) throw new RefusalError({ code: 'account-disabled' });
  return actor;
}

/**
 * Opens the session of an arriving actor inside a transaction and gives its token, which nothing but the cookie will hold.
 * Whatever session the browser had before is over: nobody can prepare one for somebody else. Where a second factor is
 * bound the session waits for it, five minutes at most.
 */
export async function openSession(
  db: AccountDb,
  given: { account: StoredAccount; actor: Actor; method: LoginMethod; visitor: Visitor; before: string | null },
  note: TakeNote,
  deps: AccountDeps,
): Promise<string> {
  const { account, actor, method, visitor, before } = given;
  const now = deps.clock.now();
  if (before !== null) await endBefore(db, before, now);
  const token = newToken();
  const complete = account.totp === null;
  await insertSession(db, {
    id: actor.sessionId ?? deps.newId(),
    tokenHash: tokenHash(token),
    accountId: account.id,
    postId: actor.post?.id ?? null,
    method,
    complete,
    provenAt: complete ? now : null,
    now,
    expiresAt: complete ? later(now, deps.limits.hours * 60) : later(now, halfMinutes),
    from: visitor.from,
    device: visitor.device,
  });
  if (complete) await noteLogin(db, { account, actor, method, now }, note);
  return token;
}

/** Writes down that somebody is in. */
export async function noteLogin(
  db: AccountDb,
  given: { account: StoredAccount; actor: Actor; method: LoginMethod; now: string },
  note: TakeNote,
): Promise<void> {
  const { account, actor, method, now } = given;
  await setAccountFields(db, account.id, { last_login_at: now, last_login_from: actor.from });
  note({
    action: 'account.login',
    record: { kind: 'account', id: account.id, name: account.login },
    changes: [{ field: 'method', before: null, after: method }],
  });
}

async function endBefore(db: AccountDb, token: string, now: string): Promise<void> {
  const facts = await sessionByToken(db, tokenHash(token));
  if (facts !== undefined) await endSessionsOf(db, facts.account.id, 'replaced', now, { only: facts.session.id });
}
