import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { type EmptyDatabase, emptyDatabase } from '../../platform/db/testing/empty.ts';
import { openTemporaryFolder, type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';

/** Migrate, backup, restore and doctor as an operator calls them, on real databases. */
const packs = join(import.meta.dirname, '../../packs');
const before = { ...process.env };
const folder = openTemporaryFolder('operations');
const backups = join(folder, 'backups');
const empties: EmptyDatabase[] = [];
let source: TestDatabase<unknown>;

beforeAll(async () => {
  source = await testDatabase();
  mkdirSync(backups);
  mkdirSync(join(folder, 'data'));
});
afterEach(() => {
  process.env = { ...before };
});
afterAll(async () => {
  for (const empty of empties) await empty.drop();
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(env: Record<string, string>, ...words: string[]) {
  Object.assign(process.env, { JINGWEI_DATA: join(folder, 'data'), ...env });
  const terminal = memoryTerminal();
  const code = await runCli(words, terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

async function empty(): Promise<string> {
  const made = await emptyDatabase(source.address);
  empties.push(made);
  return made.address;
}

const onSource = () => ({ DATABASE_URL: source.address });

test('migrate: says what is missing, does it once, and has nothing to do then', async () => {
  const env = { DATABASE_URL: await empty() };
  const check = await run(env, 'migrate', '--check');
  expect([check.code, check.out.split('\n')[0]]).toEqual([1, '0001-plans']);
  const refused = await run({ ...env, JINGWEI_MIGRATE: 'off' }, 'plan', 'list');
  expect([refused.code, refused.notes]).toEqual([2, expect.stringContaining('./jingwei migrate')]);
  const done = await run({ ...env, JINGWEI_MIGRATE: 'on' }, 'migrate');
  expect([done.code, done.out]).toEqual([0, check.out]);
  expect(await run(env, 'migrate', '--check')).toMatchObject({ code: 0, out: '' });
  expect((await run({ ...env, JINGWEI_MIGRATE: 'off' }, 'plan', 'list')).code).toBe(0);
});

describe('backup and restore', () => {
  beforeAll(async () => {
    process.env.DATABASE_URL = source.address;
    expect((await run({}, 'import', join(packs, 'linjiang-textile-2025/document.docx'))).code).toBe(0);
  });

  test('a folder gets a file under its own name, for its owner only; old ones go, others stay', async () => {
    writeFileSync(join(backups, 'jingwei-20200101-000000.tar'), 'old');
    writeFileSync(join(backups, 'notes.tar'), 'not ours');
    const made = await run(onSource(), 'backup', backups, '--keep', '1');
    expect(made).toMatchObject({ code: 0, notes: expect.stringContaining('jingwei-20200101-000000.tar') });
    const [file = '', other] = readdirSync(backups).sort();
    expect([file, other]).toEqual([expect.stringMatching(/^jingwei-\d{8}-\d{6}\.tar$/), 'notes.tar']);
    expect(statSync(join(backups, file)).mode & 0o777).toBe(0o600);
    copyFileSync(join(backups, file), join(folder, 'kept.tar'));
    expect(JSON.parse(readFileSync(join(folder, 'data', 'last-backup.json'), 'utf8')).file).toBe(join(backups, file));
  });

  test('restored into an empty database: plans, files and chain are there; not a second time', async () => {
    const target = await empty();
    const file = join(folder, 'kept.tar');
    const restored = await run({ DATABASE_URL: target }, 'restore', file);
    expect(restored).toMatchObject({ code: 0, notes: '' });
    expect(restored.out).toMatch(/逐表核对无误[\s\S]+审计链到第 \d+ 条/);
    const there = await run({ DATABASE_URL: target }, 'plan', 'list', '--json');
    expect(JSON.parse(there.out).plans).toHaveLength(1);
    expect(await run({ DATABASE_URL: target }, 'restore', file)).toMatchObject({
      code: 2,
      notes: expect.stringContaining('不是空的'),
    });
    const again = await run({ DATABASE_URL: target }, 'backup', join(folder, 'again.tar'), '--json');
    const first = await run({}, 'restore', file, '--check', '--json');
    const digests = (text: string) =>
      JSON.parse(text).tables.map(({ name, sm3 }: { name: string; sm3: string }) => [name, sm3]);
    expect(digests(again.out)).toEqual(digests(first.out));
  });

  test('--check looks only; what is damaged, missing or there already is told', async () => {
    const file = join(folder, 'kept.tar');
    expect(await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'restore', file, '--check')).toMatchObject(
      {
        code: 0,
        out: expect.stringContaining('完好'),
      },
    );
    const bytes = readFileSync(file);
    writeFileSync(join(folder, 'cut.tar'), bytes.subarray(0, 2000));
    const told = async (...words: string[]) => {
      const { code, notes } = await run(onSource(), ...words);
      return `${code} ${notes}`;
    };
    expect(await told('restore', join(folder, 'cut.tar'), '--check')).toMatch(/^2 .*不完整/);
    expect(await told('restore', join(folder, 'none.tar'))).toMatch(/^2 /);
    expect(await told('restore', join(packs, 'base/terms.yaml'), '--check')).toMatch(/^2 .*不是经纬的备份/);
    expect(await told('backup', file)).toMatch(/^2 .*已经存在/);
    expect(await told('backup', join(folder, 'no', 'such', 'folder.tar'))).toMatch(/^2 备份没有写成/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('with a passphrase it opens only with that', async () => {
    const sealed = { ...onSource(), JINGWEI_BACKUP_PASSPHRASE: '临江市-2026-春天的口令' };
    const file = join(folder, 'secret.sealed');
    expect((await run(sealed, 'backup', file)).code).toBe(0);
    expect(readFileSync(file).includes('tables/plan')).toBe(false);
    expect(await run(sealed, 'restore', file, '--check')).toMatchObject({ code: 0 });
    const other = { ...sealed, JINGWEI_BACKUP_PASSPHRASE: 'another-passphrase' };
    expect(await run(other, 'restore', file, '--check')).toMatchObject({
      code: 2,
      notes: expect.stringContaining('口令不对'),
    });
    process.env = { ...before };
    expect((await run(onSource(), 'restore', file, '--check')).notes).toContain('JINGWEI_BACKUP_PASSPHRASE');
  });
});

describe('doctor', () => {
  const states = (out: string) =>
    new Map<string, string>(
      JSON.parse(out).map((each: { subject: string; state: string }) => [each.subject, each.state]),
    );

  test('a sound database, and what an operator has left to do', async () => {
    const { code, out } = await run(onSource(), 'doctor', '--json');
    const found = states(out);
    for (const subject of [
      '配置',
      'Node',
      '磁盘空间',
      'PostgreSQL',
      '编码',
      '排序规则',
      '表结构',
      '服务的账号',
      '时钟',
      '发件箱',
      '备份',
    ])
      expect([subject, found.get(subject)]).toEqual([subject, 'good']);
    expect([code, found.get('三员')]).toEqual([1, 'wrong']);
  });

  test('what is wrong has its remedy', async () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    writeFileSync(join(open, 'secret.key'), 'x');
    chmodSync(join(open, 'secret.key'), 0o644);
    const env = {
      DATABASE_URL: await empty(),
      DATABASE_APP_URL: source.address,
      JINGWEI_DATA: open,
      JINGWEI_HOST: '0.0.0.0',
    };
    const { code, out } = await run(env, 'doctor');
    expect(code).toBe(1);
    for (const line of [
      /✗ 表结构：还差 \d+ 步/,
      /✗ 服务的账号：jingwei 能绕过行级权限/,
      /✗ 密钥文件[^\n]+\n {4}请运行 chmod 600/,
      /✗ 网址/,
      /✗ 备份/,
    ])
      expect(out).toMatch(line);
  });

  test('a database that does not answer, and one that is not there yet', async () => {
    const away = await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'doctor');
    expect([away.code, away.out]).toEqual([1, expect.stringMatching(/✗ 数据库：连不上/)]);
    process.env = { ...before };
    delete process.env.DATABASE_URL;
    const none = await run({ JINGWEI_DATA: join(folder, 'nothing') }, 'doctor');
    expect(none.out).toMatch(/○ 数据库：[^\n]+还没有/);
    expect(readdirSync(folder)).not.toContain('nothing');
  });
});

test('wrong settings stop every command, all told at once and no secret shown', async () => {
  const env = { JINGWEI_PORT: 'abc', JINGWEI_PROT: '1', JINGWEI_METRICS_TOKEN: 'short secret' };
  const { code, notes } = await run(env, 'backup', backups);
  expect(code).toBe(2);
  expect(notes.trim().split('\n')).toHaveLength(3);
  expect(notes).toContain('您是不是要 JINGWEI_PORT？');
  expect(notes).not.toContain('short');
});
