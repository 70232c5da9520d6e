import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { openLogins, openSecretKey, verifyPassword } from '../../platform/secrets/index.ts';
import { systemActor } from '../../src/access/index.ts';
import type { AccountDeps } from '../../src/account/commands/deps.ts';
import { createAdministrators, firstLinks } from '../../src/account/commands/first-administrators.ts';
import { forgetOldAttempts } from '../../src/account/commands/forget-old.ts';
import { redeemLink } from '../../src/account/commands/links.ts';
import { claimForDemo, refuseDemo, seedDemoAccounts } from '../../src/account/commands/seed-demo.ts';
import { checkPassword } from '../../src/account/domain/index.ts';
import type { AccountTables } from '../../src/account/store.ts';
import { fillOrganisation, personOf } from '../access/organisation.ts';
import { refusalsOf } from '../plan/world.ts';

let database: TestDatabase<AccountTables>;
let deps: AccountDeps;
let at = Date.parse('2026-01-05T01:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'jingwei-first-'));

beforeAll(async () => {
  database = await testDatabase();
  deps = {
    db: database.db,
    clock: { now: () => new Date(at++).toISOString() },
    newId,
    key: openSecretKey('k'.repeat(32), folder),
    limits: { idleMinutes: 30, hours: 12 },
    secondFactorForAdministrators: true,
    signOn: null,
    noteFault: () => undefined,
  };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

describe('the first start', () => {
  test('waits for regions and roles', async () => {
    expect(await refusalsOf(createAdministrators(systemActor, deps))).toEqual(['registers-missing']);
    await fillOrganisation(database.owner);
  });

  test('three servers at once make three administrators, with a link each and no password', async () => {
    const answers = await Promise.allSettled([1, 2, 3].map(() => createAdministrators(systemActor, deps)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await sql<{ login: string; role: string; password: string | null }>`
      select a.login, g.role_id as role, a.password_hash as password
      from account a join post p on p.person_id = a.person_id join post_grant g on g.post_id = p.id order by a.login`.execute(
      database.owner,
    );
    expect(rows.rows).toEqual([
      { login: 'auditadmin', role: 'audit-admin', password: null },
      { login: 'secadmin', role: 'security-admin', password: null },
      { login: 'sysadmin', role: 'system-admin', password: null },
    ]);
  });

  test('prints new links until somebody has come in, and none after', async () => {
    const first = await firstLinks(systemActor, deps);
    const second = await firstLinks(systemActor, deps);
    expect(first.map(({ login }) => login)).toEqual(['auditadmin', 'secadmin', 'sysadmin']);
    const visitor = { from: '127.0.0.1', device: 'test' };
    const redeem = (path: string | undefined) =>
      redeemLink(visitor, { link: path?.split('#')[1] ?? '', password: 'Willow-river-27', before: null }, deps);
    expect(await refusalsOf(redeem(first[2]?.path))).toEqual(['link-spent']);
    expect(await redeem(second[2]?.path)).toMatch(/^[\w-]{43}$/);
    expect(await firstLinks(systemActor, deps)).toEqual([]);
  });
});

test('what is long over is cleared away, what counts stays', async () => {
  const rows = async () => {
    const { rows: found } = await sql<{ limits: number; sessions: number }>`
      select (select count(*) from attempt_limit) as limits, (select count(*) from session) as sessions`.execute(
      database.owner,
    );
    return found[0];
  };
  await sql`insert into attempt_limit (key, failures, last_at) values ('old', 3, '2026-01-01Z'), ('new', 3, '2026-01-05Z')`.execute(
    database.owner,
  );
  await sql`insert into session (id, token_hash, account_id, method, complete, started_at, seen_at, expires_at, from_address, device)
    select 'old', 'old', id, 'password', true, '2025-01-01', '2025-01-01', '2025-01-01', '', '' from account limit 1`.execute(
    database.owner,
  );
  expect(await rows()).toEqual({ limits: 2, sessions: 2 });
  await forgetOldAttempts(systemActor, deps);
  expect(await rows()).toEqual({ limits: 1, sessions: 1 });
});

describe('the demo', () => {
  const place = { embedded: true, host: '127.0.0.1', nodeEnv: undefined };
  const people = [
    { personId: personOf('finance'), login: 'caizheng' },
    { personId: personOf('reviewer'), login: 'shenhe' },
  ];
  const logins = openLogins(folder);

  beforeEach(async () => {
    await sql`update account_rule set demo_since = null`.execute(database.owner);
  });

  test('is refused in a database that others work in, even when it is told to seed', async () => {
    expect(await refusalsOf(refuseDemo(place, deps))).toEqual(['demo-database-in-use']);
    expect(await refusalsOf(seedDemoAccounts(systemActor, people, logins, deps))).toEqual(['demo-database-in-use']);
    expect(await refusalsOf(refuseDemo({ embedded: false, host: '0.0.0.0', nodeEnv: 'production' }, deps))).toEqual([
      'demo-in-production',
      'demo-external-database',
      'demo-database-in-use',
      'demo-not-loopback',
    ]);
  });

  test('makes each person a password of his own, once, kept for the owner of the data folder', async () => {
    await claimForDemo(systemActor, deps);
    await refuseDemo(place, deps);
    const listed = await seedDemoAccounts(systemActor, people, logins, deps);
    expect(listed.map(({ login }) => login)).toEqual(['caizheng', 'shenhe']);
    expect(new Set(listed.map(({ password }) => password)).size).toBe(2);
    for (const { login, password, personName } of listed)
      expect(checkPassword(password ?? '', { login, personName }).ok).toBe(true);
    const file = join(folder, 'demo-logins.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['caizheng', 'shenhe']);

    const again = await seedDemoAccounts(systemActor, people, logins, deps);
    expect(again).toEqual(listed);
    const rows = await database.owner.selectFrom('account').selectAll().where('demo', '=', true).execute();
    expect(await verifyPassword(rows[0]?.password_hash ?? '', listed[0]?.password ?? '')).toBe(true);
    expect(JSON.stringify(await database.owner.selectFrom('audit_entry').selectAll().execute())).not.toContain(
      listed[0]?.password,
    );
  });

  test('says so when somebody has changed his password', async () => {
    await claimForDemo(systemActor, deps);
    await database.owner
      .updateTable('account')
      .set({ password_hash: '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA' })
      .where('login', '=', 'caizheng')
      .execute();
    const [changed] = await seedDemoAccounts(systemActor, people, logins, deps);
    expect(changed).toMatchObject({ login: 'caizheng', password: null });
  });
});
