import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { recordRefusal } from '../../src/audit/index.ts';
import { type AuditWorld, aNote, openAuditWorld } from '../audit/world.ts';

/** The log on the command line, one command after another as an operator would call them. */
let world: AuditWorld;
let folder: string;
const before = process.env.DATABASE_URL;
beforeAll(async () => {
  world = await openAuditWorld();
  process.env.DATABASE_URL = world.address;
  folder = mkdtempSync(join(tmpdir(), 'jingwei-audit-'));
  // A sign that some programs take for the end of a line.
  await world.record(aNote({ reason: '第一行\u2028第二行' }), aNote());
  const deps = { ...world.deps, noteFault: (_number: string, cause: unknown) => expect(cause).toBeNull() };
  await recordRefusal(deps, null, { action: 'request.refuse', refusals: [{ code: 'not-signed-in' }], from: '::1' });
});
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

async function run(...words: string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(['audit', ...words], terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

test('verify, export, and verify the export without the database', async () => {
  expect(await run('verify')).toMatchObject({ code: 0, out: expect.stringContaining('核验了 3 条（第 1 至 3 条）') });
  const file = join(folder, 'log.jsonl');
  expect(await run('export', '-o', file)).toMatchObject({ code: 0, out: '', notes: `已写到 ${file}\n` });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  // What was done to check it stands in it.
  expect(lines.map((line) => JSON.parse(line).action)).toEqual([
    ...['plan.publish', 'plan.publish', 'request.refuse', 'audit.verify', undefined],
  ]);
  const { seq, hash } = JSON.parse(lines[3]!);
  const noted = `${seq}:${hash}`;
  expect(await run('verify', '--file', file, '--expect', noted)).toMatchObject({ code: 0 });
  const verdict = JSON.parse((await run('verify', '--file', file, '--since', '2030-01-01', '--json')).out);
  expect(verdict).toMatchObject({ ok: true, count: 0 });

  for (const [what, touched] of Object.entries({
    '第 2 条的内容被改动过': lines.with(1, lines[1]!.replace('丝绸', '锂电')),
    '缺少第 2 条': lines.toSpliced(1, 1),
    '次序不对：第 2 条': lines.with(1, lines[2]!).with(2, lines[1]!),
    '第 1 条读不懂': lines.with(0, `${lines[0]}\r`),
    文件不完整: lines.slice(0, 4),
    '末尾被截去：从第 4 条起': lines.toSpliced(3, 1),
  })) {
    writeFileSync(file, `${touched.join('\n')}\n`);
    expect(await run('verify', '--file', file), what).toMatchObject({ code: 1, out: expect.stringContaining(what) });
  }
});

test('the database is found touched, and the entry named', async () => {
  await sql`alter table audit_entry disable trigger all`.execute(world.owner);
  await sql`update audit_entry set actor_name = '别人' where seq = 2`.execute(world.owner);
  await sql`alter table audit_entry enable trigger all`.execute(world.owner);
  expect(await run('verify')).toMatchObject({ code: 1, out: expect.stringContaining('第 2 条的内容被改动过') });
});

test('search', async () => {
  const found = await run('search', '--outcome', 'refused');
  expect(found.out.trim().split('\n')).toHaveLength(2);
  expect(found.out).toContain('（未登录）');
  expect(JSON.parse((await run('search', '丝绸', '--limit', '1', '--json')).out).rows).toHaveLength(1);
  expect(await run('search', '--since', '2030-01-01')).toMatchObject({
    code: 0,
    notes: expect.stringContaining('没有'),
  });
  const publish = await run('search', '--action', 'plan.publish', '--until', '2025-03-01');
  expect(publish.out.trim().split('\n')).toHaveLength(3);
});

test('what cannot be done is refused in a sentence', async () => {
  for (const words of [
    ['burn'],
    ['verify', 'x'],
    ['verify', '--file', join(folder, 'nothing.jsonl')],
    ['verify', '--expect', '3'],
    ['verify', '--since', 'gestern'],
    ['export', '--since', '2025-02-30'],
    ['search', '--action', 'plan.unknown'],
  ])
    expect(await run(...words), words.join(' ')).toMatchObject({
      code: 2,
      out: '',
      notes: expect.stringMatching(/请/),
    });
});
