import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';

/** What cannot be told yet, enterprise by enterprise, agrees with what a run counts, and says what has to be found out. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingwei-unsettled-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heading =
  'id,chain,city,digital_level,little_giant_national_year,champion_national_year,champion_province_year,zjtx_province_year,dishonest_3y,accident_3y';

async function policy(...words: string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const given = ['--packs', 'nanchang-textile-2025', '--on', '2025-12-31', '--facts', join(folder, '企业.csv')];
  const code = await runCli(['policy', ...words, ...given], terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

test('a line for each open clause, with the most it could pay and the facts that would settle it', async () => {
  writeFileSync(
    join(folder, '企业.csv'),
    [
      heading,
      '全,textile,nanchang,5,0,0,0,0,0,0',
      '"缺,级",textile,nanchang,,0,0,0,0,0,0',
      '缺失信,textile,nanchang,5,0,0,0,0,,0',
      '缺失信也没有,textile,nanchang,4,0,0,0,0,,0',
      '别处,food,nanchang,,,,,,0,0',
      '已有最高,textile,nanchang,4,2025,0,0,,0,0',
      '可能更高,textile,nanchang,4,0,,0,2025,0,0',
      '失信,textile,nanchang,,,,,,1,0',
    ].join('\n'),
  );
  const { code, out, notes } = await policy('unsettled');
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toEqual([
    'id,clause,group,most_yuan,missing,待查',
    '"缺,级",nanchang-textile-2025/digital-level,nanchang-textile-2025/digital-level,100000,digital_level,数字化等级',
    '缺失信,nanchang-textile-2025/一律不给的情形,,,dishonest_3y,近三年失信',
    '可能更高,nanchang-textile-2025/champion-national,nanchang-textile-2025/titles,300000,champion_national_year,国家单项冠军认定年份',
  ]);
  expect(notes).toContain('没有看 nanchang-textile-2025/cluster：文件里没有 sme_cluster_national_year。');
  expect(notes).toContain('3 户共 3 条还不能断定');
});

test('whoever has an open line is whoever a run cannot tell', async () => {
  const cells = (at: number) =>
    [5, 2025, 2024, 2025, 0].map((value, place) => ((at >> place) & 1 ? '' : String(value))).join(',');
  const rows = Array.from({ length: 64 }, (_, at) => `E${at},textile,nanchang,${cells(at)},${at & 32 ? '' : 0},0`);
  writeFileSync(join(folder, '企业.csv'), `${[heading, ...rows].join('\n')}\n`);
  const file = join(folder, '待查.csv');
  expect((await policy('unsettled', '--out', file)).code).toBe(0);
  const open = new Set(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',', 1).join()),
  );
  const summary = JSON.parse((await policy('run', '--json')).out);
  expect(open.size).toBe(summary.unknown);
  expect(open.size).toBeGreaterThan(20);
});

test('nothing open is said, and a file that is wrong is refused as ever', async () => {
  writeFileSync(join(folder, '企业.csv'), `${heading}\nE1,textile,nanchang,5,0,0,0,0,0,0\n`);
  expect((await policy('unsettled')).notes).toContain('每一户的每一条都能断定');
  writeFileSync(join(folder, '企业.csv'), `${heading}\nE1,textile,nanchang,x,0,0,0,0,0,0\n`);
  const file = join(folder, '不写.csv');
  const { code, notes } = await policy('unsettled', '--out', file);
  expect(code).toBe(2);
  expect(notes).toContain('企业.csv:2 digital_level');
  expect(() => readFileSync(file)).toThrow();
});
