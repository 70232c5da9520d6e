import { sql } from 'kysely';
import type { Db } from './db.ts';

/** What is open about an enterprise: requests of its own and pairs that nobody has decided, in sight. */
export async function countOpen(db: Db, id: string): Promise<{ requests: number; pairs: number }> {
  const { rows } = await sql<{ requests: number; pairs: number }>`
    select (select count(*) from enterprise_request where enterprise_id = ${id} and state = 'open') as requests,
      (select count(*) from enterprise_pair where (first_id = ${id} or second_id = ${id}) and state = 'open') as pairs`.execute(
    db,
  );
  return rows[0] ?? { requests: 0, pairs: 0 };
}
