import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';

/** Editions of a policy beside each other, and a change tried on a file, as a person would call them. */
const pack = (changes: { pay?: string; budgets?: string; border?: string; more?: string }) => `kind: policy
id: toy-2025
title: 展会措施
docNumber: 临府办发〔2025〕8号
issuer: 临江市人民政府办公室
level: 市
validFrom: "2025-01-01"
parameters:
  - {id: border, name: 门槛, values: [{value: ${changes.border ?? '5亿元'}}, {from: "2026-01-01", value: 6亿元}]}
  - {id: award, name: 奖励, values: [{value: ${changes.pay ?? '10万元'}}]}
clauses:
  - id: growth
    title: 规模奖励
    place: 一
    for: 企业
    when: [revenue >= 门槛]
    pay: 奖励
    round: {to: 元, mode: half-up}
    payers: [{payer: 市级, percent: 100}]
    examples: [{title: 正好, facts: {revenue: 60000}, pays: ${changes.pay === undefined ? 100_000 : 200_000}}]
${changes.more ?? ''}${changes.budgets ?? ''}`;
const more = `  - {id: level, title: 等级奖励, place: 二, for: 企业, when: ["digital_level >= 5级"], pay: 1万元,
     round: {to: 元, mode: half-up}, payers: [{payer: 市级, percent: 100}], examples: [{title: 五级, facts: {digital_level: 5}, pays: 10000}]}
`;
const budgets = `budgets:
  - {id: whole, name: 总盘子, place: 三, amount: 15万元, rule: priority, by: upstream_partners}
`;

let root: string;
let file: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jingwei-compare-'));
  const write = (folder: string, text: string) => {
    mkdirSync(join(root, folder, 'toy-2025'), { recursive: true });
    writeFileSync(join(root, folder, 'toy-2025/policy.yaml'), text);
  };
  write('old', pack({}));
  write('new', pack({ pay: '20万元', more, budgets }));
  file = join(root, '企业.csv');
  writeFileSync(
    file,
    'id,region,chain,revenue,digital_level,upstream_partners\nE1,芦洲区,textile,60000,4,1\nE2,云台县,food,50000,6,9\nE3,芦洲区,food,49999.9999,1,3\n',
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(['policy', ...words], terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}
const toy = (folder: string) => join(root, folder, 'toy-2025');

describe('policy diff', () => {
  test('tells two editions in two folders apart, although they are called the same', async () => {
    const { code, out } = await run('diff', toy('old'), toy('new'), '--on', '2025-12-31');
    expect(code).toBe(0);
    expect(out).toContain('奖励：10万元 → 20万元');
    expect(out).toContain('+ 等级奖励 level');
    expect(out).toContain('总额控制在15万元以内');
    expect(out).toContain('新增 1 条，删去 0 条，改动 1 条，0 条没有变');
  });

  test('tells one policy on two days, or with another figure', async () => {
    const later = await run('diff', toy('old'), '--on', '2025-12-31', '--later', '2026-06-30');
    expect(later.out).toContain('门槛：5亿元 → 6亿元');
    const json = await run('diff', toy('old'), '--on', '2025-12-31', '--set', '门槛=7亿元', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      parameters: [{ what: '门槛', before: '5亿元', after: '7亿元' }],
      clauses: [{ id: 'growth', kind: 'changed', matters: true }],
    });
  });

  test('refuses what cannot be compared', async () => {
    expect(await run('diff', toy('old'))).toMatchObject({ code: 2, notes: expect.stringContaining('--later') });
    expect(await run('diff')).toMatchObject({ code: 2, notes: expect.stringContaining('两份政策') });
    expect(await run('diff', packsOfProgram)).toMatchObject({
      code: 2,
      notes: expect.stringContaining('一次只能用一份'),
    });
    expect(await run('diff', toy('old'), '--set', '门坎=1亿元')).toMatchObject({
      code: 2,
      notes: expect.stringContaining('门槛'),
    });
    expect(await run('diff', toy('old'), '--set', '门槛')).toMatchObject({ code: 2 });
    expect(await run('diff', toy('old'), '--set', '门槛=5家')).toMatchObject({
      code: 2,
      notes: expect.stringContaining('这里要'),
    });
  });
});
const packsOfProgram = join(import.meta.dirname, '../../packs');

describe('policy sandbox', () => {
  test('tries other figures on everybody, and says who loses', async () => {
    const out = join(root, 'report.json');
    const words = [toy('old'), '--facts', file, '--on', '2025-12-31', '--set', 'border=55000万元', '--out', out];
    const told = await run('sandbox', ...words);
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('200,000 元 → 100,000 元（-100,000 元）') });
    expect(told.out).toContain('- E2：100,000 元 → 0 元');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      ...{ policy: 'toy-2025', on: '2025-12-31', cases: 3, cost: { before: 200_000, after: 100_000 } },
      byPlace: { region: { 芦洲区: { before: 100_000, after: 100_000 }, 云台县: { before: 100_000, after: 0 } } },
      losers: { count: 1, yuan: 100_000, most: [{ id: 'E2', before: 100_000, after: 0 }] },
    });
  });

  test('says how far a budget goes, by a fact that no clause turns on', async () => {
    const told = await run('sandbox', toy('new'), '--facts', file, '--on', '2025-12-31');
    expect(told.out).toContain(
      '总额 总盘子：有 150,000 元，要 410,000 元，付 150,000 元；不够，差 260,000 元，3 笔核减，从 E2（联动上下游企业数 9家）起',
    );
    const json = await run('sandbox', toy('new'), '--facts', file, '--on', '2025-12-31', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      budgets: {
        after: [{ id: 'whole', available: 150_000, wanted: 410_000, cut: 3, shortFrom: { id: 'E2', rank: 9 } }],
      },
    });
  });

  test('refuses to write over the file it reads, and does not run without one', async () => {
    expect(await run('sandbox', toy('old'), '--facts', file, '--out', file)).toMatchObject({ code: 2 });
    expect(readFileSync(file, 'utf8')).toContain('E1');
    expect(await run('sandbox', toy('old'), '--facts', file, '--out', join(root, 'none/x.json'))).toMatchObject({
      ...{ code: 2, notes: expect.stringContaining('写不进去') },
    });
    expect(await run('sandbox', toy('old'))).toMatchObject({ code: 2, notes: expect.stringContaining('--facts') });
    expect(await run('sandbox', '--facts', file)).toMatchObject({ code: 2, notes: expect.stringContaining('--packs') });
  });
});

test('policy schema prints what an editor needs', async () => {
  const { code, out } = await run('schema');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    title: '政策：支持条款写成的规则',
    required: expect.arrayContaining(['clauses']),
  });
  expect(await run('schema', 'facts')).toMatchObject({ code: 0 });
  expect(await run('schema', 'polcy')).toMatchObject({ code: 2, notes: expect.stringContaining('policy') });
});
