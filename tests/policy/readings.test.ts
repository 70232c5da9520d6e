import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policiesToRun } from '../../apps/cli/policy/library.ts';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { explainer, loadPolicyRuns } from '../../src/policy/index.ts';
import { columnNames, csvOf, enterprisesOf } from './enterprises.ts';
import { type Award, awardsOf, groups } from './readings-oracle.ts';

const policies = ['nanchang-textile-2025', 'yichun-leader-2023', 'hunan-textile-2023'];
const on = '2025-12-31';
const rows = enterprisesOf(3000, 20_251_231);

let folder: string;
let facts: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingwei readings '));
  facts = join(folder, '企业.csv');
  writeFileSync(facts, csvOf(rows));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Awards and summary as the command writes them. */
async function run(packs: string, file: string, ...more: string[]): Promise<{ awards: string; summary: string }> {
  const [out, sums] = [join(folder, 'awards.csv'), join(folder, 'summary.json')];
  const terminal = memoryTerminal();
  const words = ['policy', 'run', '--packs', packs, '--facts', file, '--on', on, '--out', out, '--summary', sums];
  const code = await runCli([...words, ...more], terminal);
  expect([code, code === 0 ? '' : terminal.notes()]).toEqual([0, '']);
  return { awards: readFileSync(out, 'utf8'), summary: readFileSync(sums, 'utf8') };
}

/** Lines of awards as id, group, amount and what each payer gives, in an order of their own. */
function readAwards(text: string): string[] {
  const [heading = '', ...lines] = text.trimEnd().split('\n');
  const payers = heading.split(',').slice(4);
  return lines
    .map((line) => {
      const [id, , group, amount, ...shares] = line.split(',');
      const given = shares.flatMap((share, at) => (share === '0' ? [] : [`${payers[at]}=${share}`]));
      return [id, group, amount, ...given.toSorted()].join(' ');
    })
    .toSorted();
}

const wantedAwards = (own: typeof rows): string[] =>
  own
    .flatMap((row) =>
      awardsOf(row).map(({ group, amount, payers }) => {
        const given = Object.entries(payers).flatMap(([payer, share]) => (share === 0n ? [] : [`${payer}=${share}`]));
        return [row.id, group, amount, ...given.toSorted()].join(' ');
      }),
    )
    .toSorted();

/** Counts and totals of the oracle, by whatever each award is counted under. */
function sumsOf(own: typeof rows, keys: (row: (typeof rows)[number], award: Award) => readonly string[]): object {
  const sums: Record<string, { count: number; total_yuan: number }> = {};
  for (const row of own)
    for (const award of awardsOf(row))
      for (const key of keys(row, award)) {
        const amount = award.payers[key] ?? award.amount;
        const sum = sums[key] ?? { count: 0, total_yuan: 0 };
        sums[key] = { count: sum.count + 1, total_yuan: sum.total_yuan + Number(amount) };
      }
  return sums;
}

describe('the three packs over a file', () => {
  test('every award, every share and every sum is that of the readings', async () => {
    const { awards, summary } = await run(policies.join(','), facts, '--threads', '1');
    expect(readAwards(awards)).toEqual(wantedAwards(rows));
    const told = JSON.parse(summary);
    expect(told.groups).toMatchObject(sumsOf(rows, (_, { group }) => [group]));
    expect(Object.keys(told.groups).toSorted()).toEqual(groups.toSorted());
    expect(told.payers).toEqual(
      sumsOf(rows, (_, { payers }) => Object.keys(payers).filter((payer) => payers[payer] !== 0n)),
    );
    expect(told.byRegion).toEqual(sumsOf(rows, ({ region = '' }) => [region]));
    expect(told.byChain).toEqual(sumsOf(rows, ({ chain = '' }) => [chain]));
    expect(told.byCity).toEqual(sumsOf(rows, ({ city = '' }) => [city]));
    expect(told.rows).toBe(rows.length);
    expect(told.excluded).toBe(rows.filter((row) => row.dishonest_3y === '1' || row.accident_3y === '1').length);
    expect(told.unknown).toBe(0);
    for (const group of groups) expect(told.groups[group].count, group).toBeGreaterThan(5);
  });

  test('one thread or two, a folder or ids, columns in any order, CR LF, quotes: the same bytes', async () => {
    const first = await run(policies.join(','), facts, '--threads', '1');
    expect(await run(policies.join(','), facts, '--threads', '2')).toEqual(first);
    const quoted = rows.map((row) => ({ ...row, region: `"${row.region}"`, revenue: `" ${row.revenue} "` }));
    const other = join(folder, 'other.csv');
    writeFileSync(other, `\uFEFF${csvOf(quoted, columnNames.toReversed(), '\r\n')}`.trimEnd());
    expect(await run(policies.join(','), other)).toEqual(first);
  });

  test('of a file that takes many parts the threads make the same bytes, and every award is that of the readings', async () => {
    const many = enterprisesOf(20_000, 77);
    const file = join(folder, 'many.csv');
    writeFileSync(file, csvOf(many));
    const first = await run(policies.join(','), file, '--threads', '1');
    expect(readAwards(first.awards)).toEqual(wantedAwards(many));
    for (const threads of ['2', '3']) expect(await run(policies.join(','), file, '--threads', threads)).toEqual(first);
  });

  test('the explanation of each comes to what the run pays', async () => {
    const { awards } = await run(policies.join(','), facts, '--threads', '2');
    const library = await policiesToRun({ packs: policies.join(','), on }, []);
    const { readRows } = await loadPolicyRuns();
    const explained: string[] = [];
    for await (const { id, known } of readRows(facts, library.policies, library.facts))
      for (const policy of library.policies)
        for (const group of explainer(policy)(known).groups) {
          const given = group.payers.flatMap(({ payer, amount }) => (amount === 0 ? [] : [`${payer}=${amount}`]));
          if (group.amount > 0)
            explained.push([id, `${policy.id}/${group.id}`, group.amount, ...given.toSorted()].join(' '));
        }
    expect(explained.toSorted()).toEqual(readAwards(awards));
  });
});
