import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/**
 * A fact is known from its instant on, but others see it only when its transaction holds. Whoever adds facts takes this first
 * and asks for the time afterwards; whoever freezes what is known (`stopFacts`) then waits for all that are under way.
 */
export async function addingFacts(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('jingwei task facts'))`.execute(db);
}

/** Until the transaction ends nobody adds a fact; what is asked for the time now is later than every fact there is. */
export async function stopFacts(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jingwei task facts'))`.execute(db);
}
