import { asSystem } from '../../../platform/db/index.ts';
import type { SignedOn, SignOnChecks } from '../../../platform/sign-on/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn, normalLogin } from '../domain/index.ts';
import { accountByLogin, type StoredAccount, setAccountFields } from '../store.ts';
import { refuseEntry } from './attempts.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import { arriving } from './enter.ts';
import { mayCome } from './load-session.ts';
import { comeIn } from './login.ts';
import { accountRecord } from './step.ts';

/** What the browser keeps, sealed, while somebody is at the identity provider. */
export interface SignOnTrip extends SignOnChecks {
  /** Page of ours to go on to. */
  readonly next: string;
  readonly until: string;
}

const purpose = 'sign-on trip';
const tripMinutes = 10;

/** Sends somebody to the identity provider: its address, and the sealed trip for his browser to keep. */
export async function startSignOn(next: string, deps: AccountDeps): Promise<{ url: string; trip: string }> {
  const { url, checks } = await signOnOf(deps).start();
  const until = new Date(Date.parse(deps.clock.now()) + tripMinutes * 60_000).toISOString();
  const trip: SignOnTrip = { ...checks, next: ownPage(next), until };
  return { url, trip: deps.key.seal(purpose, JSON.stringify(trip)) };
}

/**
 * Lets somebody in who comes back from the identity provider: the token of his session and the page to go on to. He must
 * have an account whose login is what the provider's claim says; none is made. At the first time the account is bound to
 * this very identity, so that nobody else gets in later by taking over the name. Refuses a trip that this browser did not
 * begin, or began too long ago (`sign-on-failed`), nobody known (`sign-on-unknown`), and another identity
 * (`sign-on-other`).
 */
export function finishSignOn(
  visitor: Visitor,
  given: { readonly query: string; readonly trip: string | null; readonly before: string | null },
  deps: AccountDeps,
): Promise<{ token: string; next: string }> {
  return asSystem(async () => {
    const { trip, issuer, subject, login } = await arrive(given, deps).catch((cause: unknown) => {
      if (!(cause instanceof RefusalError)) throw cause;
      return refuseEntry({ code: cause.refusals[0]?.code ?? '' }, { action: 'account.login', visitor }, deps);
    });
    const account = login === null ? undefined : await accountByLogin(deps.db, normalLogin(login));
    const attempt = { action: 'account.login', account, visitor };
    if (account === undefined) return refuseEntry({ code: 'sign-on-unknown' }, attempt, deps);
    if (!mayCome({ account }, dayIn(deps.clock.now()))) return refuseEntry({ code: 'account-disabled' }, attempt, deps);
    const bound = account.signOn;
    if (bound === null) await bind(account, { issuer, subject }, visitor, deps);
    else if (bound.issuer !== issuer || bound.subject !== subject)
      return refuseEntry({ code: 'sign-on-other' }, attempt, deps);
    const token = await comeIn(account, { visitor, method: 'sign-on', before: given.before }, deps);
    return { token, next: trip.next };
  });
}

/** Who the provider says came back, when this browser had set out. */
async function arrive(
  given: { readonly query: string; readonly trip: string | null },
  deps: AccountDeps,
): Promise<SignedOn & { readonly trip: SignOnTrip }> {
  const trip = openTrip(given.trip, deps);
  return { trip, ...(await signOnOf(deps).finish(given.query, trip)) };
}

async function bind(
  account: StoredAccount,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  visitor: Visitor,
  deps: AccountDeps,
): Promise<void> {
  const actor = await arriving(account, visitor, deps);
  await recording(deps, actor, async (db, note) => {
    await setAccountFields(db, account.id, { sign_on_issuer: issuer, sign_on_subject: subject });
    note({
      action: 'account.bind-sign-on',
      record: accountRecord(account),
      changes: [{ field: 'issuer', before: null, after: issuer }],
    });
  });
}

function openTrip(sealed: string | null, deps: AccountDeps): SignOnTrip {
  const text = sealed === null ? null : deps.key.open(purpose, sealed);
  const trip = text === null ? null : (JSON.parse(text) as SignOnTrip);
  if (trip === null || trip.until <= deps.clock.now())
    throw new RefusalError({ code: 'sign-on-failed', given: '超过时间，或不是这个浏览器发起的' });
  return trip;
}

function signOnOf({ signOn }: AccountDeps) {
  if (signOn === null) throw new RefusalError({ code: 'sign-on-off' });
  return signOn;
}

/** Only pages of our own: nobody is sent on to another site. */
function ownPage(next: string): string {
  if (!/^\/(?![/\\])/.test(next)) return '/';
  const url = new URL(next, 'http://own.invalid');
  return url.host === 'own.invalid' ? `${url.pathname}${url.search}` : '/';
}
