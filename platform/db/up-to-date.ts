import { type Kysely, sql } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';
import { appAddress } from './app-login.ts';
import { grantToApp } from './grants.ts';
import { openKysely } from './kysely.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { refuseUnsuitable } from './suitable.ts';

export interface UpToDate {
  /** Address of the server's own login. Never to be shown. */
  readonly appAddress: string;
  /** Names of the migrations that ran now. */
  readonly ran: readonly string[];
}

/**
 * Brings the tables up to this program's version as their owner, and lets the server's login use them: the one of
 * `appUrl`, or one that is made. With `mayMigrate` false nothing is changed, and tables that are not current are refused
 * (`tables-not-current`).
 */
export async function bringUpToDate(
  ownerAddress: string,
  appUrl: string | undefined,
  mayMigrate: boolean,
): Promise<UpToDate> {
  const owner = openKysely(ownerAddress, { connections: 1, owner: true });
  try {
    await refuseUnsuitable(owner);
    await alone(owner);
    if (!mayMigrate) refuseOld(await pendingMigrations(owner));
    const ran = await migrate(owner);
    const address = appUrl ?? (await appAddress(ownerAddress));
    await grantToApp(owner, decodeURIComponent(new URL(address).username));
    return { appAddress: address, ran };
  } finally {
    await owner.destroy();
  }
}

/** Several servers may start at once: one brings up to date, the others wait and find it done. Until the connection ends. */
const alone = (owner: Kysely<unknown>) => sql`select pg_advisory_lock(hashtext('jingwei up to date'))`.execute(owner);

function refuseOld(pending: readonly string[]): void {
  const [first] = pending;
  if (first !== undefined)
    throw new RefusalError({
      code: 'tables-not-current',
      field: 'JINGWEI_MIGRATE',
      given: first,
      limit: pending.length,
    });
}

/** The migrations that a database lacks, seen by its owner; changes nothing. Refuses as `migrate` does. */
export async function pendingOf(ownerAddress: string): Promise<string[]> {
  const owner = openKysely(ownerAddress, { connections: 1, owner: true });
  try {
    await refuseUnsuitable(owner);
    return await pendingMigrations(owner);
  } finally {
    await owner.destroy();
  }
}
