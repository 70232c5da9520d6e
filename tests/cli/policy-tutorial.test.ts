import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';

/** docs/packs.md teaches by one pack: what it shows is written down and every command it names is called, as it stands. */
const page = readFileSync(join(import.meta.dirname, '../../docs/packs.md'), 'utf8');
const id = 'linjiang-talent-2026';
const taught = page.slice(page.indexOf('### 十分钟写一条'), page.indexOf('### 公式'));
const policy = blockOf('yaml', 'kind: policy');
const facts = blockOf('yaml', 'kind: facts');
const rows = /```\n(id,region,[\s\S]*?)```/u.exec(taught)?.[1] ?? '';

/** The first block of a kind in which a line begins like this. */
function blockOf(kind: string, begin: string): string {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, text = '']) => text);
  return blocks.find((text) => text.split('\n').some((line) => line.startsWith(begin))) ?? '';
}

let root: string;
let before: string;
const folder = () => join(root, id);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jingwei-tutorial-'));
  before = process.cwd();
  mkdirSync(folder());
  writeFileSync(join(root, '企业.csv'), rows);
  process.chdir(root);
});
afterAll(() => {
  process.chdir(before);
  rmSync(root, { recursive: true, force: true });
});

async function run(line: string): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(line.split(' ').slice(1), terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}
const write = (text: string, own = facts) => {
  writeFileSync(join(folder(), 'policy.yaml'), text);
  writeFileSync(join(folder(), 'facts.yaml'), own);
};

describe('the tutorial', () => {
  test('shows a pack that is right, with every condition tried from both sides', async () => {
    write(policy);
    const { code, out, notes } = await run(`./jingwei policy check ${id}`);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toContain('11 个算例都对');
    expect(out).not.toContain('提示');
  });

  test('names commands that work as they stand, on the file that it shows', async () => {
    const lines = [...taught.matchAll(/`(\.\/jingwei policy [^`]+)`/gu)].map(([, line = '']) => line);
    const own = lines.filter((line) => line.includes(id) && !line.includes('我的资料包'));
    expect(new Set(own.map((line) => line.split(' ')[2]))).toEqual(
      new Set(['check', 'sentence', 'explain', 'run', 'sandbox', 'diff']),
    );
    for (const line of own) expect(await run(line), line).toMatchObject({ code: 0 });
    expect(readFileSync('awards.csv', 'utf8').split('\n')[1]).toBe(`E1,${id}/rd,${id}/rd,80000,48000,32000`);
    expect((await run(own.find((line) => line.includes(' sandbox ')) ?? '')).out).toContain('80,000 元 → 100,000 元');
  });

  test('its budget, its groups and its facts fit into the same pack', async () => {
    const budgets = blockOf('yaml', 'budgets:');
    const groups = blockOf('yaml', 'groups:');
    expect([budgets, groups].map((block) => block.length > 40)).toEqual([true, true]);
    write(`${policy.replace('    rest:', '    group: titles\n    rest:')}${groups}${budgets}`);
    expect(await run(`./jingwei policy check ${id}`)).toMatchObject({ code: 0, notes: '' });
    const { out } = await run(`./jingwei policy sentence ${id}`);
    expect(out).toContain('研发补助总额：研发补助，总额控制在500万元以内（已用120万元）；不够时各户按同一比例核减');
    write(
      policy.replace('    when: ', '    when: # own\n      - 博士人数 >= 1人\n      - 有发明专利 且 所在园区 = 东园'),
    );
    const refused = await run(`./jingwei policy check ${id}`);
    // The names are known; only the worked examples come out otherwise now.
    expect(refused.notes).toContain('算例对不上');
    expect(refused.notes).not.toContain('不在事实词典');
  });

  test('is short enough to be read in a few minutes', () => {
    expect(taught.length).toBeLessThan(5000);
    expect(policy.split('\n').length).toBeLessThan(60);
  });
});
