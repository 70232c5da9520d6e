import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { openKysely } from './kysely.ts';
import { migrate } from './migrate.ts';
import { refuseUnsuitable } from './suitable.ts';

export type { Kysely, Transaction } from 'kysely';
export { isAnswering } from './answering.ts';
export { openKysely } from './kysely.ts';
export { migrate } from './migrate.ts';

export interface DatabaseChoice {
  /** Folder of the embedded database; not used when `url` is given. */
  readonly dataDir: string;
  /** Address of an external PostgreSQL 15 or newer (`DATABASE_URL`). */
  readonly url?: string | undefined;
  /** True for a server: two of them on one data folder are refused. Tools of the command line share it. */
  readonly exclusive: boolean;
}

export interface OpenDatabase<Tables> {
  readonly db: Kysely<Tables>;
  /** Where it is, for people; never with a password. */
  readonly where: string;
  readonly close: () => Promise<void>;
}

const serverClaim = 7_140_002;

/**
 * Opens the database with its tables up to date: the embedded one of the data folder, or the external one of `url`.
 * Refuses a data folder that another server uses, a database that does not answer, is too old, or belongs to a newer
 * program.
 */
export async function openDatabase<Tables>(choice: DatabaseChoice): Promise<OpenDatabase<Tables>> {
  return choice.url === undefined ? openEmbedded(choice) : openExternal(choice.url);
}

async function openEmbedded<Tables>(choice: DatabaseChoice): Promise<OpenDatabase<Tables>> {
  const cluster = await openCluster(choice.dataDir);
  try {
    if (choice.exclusive && !(await claimed(cluster)))
      throw new RefusalError({ code: 'data-folder-in-use', field: 'JINGWEI_DATA', given: choice.dataDir });
    const db = openKysely<Tables>(cluster.addressOf('postgres'));
    const close = async () => {
      await db.destroy();
      await cluster.close();
    };
    return { db: await ready(db), where: choice.dataDir, close };
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

async function openExternal<Tables>(url: string): Promise<OpenDatabase<Tables>> {
  const { host, pathname } = placeOf(url);
  const db = openKysely<Tables>(url);
  return { db: await ready(db), where: `${host}${pathname}`, close: () => db.destroy() };
}

async function ready<Tables>(db: Kysely<Tables>): Promise<Kysely<Tables>> {
  try {
    await refuseUnsuitable(db);
    await migrate(db);
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
