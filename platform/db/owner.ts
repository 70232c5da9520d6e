import { RefusalError } from '../../src/kernel/index.ts';
import { openCluster } from './embedded/cluster.ts';

/** A database reached as the owner of its tables, whatever state they are in: for backup, restoring and looking after. */
export interface OpenOwner {
  /** Never to be shown: it holds the password. */
  readonly ownerAddress: string;
  /** Where it is, for people. */
  readonly where: string;
  readonly close: () => Promise<void>;
}

/**
 * Reaches the embedded database of the data folder (starting it when no server of ours runs on it) or the external one
 * of `url`, and changes nothing in it. Refuses as `openDatabase` does for one that cannot be reached.
 */
export async function openOwner(choice: {
  readonly dataDir: string;
  readonly url?: string | undefined;
}): Promise<OpenOwner> {
  if (choice.url !== undefined) {
    if (!URL.canParse(choice.url)) throw new RefusalError({ code: 'database-url-unreadable', field: 'DATABASE_URL' });
    const { host, pathname } = new URL(choice.url);
    return { ownerAddress: choice.url, where: `${host}${pathname}`, close: async () => undefined };
  }
  const cluster = await openCluster(choice.dataDir);
  return { ownerAddress: cluster.addressOf('postgres'), where: choice.dataDir, close: cluster.close };
}
