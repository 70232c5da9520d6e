import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the database's tables up to this program's version. Refuses when a newer program has been at it. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const known = migrations();
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const hasRun = (await migrator.getMigrations()).some((migration) => migration.executedAt !== undefined);
  if (hasRun) await refuseNewer(db, known);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function refuseNewer<Tables>(db: Kysely<Tables>, known: Readonly<Record<string, Migration>>): Promise<void> {
  const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = rows.rows.find((row) => known[row.name] === undefined);
  if (unknown !== undefined) throw new RefusalError({ code: 'database-newer', given: unknown.name });
}

/** Each file is one migration of plain SQL, named `0001-what.sql`, run in that order and never changed afterwards. */
function migrations(): Record<string, Migration> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return Object.fromEntries(
    files.sort().map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [file.slice(0, -'.sql'.length), { up: (db: Kysely<unknown>) => sql.raw(text).execute(db) as never }];
    }),
  );
}
