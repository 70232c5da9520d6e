import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';
import { migrationFiles } from './migration-files.ts';

/**
 * Brings the database's tables up to this program's version and gives the names of the migrations that ran. Refuses when
 * a newer program has been at it.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const migrator = migratorOf(db);
  await refuseNewer(db);
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Names of the migrations that this program has and the database has not. Refuses as `migrate` does; changes nothing. */
export async function pendingMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  await refuseNewer(db);
  const all = await migratorOf(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

const migratorOf = <Tables>(db: Kysely<Tables>): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => migrations() } });

const migrations = (): Record<string, Migration> =>
  Object.fromEntries(
    migrationFiles().map(({ name, text }) => [
      name,
      { up: (db: Kysely<unknown>) => sql.raw(text).execute(db) as never },
    ]),
  );

async function refuseNewer<Tables>(db: Kysely<Tables>): Promise<void> {
  const there = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there`.execute(db);
  if (there.rows[0]?.there !== true) return;
  const known = new Set(migrationFiles().map(({ name }) => name));
  const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = rows.rows.find(({ name }) => !known.has(name));
  if (unknown !== undefined) throw new RefusalError({ code: 'database-newer', given: unknown.name });
}
