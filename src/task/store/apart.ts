import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskTables } from './tables.ts';

/**
 * Does one of several things of a transaction so that, when it throws, it alone is undone and the others hold. Never two at
 * the same time.
 */
export async function apart<T>(db: Kysely<TaskTables>, work: () => Promise<T>): Promise<T> {
  await sql`savepoint apart`.execute(db);
  try {
    const done = await work();
    await sql`release savepoint apart`.execute(db);
    return done;
  } catch (cause) {
    await sql`rollback to savepoint apart`.execute(db);
    throw cause;
  }
}
