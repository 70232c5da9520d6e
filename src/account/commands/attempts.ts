import { type RefusedAttempt, recordRefusal } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { addressLockout, codeLockout, loginLockout, normalLogin } from '../domain/index.ts';
import { countAttempt, forgive, type StoredAccount } from '../store.ts';
import type { AccountDeps, Visitor } from './deps.ts';

/** Under which failures of a login are counted; the login itself, which may be a mistyped password, is not kept. */
export const loginKey = (login: string, deps: Pick<AccountDeps, 'key'>): string =>
  `login:${deps.key.fingerprint('login', normalLogin(login))}`;
const addressKey = ({ from }: Visitor): string => `address:${from}`;
export const codeKey = (accountId: string): string => `code:${accountId}`;

/**
 * Counts an attempt to show who one is against its login and its address. Refuses (`login-locked`, with the minutes to
 * wait) after too many failures, whether there is such a login or not.
 */
export async function countLogin(key: string, visitor: Visitor, deps: AccountDeps): Promise<void> {
  const now = deps.clock.now();
  const until =
    (await countAttempt(deps.db, addressKey(visitor), addressLockout, now)) ??
    (await countAttempt(deps.db, key, loginLockout, now));
  if (until !== null) throw new RefusalError({ code: 'login-locked', limit: minutesTo(until, now) });
}

/** The attempt was right: its login starts anew, its address gets this one back. */
export async function forgiveLogin(key: string, visitor: Visitor, deps: AccountDeps): Promise<void> {
  await forgive(deps.db, key);
  await forgive(deps.db, addressKey(visitor), true);
}

/** The same for codes of one account. Refuses (`code-locked`). */
export async function countCode(accountId: string, deps: AccountDeps): Promise<void> {
  const now = deps.clock.now();
  const until = await countAttempt(deps.db, codeKey(accountId), codeLockout, now);
  if (until !== null) throw new RefusalError({ code: 'code-locked', limit: minutesTo(until, now) });
}

export const forgiveCode = (accountId: string, deps: AccountDeps): Promise<void> =>
  forgive(deps.db, codeKey(accountId));

const minutesTo = (until: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));

/** Refusals that stand in the audit already when they are thrown: the edge need not note them again. */
export const notedHere: ReadonlySet<string> = new Set([
  'login-wrong',
  'login-locked',
  'account-disabled',
  'code-wrong',
  'code-locked',
  'link-spent',
  'sign-on-unknown',
  'sign-on-other',
]);

/** Notes a refused attempt to come in, and refuses it. What was typed is not kept. */
export async function refuseEntry(
  refusal: Refusal,
  given: { readonly action: string; readonly account?: StoredAccount | undefined; readonly visitor: Visitor },
  deps: AccountDeps,
): Promise<never> {
  const { action, account, visitor } = given;
  const attempt: RefusedAttempt = { action, refusals: [refusal], from: visitor.from };
  const record = account && ({ kind: 'account', id: account.id, name: account.login } as const);
  await recordRefusal(deps, null, { ...attempt, ...(record && { record }) });
  throw new RefusalError(refusal);
}

/** Runs counted work; when it is refused for too many attempts, notes that as well. */
export async function notingLock(
  work: () => Promise<void>,
  given: Parameters<typeof refuseEntry>[1],
  deps: AccountDeps,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const refusal = cause instanceof RefusalError ? cause.refusals[0] : undefined;
    if (refusal === undefined) throw cause;
    await refuseEntry(refusal, given, deps);
  }
}
