import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';

/** What has no rows of anybody: migrations' own notes, the counter of changes, and the end of the audit chain. */
const withoutOwners: ReadonlySet<string> = new Set([
  'kysely_migration',
  'kysely_migration_lock',
  'organisation_revision',
  'audit_head',
]);

let database: TestDatabase<object>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the login of the server is neither superuser nor owner and cannot bypass row-level security', async () => {
  const { rows } = await sql<Record<string, boolean>>`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      exists (select from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname = current_user`.execute(database.db);
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: false,
    },
  ]);
});

test('every table has row-level security and at least one policy, but for those named here', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
    order by 1`.execute(database.owner);
  expect(rows.map(({ name }) => name).filter((name) => !withoutOwners.has(name))).toEqual([]);
});

describe('what no login of the server may do', () => {
  const asSomebody = (statement: string) =>
    asAsking({ postId: '@system', personId: '' }, () => sql.raw(statement).execute(database.db));
  test.each([
    'update audit_entry set actor_name = $$x$$',
    'delete from audit_entry',
    'truncate audit_entry',
    'alter table plan disable row level security',
    'drop table plan',
    'alter table audit_entry disable trigger all',
    'create policy open on plan using (true)',
    "set session_replication_role = 'replica'",
    'set role postgres',
    'insert into kysely_migration (name, timestamp) values ($$x$$, $$x$$)',
    'create table loot (id text)',
  ])('%s', async (statement) => {
    await expect(asSomebody(statement)).rejects.toThrow(/permission denied|must be owner|does not exist/);
  });
});
