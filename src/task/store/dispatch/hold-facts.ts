import { sql } from 'kysely';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** The lock that whoever adds facts shares; see `addingFacts`. */
const lock = sql`hashtext('jingwei task facts')`;

/**
 * Reads what is known at one instant: waits until every fact that is being added is there, asks for the time, and lets others go
 * on at once, while the work goes on with what there was then. Gives what the work gives.
 */
export async function factsHeld<T>(db: Db, clock: Clock, work: (db: Db, at: string) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${lock})`.execute(one);
    let held = true;
    const letGo = async (by: Db) => {
      if (held) await sql`select pg_advisory_unlock(${lock})`.execute(by);
      held = false;
    };
    try {
      return await one
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (inside) => {
          // The first statement decides what the transaction sees.
          await sql`select 1`.execute(inside);
          const at = clock.now();
          await letGo(inside);
          return work(inside, at);
        });
    } finally {
      await letGo(one);
    }
  });
}
