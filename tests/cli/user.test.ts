import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import type { AccountTables } from '../../src/account/index.ts';

/** The operator's commands about accounts, on a real database, one after another. */
let database: TestDatabase<AccountTables>;
const before = { ...process.env };

beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.address;
  process.env.JINGWEI_SECRET_KEY = 'k'.repeat(32);
});
afterAll(async () => {
  for (const name of ['DATABASE_URL', 'JINGWEI_SECRET_KEY'])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  await database.close();
});

async function run(...words: string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(['user', ...words], terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

describe('user', () => {
  test('an empty database says how to begin; then the three administrators, once', async () => {
    expect(await run('list')).toMatchObject({ code: 0, out: '', notes: expect.stringContaining('还没有账号') });
    const made = await run('create-administrators');
    expect(made).toMatchObject({ code: 0, notes: '' });
    expect(made.out.trim().split('\n')).toHaveLength(3);
    expect(made.out).toMatch(/系统管理员（sysadmin）\thttp:\/\/127\.0\.0\.1:7140\/welcome#[\w-]{43}\t/);
    expect(await run('create-administrators')).toMatchObject({ code: 2, notes: expect.stringContaining('已经有账号') });
    const { accounts } = JSON.parse((await run('list', '--json')).out);
    expect(
      accounts.map(({ login, state, roleName }: Record<string, string>) => `${login} ${state} ${roleName}`),
    ).toEqual(['auditadmin invited 审计管理员', 'secadmin invited 安全管理员', 'sysadmin invited 系统管理员']);
  });

  test('a new link voids the one before', async () => {
    expect((await run('link', 'SysAdmin')).out).toContain('/welcome#');
    const links = await database.owner.selectFrom('one_time_link').select(['voided_at']).execute();
    expect(links.filter(({ voided_at }) => voided_at === null)).toHaveLength(3);
    expect(links).toHaveLength(4);
  });

  test('the last administrator of a kind cannot be locked; unlocking and resetting can be done', async () => {
    expect(await run('lock', 'auditadmin')).toMatchObject({ code: 2, notes: expect.stringContaining('最后一个') });
    expect((await run('unlock', 'auditadmin')).out).toContain('未启用');
    expect((await run('reset-second-factor', 'auditadmin')).out).toContain('应绑定');
  });

  test('what was done stands in the audit under the operator', async () => {
    const rows = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'actor_name', 'record_name'])
      .where('action', 'like', 'account.%')
      .orderBy('seq', 'desc')
      .limit(2)
      .execute();
    expect(rows).toEqual([
      { action: 'account.reset-second-factor', actor_name: '本机操作员', record_name: 'auditadmin' },
      { action: 'account.unlock', actor_name: '本机操作员', record_name: 'auditadmin' },
    ]);
  });

  test.each([
    [['link'], '登录名'],
    [['link', 'nobody'], 'user list'],
    [['list', 'x'], '多了 x'],
    [['forget', 'x'], 'reset-second-factor'],
    [[], 'list'],
  ])('%j is refused in Chinese', async (words, told) => {
    expect(await run(...words)).toMatchObject({ code: 2, notes: expect.stringContaining(told) });
  });
});
