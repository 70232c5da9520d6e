import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking, asNobody, asSystem } from '../../platform/db/index.ts';
import { personOf, postOf, roles } from '../access/organisation.ts';
import { type AccountWorld, openAccountWorld } from './world.ts';

const tables = [
  'account',
  'account_password',
  'recovery_code',
  'one_time_link',
  'session',
  'attempt_limit',
  'account_rule',
];

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
  const { owner } = world.database;
  await world.loggedIn('finance');
  await world.browser().send((await import('../../src/account/contract.ts')).accountApi.login, {
    body: { login: 'x', password: 'y' },
  });
  await sql`insert into recovery_code (account_id, code_hash) select id, 'h' from account limit 1`.execute(owner);
  await sql`insert into one_time_link (token_hash, account_id, created_at, expires_at)
    select 't', id, now(), now() from account limit 1`.execute(owner);
});
afterAll(() => world.close());

const rows = async (table: string): Promise<number> => {
  const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(world.database.db);
  return counted.rows[0]?.n ?? 0;
};

test.each(tables)('%s shows itself to the platform alone, whatever a post may do', async (table) => {
  expect(await asSystem(() => rows(table))).toBeGreaterThan(0);
  expect(await rows(table)).toBe(0);
  expect(await asNobody(() => rows(table))).toBe(0);
  for (const { id } of roles)
    expect(await asAsking({ postId: postOf(id), personId: personOf(id) }, () => rows(table))).toBe(0);
});

test('nor can a post write there', async () => {
  const admin = { postId: postOf('system-admin'), personId: personOf('system-admin') };
  const changed = await asAsking(admin, () => sql`update account set disabled = true`.execute(world.database.db));
  expect(changed.numAffectedRows).toBe(0n);
  await expect(
    asAsking(admin, () =>
      sql`insert into account_password (account_id, set_at, password_hash) select 'x', now(), 'y'`.execute(
        world.database.db,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
});
