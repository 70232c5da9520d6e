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

/** A fresh, empty, migrated database on the throw-away server of this test run. Close it in `afterAll`. */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error(`${folderVariable} is missing: run the tests through vitest.config.ts`);
  const cluster = await openCluster(folder, true);
  const name = `test_${newId()}`;
  const administration = openKysely(cluster.addressOf('postgres'), { connections: 1, owner: true });
  await sql`create database ${sql.id(name)}`.execute(administration);
  const address = cluster.addressOf(name);
  const owner = openKysely<Tables>(address, { connections: 4, owner: true });
  await migrate(owner);
  const app = await appAddress(address);
  await grantToApp(owner, new URL(app).username);
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
