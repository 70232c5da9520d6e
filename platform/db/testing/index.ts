import { sql } from 'kysely';
import { newId } from '../../ids/index.ts';
import { openCluster } from '../embedded/cluster.ts';
import { type Kysely, migrate, openKysely } from '../index.ts';
import { folderVariable } from './folder.ts';

export { openTemporaryFolder } from './folder.ts';

export interface TestDatabase<Tables> {
  readonly db: Kysely<Tables>;
  /** For a second connection, as another process would make it. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A fresh, empty, migrated database on the throw-away server of this test run. Close it in `afterAll`. */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error(`${folderVariable} is missing: run the tests through vitest.config.ts`);
  const cluster = await openCluster(folder, true);
  const name = `test_${newId()}`;
  const administration = openKysely(cluster.addressOf('postgres'), { connections: 1 });
  await sql`create database ${sql.id(name)}`.execute(administration);
  const address = cluster.addressOf(name);
  const db = openKysely<Tables>(address, { connections: 4 });
  await migrate(db);
  const close = async () => {
    await db.destroy();
    await sql`drop database ${sql.id(name)} with (force)`.execute(administration);
    await administration.destroy();
    await cluster.leaveRunning();
  };
  return { db, address, close };
}
