import { type Kysely, sql } from 'kysely';
import { RefusalError } from '../../src/kernel/index.ts';

/** Tables to which rows are only added; not even the server's own login can change or take away one. */
const appendOnly = ['audit_entry'] as const;
/** What only migrations and triggers write, and a view through which nothing is to be written past the policies. */
const notTheServers = ['kysely_migration', 'kysely_migration_lock', 'audit_head', 'enterprise_seen'] as const;

/**
 * Lets the server's login use the tables as row-level security allows, after every migration; as the owner. What is
 * append-only stays so.
 */
export async function grantToApp<Tables>(owner: Kysely<Tables>, login: string): Promise<void> {
  const role = sql.id(login);
  await sql`grant usage on schema public to ${role}`.execute(owner);
  await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(owner);
  await sql`grant usage on all sequences in schema public to ${role}`.execute(owner);
  const there = await existing(owner, [...appendOnly, ...notTheServers]);
  for (const table of there) {
    const rights = (appendOnly as readonly string[]).includes(table)
      ? 'update, delete, truncate'
      : 'insert, update, delete, truncate';
    await sql`revoke ${sql.raw(rights)} on ${sql.id(table)} from ${role}`.execute(owner);
  }
}

async function existing<Tables>(owner: Kysely<Tables>, names: readonly string[]): Promise<string[]> {
  const rows = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
      and relname = any (${names})`.execute(owner);
  return rows.rows.map(({ name }) => name);
}

/** Refuses (`login-too-mighty`) a server login that row-level security does not hold. */
export async function refuseMighty<Tables>(app: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string; mighty: boolean }>`
    select current_user::text as name, rolsuper or rolbypassrls or exists (
      select from pg_tables where schemaname = 'public' and tablename = 'plan' and tableowner = current_user) as mighty
    from pg_roles where rolname = current_user`.execute(app);
  if (rows[0]?.mighty !== false)
    throw new RefusalError({ code: 'login-too-mighty', field: 'DATABASE_APP_URL', given: rows[0]?.name ?? null });
}
