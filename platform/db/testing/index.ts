import { sql } from 'kysely';
import { newId } from '../../ids/index.ts';
import { openCluster } from '../embedded/cluster.ts';
import { grantToApp } from '../grants.ts';
import { appAddress, type Kysely, migrate, openKysely } from '../index.ts';
import { folderVariable } from './folder.ts';

export { openTemporaryFolder } from './folder.ts';

export interface TestDatabase<Tables> {
  /** As the server uses it: nothing of scoped tables shows outside of `asAsking` and `asSystem`. */
  readonly db: Kysely<Tables>;
  /** As the owner, over whom row-level security has no power: to look and to prepare. */
  readonly owner: Kysely<Tables>;
  /** The owner's address, for a second connection as another process would make it. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Migrated once for a test run; every database of it is a copy, which takes a tenth of the time. */
const migrated = 'test_migrated';
/** Whoever makes that one keeps the others waiting; any number that nobody else takes. */
const making = 20_261_122;

/** A fresh, empty, migrated database on the throw-away server of this test run. Close it in `afterAll`. */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error(`${folderVariable} is missing: run the tests through vitest.config.ts`);
  const cluster = await openCluster(folder, true);
  const name = `test_${newId()}`;
  const administration = openKysely(cluster.addressOf('postgres'), { connections: 1, owner: true });
  await makeMigrated(administration, cluster.addressOf);
  await sql`create database ${sql.id(name)} template ${sql.id(migrated)} strategy file_copy`.execute(administration);
  const address = cluster.addressOf(name);
  const owner = openKysely<Tables>(address, { connections: 4, owner: true });
  const app = await appAddress(address);
  const db = openKysely<Tables>(app, { connections: 4 });
  const close = async () => {
    await db.destroy();
    await owner.destroy();
    await sql`drop database ${sql.id(name)} with (force)`.execute(administration);
    await administration.destroy();
    await cluster.leaveRunning();
  };
  return { db, owner, address, close };
}

/** Makes the database that the others are copies of, unless it is there. */
async function makeMigrated(administration: Kysely<unknown>, addressOf: (name: string) => string): Promise<void> {
  await sql`select pg_advisory_lock(${making})`.execute(administration);
  try {
    const { rows } = await sql`select from pg_database where datname = ${migrated}`.execute(administration);
    if (rows.length > 0) return;
    // Under another name until it is whole: who is stopped half way leaves nothing that looks finished.
    const name = `${migrated}_${newId()}`;
    await sql`create database ${sql.id(name)}`.execute(administration);
    const owner = openKysely(addressOf(name), { connections: 1, owner: true });
    await migrate(owner);
    await grantToApp(owner, new URL(await appAddress(addressOf(name))).username);
    await owner.destroy();
    await sql`alter database ${sql.id(name)} rename to ${sql.id(migrated)}`.execute(administration);
  } finally {
    await sql`select pg_advisory_unlock(${making})`.execute(administration);
  }
}
