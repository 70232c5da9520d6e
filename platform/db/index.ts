import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { refuseMighty } from './grants.ts';
import { openKysely } from './kysely.ts';
import { bringUpToDate } from './up-to-date.ts';

export type { Kysely, Transaction } from 'kysely';
export { isAnswering } from './answering.ts';
export { appAddress } from './app-login.ts';
export { type Asking, asAsking, asNobody, asSystem } from './as-actor.ts';
export { type CopyValue, copyLine } from './copy-text.ts';
export { insideAsSystem } from './inside-as-system.ts';
export { binaryBytes, binaryRows, copyRows, openKysely, type PoolState, poolState } from './kysely.ts';
export { migrate } from './migrate.ts';

export interface DatabaseChoice {
  /** Folder of the embedded database; not used when `url` is given. */
  readonly dataDir: string;
  /** Address of an external PostgreSQL 15 or newer, as the owner of its tables (`DATABASE_URL`). */
  readonly url?: string | undefined;
  /** The server's own login there, when the owner may not make one (`DATABASE_APP_URL`). */
  readonly appUrl?: string | undefined;
  /** Connections at once; ten unless said. */
  readonly connections?: number | undefined;
  /** False: tables that are not up to date are refused (`tables-not-current`) instead of brought up to date. */
  readonly migrate?: boolean | undefined;
  /** True for a server: two of them on one data folder are refused. Tools of the command line share it. */
  readonly exclusive: boolean;
}

export interface OpenDatabase<Tables> {
  /** As the server's login: row-level security holds; see `asAsking`. */
  readonly db: Kysely<Tables>;
  /** Address of the owner, for backup and other work on whole tables. Never to be shown. */
  readonly ownerAddress: string;
  /** Where it is, for people; never with a password. */
  readonly where: string;
  readonly close: () => Promise<void>;
}

const serverClaim = 7_140_002;

/**
 * Opens the database with its tables up to date: the embedded one of the data folder, or the external one of `url`. It
 * is used as a login that cannot bypass row-level security. Refuses a data folder that another server uses, a database
 * that does not answer, is too old, or belongs to a newer program.
 */
export async function openDatabase<Tables>(choice: DatabaseChoice): Promise<OpenDatabase<Tables>> {
  return choice.url === undefined ? openEmbedded(choice) : openExternal(choice.url, choice);
}

async function openEmbedded<Tables>(choice: DatabaseChoice): Promise<OpenDatabase<Tables>> {
  const cluster = await openCluster(choice.dataDir);
  try {
    if (choice.exclusive && !(await claimed(cluster)))
      throw new RefusalError({ code: 'data-folder-in-use', field: 'JINGWEI_DATA', given: choice.dataDir });
    const ownerAddress = cluster.addressOf('postgres');
    const db = await openReady<Tables>(ownerAddress, choice);
    const close = async () => {
      await db.destroy();
      await cluster.close();
    };
    return { db, ownerAddress, where: choice.dataDir, close };
  } catch (cause) {
    await cluster.close();
    throw cause;
  }
}

/** A server that was killed a moment ago may still hold its claim until the database notices. */
async function claimed(cluster: Cluster): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await cluster.claim(serverClaim)) return true;
    await pause(100);
  }
  return false;
}

async function openExternal<Tables>(url: string, choice: DatabaseChoice): Promise<OpenDatabase<Tables>> {
  const { host, pathname } = placeOf(url);
  if (choice.appUrl !== undefined) placeOf(choice.appUrl);
  const db = await openReady<Tables>(url, choice);
  return { db, ownerAddress: url, where: `${host}${pathname}`, close: () => db.destroy() };
}

/** Brings the tables up to date as their owner, then opens them as the server's login. */
async function openReady<Tables>(
  ownerAddress: string,
  { url, appUrl, connections, migrate: mayMigrate = true }: DatabaseChoice,
): Promise<Kysely<Tables>> {
  // What a login of an external database is called means nothing in the embedded one.
  const given = url === undefined ? undefined : appUrl;
  const { appAddress: address } = await bringUpToDate(ownerAddress, given, mayMigrate);
  const db = openKysely<Tables>(address, connections === undefined ? {} : { connections });
  try {
    await refuseMighty(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

function placeOf(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new RefusalError({ code: 'database-url-unreadable', field: 'DATABASE_URL' });
  }
}
