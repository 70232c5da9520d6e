import { asSystem } from '../../../platform/db/index.ts';
import { csrfTokenOf } from '../../../platform/http/csrf.ts';
import { permitOwn } from '../../access/index.ts';
import { isProven, later, proofMinutes } from '../domain/index.ts';
import { codesLeft, type HeldPost, readRules } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import { type LiveSession, liveSession } from './load-session.ts';

/** What the session of a token is, for the page that shows it; `nobody` for a token that opens nothing. */
export async function readSession(token: string | null, from: string, deps: AccountDeps) {
  const live = await liveSession(token, from, deps);
  const signOn = deps.signOn === null ? null : { name: deps.signOn.name };
  const idle = { signOn, idleMinutes: deps.limits.idleMinutes };
  if (live === undefined) {
    const { demoSince } = await asSystem(() => readRules(deps.db));
    return { ...nothing, ...idle, state: 'nobody', csrfToken: null, demo: demoSince !== null } as const;
  }
  const { state, session, account, actor, posts, rules } = live;
  const known = { ...idle, state, csrfToken: csrfTokenOf(live.token), demo: rules.demoSince !== null } as const;
  if (state === 'second-factor') return { ...nothing, ...known, endsAt: session.expiresAt };
  const views = posts.map(postView);
  return {
    ...known,
    person: { id: account.personId, name: account.personName, login: account.login },
    post: actor.post === null ? null : (views.find(({ id }) => id === session.postId) ?? null),
    posts: views,
    // Until nothing is due any more nothing works, whatever the post may do.
    permissions: state === 'open' ? [...actor.permissions].sort() : [],
    endsAt: session.expiresAt,
  };
}

const nothing = { person: null, post: null, posts: [], permissions: [], endsAt: null } as const;

const postView = ({ permissions: _held, ...post }: HeldPost) => post;

/** One's own account, for 我的账号. */
export async function readOwnAccount(live: LiveSession, deps: AccountDeps) {
  permitOwn(live.actor);
  const { account, session, passwordDueAt, secondFactorNeeded } = live;
  const proven = isProven(session.provenAt, deps.clock.now()) ? session.provenAt : null;
  return {
    login: account.login,
    personName: account.personName,
    passwordSetAt: account.passwordSetAt,
    passwordDueAt,
    secondFactor: {
      boundAt: account.totp?.boundAt ?? null,
      required: secondFactorNeeded,
      recoveryCodesLeft: await asSystem(() => codesLeft(deps.db, account.id)),
    },
    lastLoginAt: account.lastLoginAt,
    lastLoginFrom: account.lastLoginFrom,
    provenUntil: proven === null ? null : later(proven, proofMinutes),
  };
}
