import { describe, expect, test } from 'vitest';
import { sourceOf, withTable } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';
import type { DocumentExtraction, IndicatorItem, SourceText } from '../model.ts';

const read = (source: SourceText): DocumentExtraction => extractDocuments(source)[0]!;
const line = (i: IndicatorItem): string => `${i.scope ?? ''} ${i.name} ${i.year} ${i.op}${i.value}${i.unit}`;

const plan = '临江市现代纺织产业三年行动方案（2025—2027年）';
const byYear = withTable(`${plan}\n一、发展目标\n主要指标表`, [
  ['指标', '单位', '2024年实际', '2025年目标', '2026年目标', '2027年目标'],
  ['营业收入', '亿元', '180', '198', '218', '240'],
  ['规模以上企业', '家', '192', '210', '—', '250以上'],
  ['营业收入增长率', '%', '9', '10', '10', '10'],
]);

describe('a table by years', () => {
  const d = read(byYear);

  test('each cell of a year to come is a target with the unit of its row', () => {
    expect(d.tables[0]!.targets.map((t) => [t.name, t.year, t.value, t.unit])).toEqual([
      ['营业收入', 2025, 198, '亿元'],
      ['营业收入', 2026, 218, '亿元'],
      ['营业收入', 2027, 240, '亿元'],
      ['规模以上企业', 2025, 210, '家'],
      ['规模以上企业', 2027, 250, '家'],
      ['营业收入增长率', 2025, 10, '%'],
      ['营业收入增长率', 2026, 10, '%'],
      ['营业收入增长率', 2027, 10, '%'],
    ]);
  });

  test('what was actually reached is no target', () => {
    expect(d.indicators.some((i) => i.year === 2024)).toBe(false);
  });

  test('以上 behind the figure asks for at least that', () => {
    expect(d.indicators.filter((i) => i.op === '>=').map((i) => i.value)).toEqual([250]);
  });

  test('a rate of growth is one', () => {
    expect(d.indicators.filter((i) => i.mode === 'growth').map((i) => i.name)).toEqual(Array(3).fill('营业收入增长率'));
  });

  test('its items say that they come from a table and point at their cell', () => {
    const item = d.indicators.find((i) => i.value === 240)!;
    expect(item.table).toBe(true);
    expect(byYear.text.slice(item.start, item.end)).toBe('240');
    expect(item.path).toContain('一、发展目标');
  });
});

describe('a table by regions', () => {
  const source = withTable(`${plan}\n附件1\n各县区目标任务分解表`, [
    ['产业', '年份', '指标', '全市', '东湖区', '西山县'],
    [{ text: '面料产业', down: 2 }, { text: '2025', down: 2 }, '营业收入（亿元）', '100', '60', '40'],
    ['规上企业（户）', '20', '12', '8'],
  ]);
  const d = read(source);

  test('the totals are indicators of the document', () => {
    expect(d.indicators.map(line)).toEqual(['全市 面料产业营业收入 2025 =100亿元', '全市 面料产业规上企业 2025 =20户']);
  });

  test('totals and parts are targets of the table', () => {
    expect(d.tables[0]!.targets.map((t) => [t.scope, t.value])).toEqual([
      ['全市', 100],
      ['东湖区', 60],
      ['西山县', 40],
      ['全市', 20],
      ['东湖区', 12],
      ['西山县', 8],
    ]);
  });
});

describe('units', () => {
  const unitOf = (title: string, metric: string): string =>
    read(
      withTable(`${plan}\n附件1\n${title}`, [
        ['指标', '2026年', '2027年'],
        [metric, '20', '30'],
        ['其他指标（个）', '1', '2'],
      ]),
    ).indicators[0]!.unit;

  test('from a bracket behind the metric', () => {
    expect(unitOf('目标分解表', '营业收入（亿元）')).toBe('亿元');
  });
  test('from the kind of metric', () => {
    expect(unitOf('目标分解表', '规上企业户数')).toBe('户');
    expect(unitOf('目标分解表', '研发投入占比')).toBe('%');
  });
  test('from the title of the table, when nothing nearer says it', () => {
    expect(unitOf('目标分解表（亿元）', '营业收入')).toBe('亿元');
  });
});

describe('no targets', () => {
  test('in a list of names', () => {
    const d = read(
      withTable(`${plan}\n附件1\n重点企业名单`, [
        ['序号', '企业', '员工'],
        ['1', '甲公司', '120'],
        ['2', '乙公司', '80'],
      ]),
    );
    expect(d.indicators).toEqual([]);
  });

  test('in a table of what was', () => {
    const d = read(
      withTable(`${plan}\n附件1\n2024年发展情况表`, [
        ['指标', '2023年', '2024年'],
        ['营业收入', '160', '180'],
        ['企业', '180', '192'],
      ]),
    );
    expect(d.indicators).toEqual([]);
  });
});

test('labels that were guessed make a target unsure, and say so', () => {
  const text = [
    plan,
    '附件1',
    '各县区目标任务分解表',
    '产业\t年份\t指标\t全市\t东湖区\t西山县',
    '面料\t2025\t营业收入\t100\t60\t40',
    '规上户数\t20\t12\t8',
    '营业收入\t120\t70\t50',
    '各县区抓好落实。',
  ].join('\n');
  const targets = read(sourceOf(text)).indicators;
  const guessed = targets.find((t) => t.value === 120)!;
  expect(guessed.year).toBe(2026);
  expect(guessed.confidence).toBeLessThan(targets[0]!.confidence);
  expect(guessed.rejected).not.toEqual([]);
  expect(targets[0]!.rejected).toEqual([]);
});
