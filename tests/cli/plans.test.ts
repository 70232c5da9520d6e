import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { startCli } from './process.ts';

/** The commands on plans, on a real database, one after another as a person would call them. */
const packs = join(import.meta.dirname, '../../packs');
const first = join(packs, 'linjiang-textile-2025/document.docx');
const second = join(packs, 'linjiang-textile-2026/document.docx');

let database: TestDatabase<Record<string, never>>;
let folder: string;
const before = process.env.DATABASE_URL;

beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.address;
  folder = mkdtempSync(join(tmpdir(), 'jingwei-plans-'));
});
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

async function run(...words: string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(words, terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

describe('plans on the command line', () => {
  test('an empty database says how to begin', async () => {
    expect(await run('plan', 'list')).toMatchObject({ code: 0, out: '', notes: expect.stringContaining('import') });
  });

  test('import --publish, a second edition, list, show, diff, export', async () => {
    const imported = await run(
      'import',
      first,
      '--publish',
      '--note',
      '市政府常务会议通过',
      '--acknowledge',
      '原文如此',
      '--json',
    );
    expect(imported).toMatchObject({ code: 0, notes: '' });
    const [plan] = JSON.parse(imported.out).plans;
    expect(plan).toMatchObject({ status: 'published', latestEdition: 1, docNumber: '临府办发〔2025〕8号' });

    expect(await run('plan', 'diff', plan.id)).toMatchObject({ code: 2, notes: expect.stringContaining('只有一版') });
    const next = await run('import', second, '--edition-of', '现代纺织产业', '--publish', '--acknowledge', '原文如此');
    expect(next).toMatchObject({ code: 0, out: expect.stringContaining(`${plan.id}\t`) });

    const list = await run('plan', 'list', '--text', '纺织');
    expect(list.out.trim().split('\n')).toHaveLength(2);
    expect(list.out).toContain('第2版');

    const shown = await run('plan', 'show', '现代纺织产业', '--edition', '1');
    expect(shown.out).toContain('临府办发〔2025〕8号');
    expect(shown.out).toContain('营业收入');

    const changes = JSON.parse((await run('plan', 'diff', plan.id, '--json')).out);
    expect(changes).toMatchObject({ from: 1, to: 2 });
    expect(changes.counts.changed).toBeGreaterThan(0);
    expect((await run('plan', 'diff', plan.id)).out).toContain('文号\t临府办发〔2025〕8号 → ');

    const markdown = await run('plan', 'export', plan.id, '--format', 'md');
    expect(Buffer.from(markdown.out, 'latin1').toString('utf8')).toMatch(/^# 临江市现代纺织产业/);
    const workbook = join(folder, '方案.xlsx');
    expect(await run('plan', 'export', plan.id, '--format', 'xlsx', '-o', workbook)).toMatchObject({
      code: 0,
      out: '',
    });
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    const exported = await run('plan', 'export', plan.id, '--format', 'json', '--edition', '1');
    expect(JSON.parse(Buffer.from(exported.out, 'latin1').toString('utf8'))).toMatchObject({ number: 1, intact: true });
  });

  test('a plan is given to somebody, who must be in the registers', async () => {
    const unknown = await run('plan', 'assign', '现代纺织产业', '--region', '123456');
    expect(unknown).toMatchObject({ code: 2, notes: expect.stringContaining('不在名录里') });
    expect(await run('plan', 'assign', '现代纺织产业')).toMatchObject({
      code: 0,
      notes: expect.stringContaining('没有人'),
    });
  });

  test('what cannot be done is refused in Chinese with exit code 2', async () => {
    expect(await run('plan', 'show', '没有这个')).toMatchObject({
      code: 2,
      notes: expect.stringContaining('plan list'),
    });
    expect(await run('plan', 'show', '0000000000')).toMatchObject({
      code: 2,
      notes: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
    expect(await run('plan', 'shwo', '纺织')).toMatchObject({ code: 2, notes: expect.stringContaining('list、show') });
    expect(await run('plan', 'show')).toMatchObject({ code: 2, notes: expect.stringContaining('缺少方案') });
    expect(await run('import', join(folder, '没有.docx'))).toMatchObject({
      code: 2,
      notes: expect.stringContaining('不存在'),
    });
    const empty = join(folder, '空.txt');
    writeFileSync(empty, '');
    expect(await run('import', empty, '--publish')).toMatchObject({
      code: 2,
      out: '',
      notes: expect.stringContaining('空.txt'),
    });
  });

  test('serve prints its address, lets nobody in without a login, and stops when asked', async () => {
    const server = startCli(['serve', '--port', '0', '--api-only']);
    const closed = new Promise((resolve) => server.on('close', resolve));
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const look = (chunk: Buffer) => {
        said += chunk;
        const found = /http:\/\/\S+?:\d+/.exec(said);
        if (found) resolve(found[0]);
      };
      server.stdout.on('data', look);
      server.stderr.on('data', look);
      server.on('close', () => reject(new Error(said)));
    });
    const answer = await fetch(`${address}/api/v1/plans`);
    expect([answer.status, await answer.json()]).toMatchObject([401, { refusals: [{ code: 'not-signed-in' }] }]);
    server.kill('SIGTERM');
    expect(await closed).toBe(0);
  });
});

describe('lint', () => {
  test('errors give exit code 1, clean documents 0; one finding a line on a pipe', async () => {
    const seeded = await run('lint', join(packs, 'linjiang-seeded-faults/document.md'), '--parent', first);
    expect(seeded.code).toBe(1);
    const [line] = seeded.out.split('\n');
    expect(line).toMatch(/^(错误|提醒|提示)\t.*document\.\w+:\d+\t[a-z-]+\t.+/);
    expect(seeded.notes).toContain('个错误');
    const json = JSON.parse((await run('lint', join(packs, 'linjiang-seeded-faults/document.md'), '--json')).out);
    expect(json.files[0].documents[0].findings[0]).toMatchObject({
      rule: expect.any(String),
      start: expect.any(Number),
    });
    expect(await run('lint', join(folder, '没有.txt'))).toMatchObject({ code: 2 });

    const clean = join(folder, '通知.txt');
    writeFileSync(
      clean,
      '临江市工业和信息化局关于召开座谈会的通知\n\n各有关企业：\n\n定于近期召开座谈会，请准时参加。\n\n临江市工业和信息化局\n2025年5月6日\n',
    );
    expect((await run('lint', clean)).code).toBe(0);
  });
});
