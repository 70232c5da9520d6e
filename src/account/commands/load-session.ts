import { asSystem } from '../../../platform/db/index.ts';
import { tokenHash } from '../../../platform/secrets/index.ts';
import { type Actor, loadActor } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn, type InState, inState, isAlive, needsSecondFactor, passwordDue } from '../domain/index.ts';
import { type HeldPost, postsOf, type SessionFacts, sessionByToken } from '../store.ts';
import type { AccountDeps } from './deps.ts';

/** A session that counts, with everything that is known of it. */
export interface LiveSession extends SessionFacts {
  readonly token: string;
  readonly state: InState;
  readonly secondFactorNeeded: boolean;
  readonly passwordDueAt: string | null;
  /** Posts that it may act as, today. */
  readonly posts: readonly HeldPost[];
  /** As the post of the session; without one, with nothing allowed. */
  readonly actor: Actor;
}

/** The session of a token; undefined when there is none, it ended, or its person may no longer come. */
export async function liveSession(
  token: string | null,
  from: string,
  deps: AccountDeps,
): Promise<LiveSession | undefined> {
  if (token === null) return undefined;
  const facts = await asSystem(() => sessionByToken(deps.db, tokenHash(token)));
  const now = deps.clock.now();
  if (facts === undefined || !isAlive(facts.session, now, deps.limits)) return undefined;
  const day = dayIn(now);
  if (!mayCome(facts, day)) return undefined;
  const known = await knownOf(facts, day, deps);
  if (known === undefined) return undefined;
  const { session, account, rules } = facts;
  const passwordDueAt = passwordDue(account.passwordSetAt, rules.passwordDays);
  const secondFactorNeeded = needsSecondFactor(known.posts, {
    roles: rules.secondFactorRoles,
    administrators: deps.secondFactorForAdministrators,
  });
  const standing = {
    complete: session.complete,
    passwordDueAt,
    mustChangePassword: account.passwordMustChange,
    secondFactorBound: account.totp !== null,
    secondFactorNeeded,
  };
  return {
    ...facts,
    token,
    state: inState(standing, now),
    secondFactorNeeded,
    passwordDueAt,
    posts: known.posts,
    actor: { ...known.actor, from, sessionId: session.id },
  };
}

/** The same for somebody who must have one that is complete. Refuses (`not-signed-in`). */
export async function ownSession(token: string | null, from: string, deps: AccountDeps): Promise<LiveSession> {
  const live = await liveSession(token, from, deps);
  if (live === undefined || live.state === 'second-factor') throw new RefusalError({ code: 'not-signed-in' });
  return live;
}

export const mayCome = ({ account }: Pick<SessionFacts, 'account'>, day: string): boolean =>
  !account.disabled && (account.personUntil === null || day < account.personUntil);

interface Known {
  readonly posts: readonly HeldPost[];
  readonly actor: Actor;
}

/**
 * What organisation and grants say of a person and a post changes seldom and is asked for with every request: it is kept
 * until their revision, which every request reads, has moved on.
 */
const kept = new WeakMap<AccountDeps, Kept>();
const mostKept = 5000;

interface Kept {
  readonly revision: number;
  readonly known: Map<string, Known>;
}

function keptFor(deps: AccountDeps, revision: number): Map<string, Known> {
  const cache = kept.get(deps);
  if (cache !== undefined && cache.revision === revision && cache.known.size < mostKept) return cache.known;
  const known = new Map<string, Known>();
  kept.set(deps, { revision, known });
  return known;
}

async function knownOf({ session, account, revision }: SessionFacts, day: string, deps: AccountDeps) {
  const cache = keptFor(deps, revision);
  const key = `${account.personId}\n${session.postId ?? ''}\n${day}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const caller = { personId: account.personId, postId: session.postId, sessionId: null, from: '' };
  const loaded = await asSystem(async (): Promise<Known | undefined> => {
    const actor = await loadActor(deps.db, caller, day);
    return actor && { actor, posts: await postsOf(deps.db, account.personId, day) };
  });
  if (loaded !== undefined) cache.set(key, loaded);
  return loaded;
}
