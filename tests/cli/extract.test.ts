import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { ExtractAnswerSchema } from '../../src/plan/contract.ts';
import { type Finished, startCli } from './process.ts';

const DOCUMENT = `临江市人民政府办公室关于印发临江市丝绸产业链行动方案的通知

临政办发〔2025〕21号

各县（区）人民政府：

《临江市丝绸产业链行动方案》已经市政府同意，现印发给你们。

临江市人民政府办公室
2025年4月2日

临江市丝绸产业链行动方案

一、总体目标

到2027年，全市丝绸产业链营业收入突破60亿元，培育规上企业20家以上。

二、重点任务

1.建设缫丝基地。2026年底前建成缫丝基地2个。（责任单位：市农业农村局、市工信局）

三、支持政策

1.对新认定的国家级绿色工厂，一次性奖励30万元。
`;

/** The same as a process whose outputs are pipes, without starting one. */
async function cli(words: readonly string[]): Promise<Finished> {
  const terminal = memoryTerminal();
  const code = await runCli(words, terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingwei cli '));
  file = join(folder, '丝绸 方案.txt');
  writeFileSync(file, DOCUMENT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('extract', () => {
  test('--json is the published shape, and its offsets point into --text', async () => {
    const [json, text] = await Promise.all([cli(['extract', file, '--json']), cli(['extract', file, '--text'])]);
    expect([json.code, text.code, json.notes, text.notes]).toEqual([0, 0, '', '']);
    expect(text.out).toBe(DOCUMENT);
    const answer = JSON.parse(json.out);
    expect(Value.Check(ExtractAnswerSchema, answer)).toBe(true);
    const [document] = answer.documents;
    expect(document).toMatchObject({ docNumber: '临政办发〔2025〕21号', issuedOn: '2025-04-02' });
    expect(document.tasks[0].units).toEqual(['市农业农村局', '市工信局']);
    for (const item of [...document.indicators, ...document.tasks, ...document.clauses]) {
      expect(text.out.slice(item.start, item.end).length).toBeGreaterThan(0);
    }
    const revenue = document.indicators.find((item: { value: number }) => item.value === 60);
    expect(text.out.slice(revenue.start, revenue.end)).toContain('60亿元');
  });

  test('on a pipe the table is plain, complete and separated by tabs', async () => {
    const { out } = await cli(['extract', file]);
    expect(out).toContain('营业收入\t＞60亿元\t2027');
    expect(out).not.toContain('\u001b[');
  });

  test('--part takes one document of several, and tells how many there are when it is not there', async () => {
    const two = join(folder, '两份.txt');
    writeFileSync(two, `${DOCUMENT}\n\n${DOCUMENT.replaceAll('丝绸', '陶瓷')}`);
    const second = JSON.parse((await cli(['extract', two, '--part', '2', '--json'])).out);
    expect(second.documents.map((d: { title: string }) => d.title)).toEqual([expect.stringContaining('陶瓷')]);
    const third = await cli(['extract', two, '--part', '3']);
    expect([third.code, third.out]).toEqual([2, '']);
    expect(third.notes).toContain('只有 2 份');
  });

  test('a large answer arrives whole at a slow reader, and a reader that leaves early is no error', async () => {
    const long = join(folder, '长.txt');
    writeFileSync(long, Array.from({ length: 60 }, () => DOCUMENT).join('\n\n'));
    const slow = startCli(['extract', long, '--json']);
    let received = '';
    slow.stdout.setEncoding('utf8').pause();
    setTimeout(() => slow.stdout.resume(), 1500);
    slow.stdout.on('data', (chunk) => {
      received += chunk;
    });
    expect(await new Promise((resolve) => slow.on('close', resolve))).toBe(0);
    expect(JSON.parse(received).documents.length).toBeGreaterThanOrEqual(60);

    const hasty = startCli(['extract', long, '--json']);
    let notes = '';
    hasty.stderr.on('data', (chunk) => {
      notes += chunk;
    });
    hasty.stdout.once('data', () => hasty.stdout.destroy());
    expect(await new Promise((resolve) => hasty.on('close', resolve))).toBe(0);
    expect(notes).toBe('');
  });

  test('what cannot be read is refused with a reason in Chinese and exit code 2', async () => {
    const picture = join(folder, '图.txt');
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    for (const given of [join(folder, '没有.txt'), folder, picture]) {
      const { code, out, notes } = await cli(['extract', given]);
      expect([code, out], given).toEqual([2, '']);
      expect(notes).toMatch(/[\u4e00-\u9fff].*请.*。\n$/);
      expect(notes).not.toMatch(/Error|at .*\.ts/);
    }
  });
});

describe('the command line itself', () => {
  test('--help of every command is in Chinese with examples', async () => {
    const { registry } = await import('../../apps/cli/registry.ts');
    const all = memoryTerminal(100);
    expect(await runCli(['--help'], all)).toBe(0);
    for (const { name, summary } of registry) {
      expect(all.out()).toContain(summary);
      const terminal = memoryTerminal(100);
      expect(await runCli([name, '--help'], terminal), name).toBe(0);
      expect(terminal.out(), name).toMatch(new RegExp(`用法 {2}\\./jingwei ${name}[\\s\\S]*例子\\n[\\s\\S]*退出码`));
    }
  });

  test('a mistyped command or option is answered with the nearest one', async () => {
    expect(await cli(['extarct', file])).toMatchObject({
      code: 2,
      notes: expect.stringContaining('您是不是要 extract？'),
    });
    expect(await cli(['extract', file, '--jsn'])).toMatchObject({ code: 2, notes: expect.stringContaining('--json') });
    expect(await cli(['extract'])).toMatchObject({ code: 2, notes: expect.stringContaining('缺少文件') });
    expect(await cli(['extract', file, '--part', 'x'])).toMatchObject({
      code: 2,
      notes: expect.stringContaining('整数'),
    });
  });

  test('--version, schema, and completion that bash can read', async () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect((await cli(['--version'])).out).toBe(`${manifest.version}\n`);
    expect(JSON.parse((await cli(['schema'])).out)).toMatchObject({ type: 'object', required: ['documents'] });
    const { out } = await cli(['completion', 'bash']);
    const script = join(folder, 'completion.bash');
    writeFileSync(script, `${out}\nCOMP_WORDS=(jingwei extract --j); COMP_CWORD=2; _jingwei; echo "\${COMPREPLY[@]}"`);
    const { spawnSync } = await import('node:child_process');
    expect(spawnSync('bash', ['--norc', script], { encoding: 'utf8' }).stdout).toBe('--json\n');
  });
});
