import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { csvOf, enterprisesOf } from './enterprises.ts';

const on = ['--on', '2025-12-31'];
const rows = enterprisesOf(40, 5);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingwei run '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function policy(...words: readonly string[]): Promise<{ code: number; out: string; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(['policy', ...words], terminal);
  return { code, out: terminal.out(), notes: terminal.notes() };
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Runs the research policy and gives what was written. */
async function run(facts: string, ...more: readonly string[]) {
  const [out, sums] = [join(folder, 'awards.csv'), join(folder, 'summary.json')];
  const words = ['run', '--packs', 'hunan-textile-2023', '--facts', facts, ...on, '--out', out, '--summary', sums];
  const told = await policy(...words, ...more);
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  return { ...told, awards: read(out), summary: JSON.parse(read(sums) ?? 'null') };
}

const heading = 'id,city,hightech_field,rd_extra_deduction_delta,dishonest_3y,accident_3y';

describe('policy run', () => {
  test('writes each award with clause, group, yuan and a column a payer, and the sums', async () => {
    const facts = put(
      '企业.csv',
      `${heading},region\nE1,hunan,1,1000,0,0,430100\nE2,湖南,否,300.0007,0,0,430100\nE3,hunan,1,1,0,0,\n`,
    );
    const { code, awards, summary, notes } = await run(facts);
    expect(code).toBe(0);
    expect(awards).toBe(
      'id,clause,group,amount_yuan,省级\n' +
        'E1,hunan-textile-2023/rd-high-tech,hunan-textile-2023/rd,1200000,1200000\n' +
        'E2,hunan-textile-2023/rd-other,hunan-textile-2023/rd,240001,240001\n',
    );
    expect(summary).toEqual({
      rows: 3,
      groups: { 'hunan-textile-2023/rd': { count: 2, total_yuan: 1_440_001 } },
      clauses: {
        'hunan-textile-2023/rd-high-tech': { count: 1, total_yuan: 1_200_000 },
        'hunan-textile-2023/rd-other': { count: 1, total_yuan: 240_001 },
      },
      byRegion: { 430100: { count: 2, total_yuan: 1_440_001 } },
      byChain: {},
      byCity: { hunan: { count: 2, total_yuan: 1_440_001 } },
      payers: { 省级: { count: 2, total_yuan: 1_440_001 } },
      excluded: 0,
      unknown: 0,
      unknownByGroup: {},
      leftOut: {
        'hunan-textile-2023/platform': ['province_platform_lead', 'province_platform_year', 'platform_project_funds'],
      },
    });
    expect(notes).toContain('没有算 hunan-textile-2023/platform：文件里没有 province_platform_lead');
  });

  test('what is not filled in is not 0: it cannot be told, unless it changes nothing', async () => {
    const facts = put(
      'a.csv',
      `${heading}\nE1,hunan,,1000,0,0\nE2,,1,1000,0,0\nE3,hunan,1,1000,,0\nE4,hunan,1,1000,,1\nE5,hunan,,100,0,0\nE6,yichun,,,,\n`,
    );
    const { awards, summary } = await run(facts);
    expect(awards?.trimEnd().split('\n')).toHaveLength(1);
    expect([summary.unknown, summary.excluded]).toEqual([3, 1]);
    expect(summary.unknownByGroup).toEqual({ 'hunan-textile-2023/rd': 3 });
  });

  test.each([
    [
      'a wrong figure',
      `${heading}\nE1,hunan,1,1000,0,0\nE2,hunan,1,1e5,0,0\n`,
      ['「企业.csv:3 rd_extra_deduction_delta」的值“1e5”不是数', '万元'],
    ],
    ['too many decimals', `${heading}\nE1,hunan,1,1.00001,0,0\n`, ['企业.csv:2 rd_extra_deduction_delta', '最多 4 位']],
    [
      'an option that is none',
      `${heading}\nE1,changsha,1,1,0,0\n`,
      ['企业.csv:2 city', 'nanchang（南昌）、yichun（宜春）、hunan（湖南）'],
    ],
    ['a flag that is none', `${heading}\nE1,hunan,有,1,0,0\n`, ['企业.csv:2 hightech_field', '请写 1 或 0']],
    ['too few cells', `${heading}\nE1,hunan\n`, ['企业.csv:2', '有 2 格，表头有 6 列']],
    ['no id', `city,hightech_field\nhunan,1\n`, ['没有编号一列', 'id、编号']],
    [
      'a column misspelt',
      `${heading.replace('hightech_field', 'hightec_field')}\nE1,hunan,1,1,0,0\n`,
      ['企业.csv:1 hightec_field', 'hightech_field'],
    ],
    [
      'nobody to be left out',
      'id,city,hightech_field,rd_extra_deduction_delta\nE1,hunan,1,1\n',
      ['dishonest_3y、accident_3y'],
    ],
    ['nothing it asks for', 'id,name\nE1,甲\n', ['没有所选政策要用的列', 'rd_extra_deduction_delta']],
    [
      'another coding',
      Buffer.concat([Buffer.from(`${heading}\n`), Buffer.from([0xc6, 0xf3]), Buffer.from(',hunan,1,1,0,0\n')]),
      ['企业.csv:2', 'UTF-8'],
    ],
    ['an empty file', '', ['没有表头']],
  ])('%s is told in Chinese with its place, and nothing is written or left behind', async (_, content, told) => {
    const facts = put('企业.csv', content);
    put('awards.csv', 'of before');
    const { code, notes, awards, summary } = await run(facts);
    expect(code).toBe(2);
    for (const each of told) expect(notes).toContain(each);
    expect([awards, summary]).toEqual(['of before', null]);
    expect(readdirSync(folder).toSorted()).toEqual(['awards.csv', '企业.csv']);
  });

  test('a late fault in many parts is told alike by one thread and two', async () => {
    const lines = Array.from({ length: 90_000 }, (_, at) => `E${at},hunan,1,${at}.5,0,0`);
    const facts = put('企业.csv', [heading, ...lines, 'last,hunan,1,-,0,0', ''].join('\n'));
    for (const threads of ['1', '2']) {
      const { code, notes, awards } = await run(facts, '--threads', threads);
      expect([code, awards]).toEqual([2, null]);
      expect(notes).toContain('企业.csv:90002 rd_extra_deduction_delta');
    }
  });

  test('nobody, or one without a line break, are enough; ids stay as they were written', async () => {
    expect((await run(put('a.csv', heading))).summary).toMatchObject({ rows: 0, excluded: 0 });
    const { awards } = await run(put('b.csv', `${heading}\r\n"甲, ""乙""",hunan,1,1000,0,0`));
    expect(awards?.split('\n')[1]).toBe(
      '"甲, ""乙""",hunan-textile-2023/rd-high-tech,hunan-textile-2023/rd,1200000,1200000',
    );
  });

  test('an id that comes twice is paid twice, and told', async () => {
    const row = (id: string) => `${id},hunan,1,1000,0,0\n`;
    const { awards, notes } = await run(
      put('a.csv', [`${heading}\n`, ...['E1', 'E2', '"E1"', 'E3', 'E2'].map(row)].join('')),
    );
    expect(awards?.trimEnd().split('\n')).toHaveLength(6);
    expect(notes).toContain('有 2 行的编号前面出现过（第 3、5 户）');
  });

  test('a workbook says the same as the file it is of', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('企业');
    sheet.addRows([
      heading.split(','),
      ['E1', '湖南', '是', 300.0007, 0, 0],
      [],
      ['E2', 'hunan', 0, 12500.0001, false, 0],
    ]);
    const path = join(folder, '企业.xlsx');
    await workbook.xlsx.writeFile(path);
    const { awards } = await run(path);
    expect(awards?.split('\n').slice(1, 3)).toEqual([
      'E1,hunan-textile-2023/rd-high-tech,hunan-textile-2023/rd,360001,360001',
      'E2,hunan-textile-2023/rd-other,hunan-textile-2023/rd,10000000,10000000',
    ]);
    sheet.addRow(['E3', 'hunan', 0, 0.00001, 0, 0]);
    await workbook.xlsx.writeFile(path);
    expect((await run(path)).notes).toContain('企业.xlsx:5 rd_extra_deduction_delta');
  });

  test('results are not written over what is read, nor into nowhere, nor over each other', async () => {
    const facts = put('a.csv', `${heading}\nE1,hunan,1,1000,0,0\n`);
    const base = ['run', '--packs', 'hunan-textile-2023', '--facts', facts, ...on];
    const same = await policy(...base, '--out', join(folder, '.', 'a.csv'));
    expect([same.code, same.notes]).toEqual([2, expect.stringContaining('已经是--facts的文件')]);
    const both = await policy(...base, '--out', join(folder, 'x'), '--summary', join(folder, 'x'));
    expect(both.code).toBe(2);
    const nowhere = await policy(...base, '--out', join(folder, 'none', 'a.csv'));
    expect([nowhere.code, nowhere.notes]).toEqual([2, expect.stringContaining('写不进去')]);
    mkdirSync(join(folder, 'dir'));
    expect((await policy(...base, '--summary', join(folder, 'dir'))).code).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'dir']);
  });

  test('what is asked wrongly is said: no file, no such policy, day, engine or number of threads', async () => {
    const facts = put('a.csv', `${heading}\nE1,hunan,1,1000,0,0\n`);
    const notes = async (...words: readonly string[]) => (await policy('run', ...words)).notes;
    expect(await notes('--packs', 'hunan-textile-2023')).toContain('--facts');
    expect(await notes('--packs', 'hunan-textile-2023', '--facts', join(folder, 'no.csv'))).toContain('no.csv');
    expect(await notes('--packs', 'hunan-textile-2023', '--facts', folder)).toContain('不是 .csv 或 .xlsx 文件');
    expect(await notes('--packs', 'hunan-textil-2023', '--facts', facts)).toContain('hunan-textile-2023');
    expect(await notes('--on', '2025-02-30', '--facts', facts)).toContain('2025-02-30');
    expect(await notes('--engine', 'abacus', '--facts', facts)).toContain('loop、sql、duckdb');
    expect(await notes('--threads', '0', '--facts', facts)).toContain('--threads');
    expect(await notes('--facts', facts, '--packs', 'hunan-textile-2023', '--on', '2029-01-01')).toContain('已经失效');
  });

  test('packs from elsewhere are written over the dictionary of facts that comes along', async () => {
    const own = join(folder, 'packs', 'linjiang-x-2026');
    mkdirSync(own, { recursive: true });
    const source = readFileSync(join(import.meta.dirname, '../../packs/hunan-textile-2023/policy.yaml'), 'utf8');
    const text = source
      .replace('id: hunan-textile-2023', 'id: linjiang-x-2026')
      .replace('plan: hunan-textile-2023\n', '');
    writeFileSync(join(own, 'policy.yaml'), text);
    const facts = put('a.csv', `${heading}\nE1,hunan,1,1000,0,0\n`);
    for (const packs of [join(folder, 'packs'), own, join(own, 'policy.yaml')]) {
      const { code, out } = await policy('run', '--packs', packs, '--facts', facts, ...on, '--json');
      expect([code, JSON.parse(out).groups]).toEqual([
        0,
        { 'linjiang-x-2026/rd': { count: 1, total_yuan: 1_200_000 } },
      ]);
    }
    writeFileSync(join(own, 'policy.yaml'), text.replace('pays: 200000', 'pays: 200001'));
    const wrong = await policy('run', '--packs', own, '--facts', facts, ...on);
    expect([wrong.code, wrong.notes]).toEqual([
      2,
      expect.stringMatching(/linjiang-x-2026\/policy\.yaml:\d+.*算例对不上/u),
    ]);
  });
});

describe('policy explain', () => {
  test('is the same bytes for the same pack, facts and day, and names them', async () => {
    const facts = put('a.csv', csvOf(rows));
    const ask = (file: string, id: string) =>
      policy('explain', '--pack', 'yichun-leader-2023', '--facts', file, '--id', id, ...on, '--json');
    const first = await ask(facts, rows[7]?.id ?? '');
    const told = JSON.parse(first.out);
    expect(told).toMatchObject({ id: rows[7]?.id, policy: 'yichun-leader-2023', on: '2025-12-31' });
    expect(told.hash).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(told.facts.revenue).toBe(Number(rows[7]?.revenue));
    expect(await ask(put('b.csv', csvOf(rows.toReversed())), rows[7]?.id ?? '')).toEqual(first);
  });

  test('says what is paid and by whom, why not, what is missing, and the nearest way with its gap and day', async () => {
    const facts = put(
      'a.csv',
      'id,city,chain,dishonest_3y,accident_3y,digital_level,micro_reform_lead,upstream_partners,domestic_fair,booths,booth_fee\n' +
        'E1,nanchang,textile,0,0,6,1,1,1,2,\nE2,nanchang,textile,1,0,6,1,1,1,2,1\n',
    );
    const ask = (id: string) =>
      policy('explain', '--pack', 'nanchang-textile-2025', '--facts', facts, '--id', id, ...on);
    const { out } = await ask('E1');
    expect(out).toContain('✓ 数字化等级奖励：100,000 元（市级 50,000 元，受益财政 50,000 元）');
    expect(out).toContain(
      '最近的路：联动上下游企业数由 1 家 达到 3 家（差 2 家），在 2025-12-31 以前，可得 1,000,000 元',
    );
    expect(out).toContain('还要知道：展位费');
    expect((await ask('E2')).out).toContain('✗ 一律不给：近三年失信');
    expect((await ask('E3')).notes).toContain('没有编号为“E3”的一行');
  });
});

test('policy funnel counts whom each condition removes, and who fails it alone', async () => {
  const facts = put(
    'a.csv',
    `${heading}\nE1,hunan,1,1000,0,0\nE2,hunan,1,1,0,0\nE3,yichun,1,1000,0,0\nE4,yichun,1,1,0,0\nE5,hunan,,1000,0,0\n`,
  );
  const { out } = await policy('funnel', '--packs', 'hunan-textile-2023', '--facts', facts, ...on, '--json');
  const [{ clauses }] = JSON.parse(out);
  expect(clauses[0]).toMatchObject({ clause: 'rd-high-tech', all: 5, left: 1 });
  expect(clauses[0].steps.map((step: Record<string, unknown>) => [step.removed, step.unknown, step.onlyThis])).toEqual([
    ...[
      [2, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
    ],
  ]);
});
