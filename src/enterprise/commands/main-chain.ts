import { insideAsSystem } from '../../../platform/db/index.ts';
import { type EnterpriseDb, putMainChain } from '../store.ts';

/**
 * Sets the chain that some enterprises mainly belong to, as their places in the maps say; inside the transaction in which that
 * is decided, by a command that has asked for its permission. It is no change of the enterprise itself: its history stays.
 */
export const setMainChain = (db: EnterpriseDb, ids: readonly string[], chainId: string | null): Promise<void> =>
  insideAsSystem(db, () => putMainChain(db, ids, chainId));
