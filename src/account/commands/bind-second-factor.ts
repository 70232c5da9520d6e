import { asSystem } from '../../../platform/db/index.ts';
import {
  base32,
  newRecoveryCode,
  sameText,
  tokenHash,
  totpCode,
  totpSecret,
  totpUri,
} from '../../../platform/secrets/index.ts';
import { permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { acceptedStep, digitsOf } from '../domain/index.ts';
import { endSessionsOf, replaceCodes, setAccountFields } from '../store.ts';
import { countCode, forgiveCode, notingLock, refuseEntry } from './attempts.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import { openTotp, sealTotp } from './give-second-factor.ts';
import type { LiveSession } from './load-session.ts';
import { accountRecord, demandProof, takeStep } from './step.ts';

const issuer = '经纬';
const recoveryCodes = 10;

/** Makes the secret of a new authenticator, which counts only once a code of it was given. Needs a fresh proof. */
export function beginSecondFactor(live: LiveSession, deps: AccountDeps): Promise<{ secret: string; uri: string }> {
  permitOwn(live.actor);
  const { account } = live;
  if (account.totp !== null) throw new RefusalError({ code: 'second-factor-bound' });
  demandProof(live, deps);
  const bytes = totpSecret();
  const secret = base32(bytes);
  return asSystem(async () => {
    await setAccountFields(deps.db, account.id, { totp_pending: sealTotp(deps.key, account.id, secret) });
    return { secret, uri: totpUri(bytes, issuer, account.login) };
  });
}

/**
 * Binds the authenticator by its first code; gives ten recovery codes, shown this once, and the session's new token. Every
 * other session ends, since it came in without. Refuses a wrong code (`code-wrong`) and one without a beginning
 * (`second-factor-not-begun`).
 */
export function confirmSecondFactor(
  live: LiveSession,
  code: string,
  visitor: Visitor,
  deps: AccountDeps,
): Promise<{ codes: readonly string[]; token: string }> {
  permitOwn(live.actor);
  const { account, session, actor } = live;
  if (account.totp !== null) throw new RefusalError({ code: 'second-factor-bound' });
  const sealed = account.totpPending;
  const secret = sealed === null ? null : openTotp(deps.key, account.id, sealed);
  if (secret === null) throw new RefusalError({ code: 'second-factor-not-begun' });
  demandProof(live, deps);
  return asSystem(async () => {
    const attempt = { action: 'account.bind-second-factor', account, visitor };
    await notingLock(() => countCode(account.id, deps), attempt, deps);
    const now = deps.clock.now();
    const digits = digitsOf(code) ?? '';
    const step = acceptedStep(now, null, (each) => sameText(totpCode(secret, each), digits));
    if (step === null) return refuseEntry({ code: 'code-wrong', field: 'code' }, attempt, deps);
    await forgiveCode(account.id, deps);
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    const token = await recording(deps, actor, async (db, note) => {
      const bound = { totp_secret: sealed, totp_bound_at: now, totp_last_step: step, totp_pending: null };
      await setAccountFields(db, account.id, bound);
      await replaceCodes(db, account.id, codes.map(tokenHash));
      await endSessionsOf(db, account.id, 'elsewhere', now, { except: session.id });
      note({ action: 'account.bind-second-factor', record: accountRecord(account) });
      return takeStep(db, live, { provenAt: now }, deps);
    });
    return { codes, token };
  });
}

/** Takes one's own second factor away; gives the session's new token. Refuses where a rule asks for one. */
export function removeSecondFactor(live: LiveSession, deps: AccountDeps): Promise<string> {
  permitOwn(live.actor);
  const { account, actor } = live;
  if (account.totp === null) throw new RefusalError({ code: 'second-factor-missing' });
  if (live.secondFactorNeeded) throw new RefusalError({ code: 'second-factor-required' });
  demandProof(live, deps);
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const none = { totp_secret: null, totp_bound_at: null, totp_last_step: null, totp_pending: null };
      await setAccountFields(db, account.id, none);
      await replaceCodes(db, account.id, []);
      note({ action: 'account.remove-second-factor', record: accountRecord(account) });
      return takeStep(db, live, {}, deps);
    }),
  );
}

/** Ten new recovery codes in the place of the old ones, shown this once. Needs a fresh proof. */
export function renewRecoveryCodes(live: LiveSession, deps: AccountDeps): Promise<readonly string[]> {
  permitOwn(live.actor);
  const { account, actor } = live;
  if (account.totp === null) throw new RefusalError({ code: 'second-factor-missing' });
  demandProof(live, deps);
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      await replaceCodes(db, account.id, codes.map(tokenHash));
      note({ action: 'account.recovery-codes', record: accountRecord(account) });
      return codes;
    }),
  );
}
