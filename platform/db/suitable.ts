import { type Kysely, sql } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';

const oldest = 150_000;

/** Refuses a server that does not answer, is older than PostgreSQL 15, or does not store UTF-8. */
export async function refuseUnsuitable<Tables>(db: Kysely<Tables>): Promise<void> {
  const query = sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`;
  const answer = await query.execute(db).catch((cause: unknown) => {
    const given = cause instanceof Error ? cause.message : null;
    throw new RefusalError({ code: 'database-not-answering', field: 'DATABASE_URL', given });
  });
  const { version, encoding } = answer.rows[0]!;
  if (Number(version) < oldest) throw new RefusalError({ code: 'database-too-old', given: version, limit: oldest });
  if (encoding !== 'UTF8') throw new RefusalError({ code: 'database-not-utf8', given: encoding, limit: 'UTF8' });
}
