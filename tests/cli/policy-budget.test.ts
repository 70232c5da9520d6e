import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';

/** A run of a policy whose money is not enough: what is paid is cut, what was due is said, and every sum is of what is paid. */
const packOf = (budget: string) => `kind: policy
id: toy-2025
title: 技改措施
docNumber: 临府办发〔2025〕9号
issuer: 临江市人民政府办公室
level: 市
validFrom: "2025-01-01"
groups:
  - {id: titles, name: 称号, place: 二, rule: highest}
clauses:
  - {id: level, title: 等级奖励, place: 一, for: 企业, when: ["digital_level >= 5级"], pay: "7万元", window: {from: "2025-03-01", to: "2025-10-31"},
     round: {to: 元, mode: half-up}, payers: [{payer: 市级, percent: 50}, {payer: 县级, percent: 50}], rest: 县级,
     examples: [{title: 五级, facts: {digital_level: 5}, pays: 70000}]}
  - {id: giant, title: 小巨人, place: 二, for: 企业, group: titles, when: [little_giant_national_year = 年度], pay: 30万元,
     round: {to: 元, mode: half-up}, payers: [{payer: 市级, percent: 100}], examples: [{title: 当年, facts: {little_giant_national_year: 2025}, pays: 300000}]}
budgets:
  - {id: whole, name: 技改总盘子, place: 三, ${budget}}
`;

/** Ids with commas and quotes, and everything that sums are told apart by. */
const rows = Array.from({ length: 40 }, (_, at) => ({
  id: at % 7 === 0 ? `E${at}, "甲"` : `E${at}`,
  region: ['芦洲区', '云台县', ''][at % 3] as string,
  chain: ['textile', 'food'][at % 2] as string,
  level: 3 + (at % 4),
  giant: at % 5 === 0 ? 2025 : 0,
  partners: (at * 13) % 40,
}));
const cell = (text: string) => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

let root: string;
let facts: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jingwei-budget-'));
  facts = join(root, '企业.csv');
  const lines = rows.map(({ id, region, chain, level, giant, partners }) =>
    [cell(id), region, chain, level, giant, partners].join(','),
  );
  const heading = 'id,region,chain,digital_level,little_giant_national_year,upstream_partners';
  writeFileSync(facts, `${[heading, ...lines].join('\n')}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Paid {
  readonly id: string;
  readonly clause: string;
  readonly paid: number;
  readonly due: number;
  readonly payers: Readonly<Record<string, number>>;
}

async function run(budget: string, ...more: string[]) {
  const folder = join(root, 'packs', 'toy-2025');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'policy.yaml'), packOf(budget));
  const [out, sums] = [join(root, 'awards.csv'), join(root, 'summary.json')];
  const terminal = memoryTerminal();
  const words = ['policy', 'run', '--packs', folder, '--facts', facts, '--on', '2025-12-31', '--out', out];
  const code = await runCli([...words, '--summary', sums, ...more], terminal);
  expect([code, code === 0 ? '' : terminal.notes()]).toEqual([0, '']);
  const [heading = '', ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n');
  const payers = heading.split(',').slice(4, -1);
  expect(heading.split(',').at(-1)).toBe('due_yuan');
  const awards = lines.map((line): Paid => {
    const [, quoted, bare, rest = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*)),(.*)$/u.exec(line) ?? [];
    const [clause = '', , paid, ...figures] = rest.split(',');
    return {
      ...{ id: quoted?.replaceAll('""', '"') ?? bare ?? '', clause, paid: Number(paid), due: Number(figures.at(-1)) },
      payers: Object.fromEntries(payers.map((payer, at) => [payer, Number(figures[at])])),
    };
  });
  return { awards, summary: JSON.parse(readFileSync(sums, 'utf8')), notes: terminal.notes(), text: lines.join('\n') };
}

const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);

/** Sums of what is paid, made of the awards alone. */
function sumsOf(awards: readonly Paid[], key: (award: Paid) => string): Record<string, object> {
  const paid = awards.filter((award) => award.paid > 0);
  return Object.fromEntries(
    [...Map.groupBy(paid, key)].map(([name, list]) => [
      name,
      { count: list.length, total_yuan: total(list.map((each) => each.paid)) },
    ]),
  );
}
const rowOf = (id: string) => rows.find((row) => row.id === id);

describe('a budget that is not enough', () => {
  test('is shared by all in proportion, to the last yuan, and every sum is of what is paid', async () => {
    const { awards, summary, notes } = await run('amount: 1000001元, rule: pro-rata');
    const due = total(awards.map((award) => award.due));
    expect(due).toBe(20 * 70_000 + 8 * 300_000);
    expect(total(awards.map(({ paid }) => paid))).toBe(1_000_001);
    for (const { paid, due: each, payers } of awards) {
      expect(Math.abs(paid - (each * 1_000_001) / due)).toBeLessThan(1);
      expect(total(Object.values(payers))).toBe(paid);
    }
    expect(summary.clauses).toEqual(sumsOf(awards, ({ clause }) => clause));
    expect(summary.byRegion).toEqual(sumsOf(awards, ({ id }) => rowOf(id)?.region || '未填'));
    expect(summary.byChain).toEqual(sumsOf(awards, ({ id }) => rowOf(id)?.chain ?? ''));
    expect(summary.payers).toEqual(
      Object.fromEntries(
        ['市级', '县级'].map((payer) => {
          const shares = awards.map(({ payers }) => payers[payer] ?? 0).filter((share) => share > 0);
          return [payer, { count: shares.length, total_yuan: total(shares) }];
        }),
      ),
    );
    expect(summary.budgets).toEqual({
      'toy-2025/whole': { available_yuan: 1_000_001, wanted_yuan: due, paid_yuan: 1_000_001, cut: awards.length },
    });
    expect(notes).toContain('技改总盘子：总额 1,000,001 元，应付 3,800,000 元，不够，核减 28 笔');
    expect(notes).toContain('toy-2025/level 受理期 2025-03-01 至 2025-10-31');
  });

  test('goes to whoever comes first, and who gets nothing stands there with nothing', async () => {
    const { awards, summary } = await run('amount: 50万元, rule: first-come, by: upstream_partners');
    const inOrder = awards.toSorted(
      (a, b) => (rowOf(a.id)?.partners ?? 0) - (rowOf(b.id)?.partners ?? 0) || awards.indexOf(a) - awards.indexOf(b),
    );
    let left = 500_000;
    for (const { paid, due } of inOrder) {
      expect(paid).toBe(Math.min(due, left));
      left -= paid;
    }
    expect(awards.some(({ paid }) => paid === 0)).toBe(true);
    expect(summary.clauses).toEqual({
      'toy-2025/level': { count: 0, total_yuan: 0 },
      'toy-2025/giant': { count: 0, total_yuan: 0 },
      ...sumsOf(awards, ({ clause }) => clause),
    });
  });

  test('covers only what it says', async () => {
    const { awards } = await run('amount: 1万元, rule: pro-rata, covers: [titles]');
    expect(total(awards.filter(({ clause }) => clause === 'toy-2025/giant').map(({ paid }) => paid))).toBe(10_000);
    for (const { clause, paid, due } of awards) if (clause === 'toy-2025/level') expect(paid).toBe(due);
  });

  test('comes out the same with one thread and two', async () => {
    const budget = 'amount: 100万元, rule: pro-rata';
    const [one, two] = [await run(budget, '--threads', '1'), await run(budget, '--threads', '2')];
    expect(two).toEqual(one);
  });
});

test('one that is enough cuts nothing and is told', async () => {
  const { awards, notes } = await run('amount: 1亿元, rule: pro-rata');
  for (const { paid, due } of awards) expect(paid).toBe(due);
  expect(notes).toContain('够付，余 96,200,000 元');
});
