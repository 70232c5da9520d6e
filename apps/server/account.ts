import type { FastifyInstance } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { openSecretKey, randomPassword, type SecretKey } from '../../platform/secrets/index.ts';
import { openSignOn } from '../../platform/sign-on/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { type AccountDeps, type AccountTables, loadAccountServer } from '../../src/account/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';

/** What the accounts are built on. */
export interface AccountParts {
  readonly plan: Pick<PlanDeps, 'db' | 'clock' | 'newId'>;
  /** Left out: a key that ends with this process. */
  readonly secrets?: SecretKey | undefined;
  /** Left out: nobody signs on elsewhere, and sessions live as long as they usually do. */
  readonly config?: Config | undefined;
  /** The invented city on one's own machine, whose administrators need no second factor. */
  readonly demo?: boolean | undefined;
  readonly noteFault: NoteFault;
}

export function accountDeps({ plan, secrets, config, demo, noteFault }: AccountParts): AccountDeps {
  return {
    db: plan.db as unknown as Kysely<AccountTables>,
    clock: plan.clock,
    newId: plan.newId,
    key: secrets ?? openSecretKey(randomPassword(), ''),
    limits: { idleMinutes: config?.sessionIdleMinutes ?? 30, hours: config?.sessionHours ?? 12 },
    secondFactorForAdministrators: demo !== true,
    signOn: config === undefined ? null : signOnOf(config),
    noteFault,
  };
}

/** The settings refuse one of these without the others. */
function signOnOf({ oidcIssuer, oidcClientId, oidcClientSecret, oidcClaim, oidcName, publicUrl }: Config) {
  if (oidcIssuer === null || oidcClientId === null || oidcClientSecret === null || publicUrl === null) return null;
  return openSignOn({
    issuer: oidcIssuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    redirectUri: `${publicUrl}/api/v1/sign-on/callback`,
    claim: oidcClaim,
    name: oidcName,
  });
}

/** The ways in, one's own account, and the accounts that administrators keep. */
export async function accountRoutes(app: FastifyInstance, deps: AccountDeps, publicUrl: string | null): Promise<void> {
  const { edgeFor, routes } = await loadAccountServer();
  routes(app, deps, edgeFor(publicUrl));
}

const tidyMs = 6 * 3_600_000;

/**
 * The gate of a server that listens: nobody comes in without a session. Clears away, four times a day, failures and
 * sessions that are long over; that keeps no process alive.
 */
export async function accountGate(deps: AccountDeps, publicUrl: string | null): Promise<Gate> {
  const { edgeFor, forgetOldAttempts, sessionGate } = await loadAccountServer();
  const tidy = () => forgetOldAttempts(systemActor, deps).catch((cause: unknown) => deps.noteFault('tidy', cause));
  setInterval(() => void tidy(), tidyMs).unref();
  return sessionGate(deps, edgeFor(publicUrl));
}
