import type { Config } from '../../platform/config/index.ts';
import { openOwner } from '../../platform/db/owner.ts';
import { bringUpToDate } from '../../platform/db/up-to-date.ts';
import { checkChain } from './check-chain.ts';
import { placeOf } from './place.ts';

/** The database that a backup goes into, and what is done there afterwards. */
export interface RestoreTarget {
  readonly ownerAddress: string;
  readonly where: string;
  /** Runs the migrations that came after the backup, and lets the server's login in; gives their names. */
  readonly bringUpToDate: () => Promise<readonly string[]>;
  /** What is wrong with the audit chain, as a sentence; null when nothing is. */
  readonly checkChain: () => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** Reaches the database of the settings, or the one of `into`. */
export async function restoreTarget(config: Config, into: string | undefined): Promise<RestoreTarget> {
  const { dataDir, url, appUrl } = placeOf(config);
  const { ownerAddress, where, close } = await openOwner({ dataDir, url: into ?? url });
  return {
    ownerAddress,
    where,
    bringUpToDate: async () => (await bringUpToDate(ownerAddress, into === undefined ? appUrl : undefined, true)).ran,
    checkChain: () => checkChain(ownerAddress),
    close,
  };
}
