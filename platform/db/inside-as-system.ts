import { type Kysely, sql } from 'kysely';
import { asSystem } from './as-actor.ts';

/**
 * Does some work on the platform's own behalf and then goes on for whoever asked; inside a transaction on its own
 * connection. `asSystem` would take a second one: when as many transactions as there are connections wait for one more, none
 * goes on. Work that fails ends the transaction, and with it what was set here.
 */
export async function insideAsSystem<Tables, T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  if (!db.isTransaction) return asSystem(work);
  const { rows } = await sql<{ post: string; person: string }>`
    select current_setting('jingwei.post', true) as post, current_setting('jingwei.person', true) as person`.execute(
    db,
  );
  await become(db, '@system', '');
  const result = await work();
  await become(db, rows[0]?.post ?? '', rows[0]?.person ?? '');
  return result;
}

const become = <Tables>(db: Kysely<Tables>, post: string, person: string) =>
  sql`select set_config('jingwei.post', ${post}, true), set_config('jingwei.person', ${person}, true)`.execute(db);
