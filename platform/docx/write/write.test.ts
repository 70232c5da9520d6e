import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { Block, DocumentProgress, OfficialDocument } from '../index.ts';
import { writeDocx } from '../index.ts';
import { bulletin } from '../testing/bulletin.ts';
import { faultsOf, partText } from '../testing/package.ts';
import { signatureInsets } from './closing.ts';
import { columnWidths } from './column-widths.ts';
import { headRows } from './head-rows.ts';
import { titleLines } from './opening.ts';

const paper = (...blocks: Block[]): OfficialDocument => ({ title: '情况通报', blocks });
const document = async (model: OfficialDocument): Promise<string> =>
  partText(await writeDocx(model), 'word/document.xml');
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.catch((error: unknown) => error);
  return cause instanceof RefusalError ? cause.refusals.map((each) => each.code).join() : `not refused: ${cause}`;
};

describe('the package', () => {
  test('has nothing that Word would repair, and tells how far it is', async () => {
    const told: DocumentProgress[] = [];
    const docx = await writeDocx(bulletin(3), (each) => told.push(each));
    expect(await faultsOf(docx)).toEqual([]);
    const composed = told.filter((each) => each.stage === 'compose');
    expect(composed.map((each) => each.done)).toEqual([...composed.keys()].map((at) => at + 1));
    expect(told.at(-1)).toEqual({ stage: 'pack', done: 1, total: 1 });
  });

  test('the page is that of the standard, by its grid and margins in twips', async () => {
    const xml = await document(paper({ kind: 'paragraph', text: '文' }));
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
  });

  test('typefaces are named for every kind of character, quotation marks count as Chinese', async () => {
    const docx = await writeDocx(bulletin(1));
    const xml = await partText(docx, 'word/document.xml');
    const fonts = [...xml.matchAll(/<w:rFonts ([^>]*)\/>/g)].map((match) => match[1] ?? '');
    expect(fonts.length).toBeGreaterThan(20);
    for (const each of fonts) {
      const names = [...each.matchAll(/w:(?:ascii|cs|eastAsia|hAnsi)="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(names).size, each).toBe(1);
      expect(each).toContain('w:hint="eastAsia"');
      expect(each).not.toContain('Theme');
    }
    for (const name of ['方正小标宋简体', '黑体', '楷体', '仿宋', '宋体']) expect(xml).toContain(`"${name}"`);
  });
});

describe('text', () => {
  test('whatever a person typed, the file is sound and says it', async () => {
    const docx = await writeDocx(
      paper(
        { kind: 'paragraph', text: 'a\u0000\u000b<b>&"\ud83d \ufffe\n第二行]]>\t尾' },
        { kind: 'paragraph', text: '' },
      ),
    );
    expect(await faultsOf(docx)).toEqual([]);
    const xml = await partText(docx, 'word/document.xml');
    expect(xml).toContain('a&lt;b&gt;&amp;');
    expect(xml).toMatch(/<w:br\/>.*第二行/s);
  });

  test('titles break evenly, not in names, numbers or before a mark', () => {
    expect(titleLines('关于调度情况的通报')).toHaveLength(1);
    const lines = titleLines('关于2026年10月重点产业链任务调度情况和《纺织产业链行动方案》进展的通报');
    expect(lines.join('')).toBe('关于2026年10月重点产业链任务调度情况和《纺织产业链行动方案》进展的通报');
    expect(lines.some((line) => line.includes('《纺织产业链行动方案》'))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(22);
    expect(titleLines('第一行\n第二行')).toEqual(['第一行', '第二行']);
  });

  test('the date stands two characters behind its unit, or four from the edge below a seal', () => {
    const date = '2026-11-21';
    expect(signatureInsets({ units: ['临江市产业链工作领导小组办公室'], date })).toEqual({ units: [2], date: 8 });
    expect(signatureInsets({ units: ['链办'], date })).toEqual({ units: [9], date: 2 });
    expect(signatureInsets({ units: ['市工业和信息化局'], date, sealed: true })).toEqual({ units: [3.5], date: 4 });
  });

  test('a day that is none is refused', async () => {
    const signed = { ...paper(), signature: { units: ['市链办'], date: '2026-02-30' } };
    expect(await codeOf(writeDocx(signed))).toBe('document-day');
  });
});

describe('tables', () => {
  const columns = [
    { title: '单位' },
    { title: '应办结', group: '任务' },
    { title: '已办结', group: '任务' },
    { title: '率' },
  ];

  test('a head of two rows covers its groups, and stands again on every page', async () => {
    expect(headRows(columns)).toEqual([
      [
        { text: '单位', columns: 1, rows: 2 },
        { text: '任务', columns: 2, rows: 1 },
        { text: '率', columns: 1, rows: 2 },
      ],
      [
        { text: '应办结', columns: 1, rows: 1 },
        { text: '已办结', columns: 1, rows: 1 },
      ],
    ]);
    const xml = await document(paper({ kind: 'table', columns, rows: [['东湖区', '1', '2', '3']] }));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml).toContain('w:gridSpan w:val="2"');
    expect(xml.match(/<w:vMerge/g)).toHaveLength(4);
  });

  test('columns share the room without remainder; numbers get what they need', () => {
    const table = {
      kind: 'table' as const,
      columns: [{ title: '名' }, { title: '数', kind: 'number' as const }],
      rows: [['甲'.repeat(300), '1234567890.12']],
    };
    const { columns: widths, size } = columnWidths(table, 8844);
    expect(widths.reduce((sum, each) => sum + each, 0)).toBe(8844);
    expect(widths[1]).toBeGreaterThanOrEqual((13 / 2) * size * 10);
  });

  test('short rows are filled, long ones refused; an empty table says so', async () => {
    const xml = await document(paper({ kind: 'table', columns, rows: [['东湖区']] }));
    expect(xml.match(/<w:tc>/g)).toHaveLength(3 + 4 + 4);
    expect(await document(paper({ kind: 'table', columns, rows: [] }))).toContain('没有记录');
    const long = paper({ kind: 'table', caption: '表1', columns, rows: [['1', '2', '3', '4', '5']] });
    expect(await codeOf(writeDocx(long))).toBe('document-row-long');
    expect(await codeOf(writeDocx(paper({ kind: 'table', columns: [], rows: [] })))).toBe('document-columns');
  });

  test('the ten-thousandth row stands there', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [String(at + 1), `第${at + 1}项`]);
    const xml = await document(
      paper({ kind: 'table', columns: [{ title: '序号', kind: 'number' }, { title: '任务' }], rows }),
    );
    expect(xml).toContain('第10000项');
    expect(xml.match(/<w:tr>/g)).toHaveLength(10_001);
    const more = paper({
      kind: 'table',
      columns: [{ title: '序号' }],
      rows: [...rows, ...rows, ['x']].map((row) => row.slice(0, 1)),
    });
    expect(await codeOf(writeDocx(more))).toBe('document-rows');
    const wide = Array.from({ length: 6 }, () => ({ title: '列' }));
    expect(await codeOf(writeDocx(paper({ kind: 'table', columns: wide, rows })))).toBe('document-cells');
  });

  test('a wide ledger lies across, on sections of its own', async () => {
    const ledger: Block = { kind: 'table', landscape: true, columns, rows: [['东湖区']] };
    const xml = await document(
      paper({ kind: 'paragraph', text: '前' }, ledger, ledger, { kind: 'paragraph', text: '后' }),
    );
    const pages = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag);
    expect(pages).toHaveLength(3);
    expect(pages[1]).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(pages[2]).toContain('portrait');
  });
});

describe('charts', () => {
  const chart = async (block: Block): Promise<string> =>
    partText(await writeDocx(paper(block)), 'word/charts/chart1.xml');

  test('a ranking is drawn from top to bottom, with its values, unit and lights', async () => {
    const bars = [
      { label: '东湖区', value: 92.5 },
      { label: '西山区', value: null },
      { label: '南港县', value: 60, light: 'red' as const },
    ];
    const xml = await chart({ kind: 'chart', type: 'bar', unit: '%', bars });
    expect(xml).toContain('<c:barDir val="bar"/>');
    expect(xml).toContain('<c:orientation val="maxMin"/>');
    expect([...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => match[1])).toEqual([
      '%',
      '东湖区',
      '西山区',
      '南港县',
      '92.5',
      '60',
    ]);
    expect(xml).toContain('C0392B');
    expect(xml).toContain('#,##0.0&quot;%&quot;');
  });

  test('a gap in a line stays a gap', async () => {
    const xml = await chart({
      kind: 'chart',
      type: 'line',
      categories: ['1月', '2月', '3月'],
      series: [
        { name: '计划', planned: true, values: [1, 2, 3] },
        { name: '完成', values: [1, null] },
      ],
    });
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
    expect(xml.match(/<c:pt /g)).toHaveLength(2 + 2 * 3 + 3 + 1);
    expect(xml).toContain('prstDash val="dash"');
  });

  test('a long ranking goes on in the next chart, with the same scale', async () => {
    const bars = Array.from({ length: 65 }, (_, at) => ({ label: `第${at}个单位`, value: at }));
    const docx = await writeDocx(paper({ kind: 'chart', type: 'bar', bars }));
    const charts = await Promise.all([1, 2, 3].map((each) => partText(docx, `word/charts/chart${each}.xml`)));
    expect(new Set(charts.map((xml) => /<c:max val="[^"]*"/.exec(xml)?.[0])).size).toBe(1);
    expect(charts[2]).toContain('第64个单位');
    expect(await faultsOf(docx)).toEqual([]);
  });

  test('what cannot be drawn is refused, what is empty says so', async () => {
    const line = (values: number[], categories = ['1月']): Block => ({
      kind: 'chart',
      type: 'line',
      categories,
      series: [{ name: '甲', values }],
    });
    expect(await codeOf(writeDocx(paper(line([Number.NaN]))))).toBe('document-chart-value');
    expect(await codeOf(writeDocx(paper(line([1, 2]))))).toBe('document-chart-value');
    const many = Array.from({ length: 201 }, (_, at) => ({ label: String(at), value: at }));
    expect(await codeOf(writeDocx(paper({ kind: 'chart', type: 'bar', bars: many })))).toBe('document-chart-long');
    expect(await document(paper({ kind: 'chart', type: 'bar', bars: [] }))).toContain('没有数据');
  });
});
