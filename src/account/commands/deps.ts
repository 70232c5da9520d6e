import type { Clock } from '../../../platform/clock/index.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import type { SecretKey } from '../../../platform/secrets/index.ts';
import type { SignOn } from '../../../platform/sign-on/index.ts';
import type { SessionLimits } from '../domain/index.ts';
import type { AccountDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface AccountDeps {
  readonly db: AccountDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Seals the secrets of authenticators. */
  readonly key: SecretKey;
  readonly limits: SessionLimits;
  /** False only for the demo on one's own machine: then administrators need no second factor. */
  readonly secondFactorForAdministrators: boolean;
  /** The identity provider, when single sign-on is set up. */
  readonly signOn: SignOn | null;
  readonly noteFault: NoteFault;
}

/** Who knocks, as far as the network tells. */
export interface Visitor {
  /** Network address. */
  readonly from: string;
  /** Browser and system in a few words. */
  readonly device: string;
}
