import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import { libreOffice } from '../../../tests/tools.ts';
import { say } from '../../messages/index.ts';
import {
  checkTemplate,
  type Field,
  type FieldValues,
  fillTemplate,
  measurePdf,
  renderPdf,
  writeDocx,
} from '../index.ts';
import { faultsOf, partText } from '../testing/package.ts';
import { cut, makeTemplate, type Parts, table } from '../testing/template.ts';

const fields: readonly Field[] = [
  { name: '标题', kind: 'text' },
  { name: '文号', kind: 'text' },
  { name: '有红灯', kind: 'flag' },
  {
    name: '排名',
    kind: 'list',
    fields: [
      { name: '单位', kind: 'text' },
      { name: '率', kind: 'text' },
      { name: '任务', kind: 'list', fields: [{ name: '名称', kind: 'text' }] },
    ],
  },
  { name: '正文', kind: 'blocks' },
  { name: '完成率图', kind: 'blocks' },
];
const values: FieldValues = {
  标题: '十月通报',
  文号: '临链办〔2026〕8号',
  有红灯: true,
  排名: [
    { 单位: '东湖区', 率: '95%', 任务: [{ 名称: '甲' }, { 名称: '乙' }] },
    { 单位: '西山区', 率: '90%', 任务: [] },
  ],
  正文: [
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'table', caption: '表1', columns: [{ title: '单位' }], rows: [['南港县']] },
  ],
  完成率图: [{ kind: 'chart', type: 'bar', caption: '图1', unit: '%', bars: [{ label: '东湖区', value: 95 }] }],
};
const fill = (body: string, given: FieldValues = values, parts: Parts = {}): Promise<Buffer> =>
  fillTemplate(makeTemplate(body, parts), fields, given);
const textOf = async (docx: Uint8Array, part = 'word/document.xml'): Promise<string> =>
  (await partText(docx, part))
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim();
const told = async (body: string, parts: Parts = {}) =>
  (await checkTemplate(makeTemplate(body, parts), fields)).map(({ code, field, given, limit }) =>
    [code, field, given, limit].filter((each) => each !== null && each !== undefined).join(' '),
  );
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.catch((error: unknown) => error);
  return cause instanceof RefusalError ? cause.refusals.map((each) => each.code).join() : `not refused: ${cause}`;
};

describe('filling', () => {
  test('a field that Word cut into runs, in text, header and footer, in front of and behind other text', async () => {
    const parts = { header: cut('{', '文号', '}'), footer: cut('第{文', '号}号') };
    const docx = await fill(cut('关于{', '标', '题', '}的函'), values, parts);
    expect(await textOf(docx)).toBe('关于十月通报的函');
    expect(await textOf(docx, 'word/header1.xml')).toBe('临链办〔2026〕8号');
    expect(await textOf(docx, 'word/footer1.xml')).toBe('第临链办〔2026〕8号号');
    expect(await faultsOf(docx)).toEqual([]);
  });

  test('rows of a table for every entry, lists within lists, both sides of a condition', async () => {
    const rows = table([cut('单位'), cut('率')], [cut('{#排', '名}{单位}'), cut('{率}{/排名}')]);
    const lists = cut('{#排名}') + cut('{单位}：{#任务}{名称}、{/任务}{^任务}无{/任务}') + cut('{/排名}');
    const flags = cut('{#有红灯}有{/有红灯}{^有红灯}没有{/有红灯}');
    expect(await textOf(await fill(rows))).toBe('单位\n率\n东湖区\n95%\n西山区\n90%');
    expect(await textOf(await fill(lists))).toBe('东湖区：甲、乙、\n西山区：无');
    expect(await textOf(await fill(flags))).toBe('有');
    expect(await textOf(await fill(flags, { ...values, 有红灯: false }))).toBe('没有');
  });

  test('the ten-thousandth row', async () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => ({ 单位: `第${at + 1}个单位`, 率: `${at}%`, 任务: [] }));
    const docx = await fill(table([cut('{#排名}{单位}'), cut('{率}{/排名}')]), { ...values, 排名: entries });
    const xml = await partText(docx, 'word/document.xml');
    expect(xml.match(/<w:tr>/g)).toHaveLength(10_000);
    expect(xml).toContain('第10000个单位');
  });

  test('paragraphs, tables and charts take the place of their field, with all the parts they need', async () => {
    const docx = await fill(cut('前') + cut('{正', '文}') + cut('中') + cut('{完成率图}') + cut('后'));
    expect(await textOf(docx)).toBe('前\n一、总体情况\n表1\n单位\n南港县\n\n中\n\n图1\n后');
    expect(await faultsOf(docx)).toEqual([]);
    expect(await partText(docx, 'word/charts/chart1.xml')).toContain('东湖区');
    expect(await textOf(await fill(cut('前') + cut('{正文}') + cut('后'), { ...values, 正文: [] }))).toMatch(
      /^前\n*后$/,
    );
  });

  test('what values say is text, whatever it looks like', async () => {
    const hostile = '<w:p/>&amp; {标题} {#排名} \ue0f00\ue0f1\u0000 {{x}}\n二';
    const docx = await fill(cut('{标题}') + cut('{正文}'), { ...values, 标题: hostile });
    const text = await textOf(docx);
    expect(text).toContain('&lt;w:p/&gt;&amp;amp; {标题} {#排名} 0 {{x}}二');
    expect(text.match(/总体情况/g)).toHaveLength(1);
    expect(await faultsOf(docx)).toEqual([]);
  });

  test('values that are missing or of another kind are refused, all at once, where the template calls them', async () => {
    const body = cut('{标题}') + cut('{#有红灯}x{/有红灯}') + cut('{正文}');
    const cause = await fill(body, { 有红灯: '是', 正文: [{ kind: 1 }] as never }).catch((error: unknown) => error);
    if (!(cause instanceof RefusalError)) throw cause;
    expect(cause.refusals.map(({ code, field, limit }) => [code, field, limit])).toEqual([
      ['template-value', '标题', 'text'],
      ['template-value', '有红灯', 'flag'],
      ['template-value', '正文', 'blocks'],
    ]);
    expect(await textOf(await fill(cut('{标题}'), { 标题: null }))).toBe('');
  });
});

describe('checking', () => {
  test('a sound template has nothing wrong with it', async () => {
    expect(await told(cut('{标题}') + cut('{#排名}{单位}{/排名}'), { header: cut('{ 文号 }') })).toEqual([]);
  });

  test.each([
    ['an unknown field, with the nearest', cut('见{标提}'), 'template-field-unknown 正文第1段“见{标提}” {标提} {标题}'],
    ['an unknown field far from all', cut('{乱七八糟}'), 'template-field-unknown 正文第1段“{乱七八糟}” {乱七八糟}'],
    ['a field of a list, outside of it', cut('{单位}'), 'template-field-unknown 正文第1段“{单位}” {单位}'],
    ['a field that lets XML in', cut('{@标题}'), 'template-field-unknown 正文第1段“{@标题}” {@标题} {标题}'],
    ['a list called as text', cut('{排名}'), 'template-field-kind 正文第1段“{排名}” {排名} {#排名}…{/排名}'],
    ['text called as a list', cut('{#标题}{/标题}'), 'template-field-kind 正文第1段“{#标题}{/标题}” {#标题} {标题}'],
    [
      'a list that does not end',
      cut('甲') + cut('{#排名}{单位}'),
      'template-field-open 正文第2段“{#排名}{单位}” {#排名} {/排名}',
    ],
    ['an end without a beginning', cut('{/排名}'), 'template-field-unopened 正文第1段“{/排名}” {/排名} {#排名}'],
    ['blocks beside text', cut('见：{正文}'), 'template-field-alone 正文第1段“见：{正文}” {正文}'],
    ['a brace alone', cut('{标题'), 'template-brace 正文第1段“{标题” {标题'],
    ['wide braces', cut('｛标题｝'), 'template-brace-wide 正文第1段“｛标题｝” ｛标题｝ {标题}'],
    [
      'a cell',
      table([cut('甲'), cut('乙')], [cut('丙'), cut('{错误}')]),
      'template-field-unknown 正文第1个表格第2行第2列“{错误}” {错误}',
    ],
    [
      'a list from a table to the text',
      table([cut('{#排名}')]) + cut('{/排名}'),
      'template-field-crossed 正文第1段“{/排名}” {/排名} 正文第1个表格第1行第1列“{#排名}”',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await told(body)).toEqual([expected]);
  });

  test('blocks in a header; everything wrong is told at once, in sentences', async () => {
    const body = cut('{标提}') + cut('{#排名}{单拉}');
    const refusals = await checkTemplate(makeTemplate(body, { header: cut('{正文}') }), fields);
    expect(refusals.map((each) => each.code)).toEqual([
      'template-field-unknown',
      'template-field-unknown',
      'template-field-open',
      'template-field-place',
    ]);
    for (const each of refusals) {
      expect(say(each)).toMatch(/^「(?:正文|页眉)第\d段.+请.+。$/u);
      expect(say(each)).not.toMatch(/undefined|null/);
    }
    expect(await codeOf(fill(body))).toBe('template-field-unknown,template-field-unknown,template-field-open');
  });

  test('names that every JavaScript object has are unknown like others', async () => {
    expect(await told(cut('{constructor}') + cut('{__proto__}'))).toHaveLength(2);
  });
});

describe('templates that we write for an office to change', () => {
  const written = writeDocx({
    head: { kind: 'document', mark: '临江市链办文件' },
    title: '{标题}',
    number: '{文号}',
    blocks: [
      { kind: 'paragraph', text: '{#有红灯}有红灯。{/有红灯}' },
      { kind: 'paragraph', text: '{正文}' },
    ],
    signature: { units: ['{文号}'], date: '{标题}' },
  });

  test('are sound and can be filled, and keep the page of the standard', async () => {
    expect(await checkTemplate(await written, fields)).toEqual([]);
    const docx = await fillTemplate(await written, fields, values);
    const text = await textOf(docx);
    for (const words of ['十月通报', '有红灯。', '南港县']) expect(text).toContain(words);
    expect(await partText(docx, 'word/document.xml')).toContain('w:linePitch="579" w:charSpace="-849"');
    expect(await faultsOf(docx)).toEqual([]);
  });

  test('tables are as wide as the page of the template', async () => {
    const narrow = '<w:sectPr><w:pgSz w:w="8000" w:h="9000"/><w:pgMar w:left="1000" w:right="1000"/></w:sectPr>';
    const docx = await fill(`${cut('{正文}')}<w:p><w:pPr>${narrow}</w:pPr></w:p>`);
    expect(await partText(docx, 'word/document.xml')).toContain('<w:tblW w:type="dxa" w:w="6000"/>');
  });
});

const office = libreOffice();

test.skipIf(office.path === null)('a filled template opens in LibreOffice with its table and chart', async () => {
  const docx = await fill(cut('{标题}') + cut('{正文}') + cut('{完成率图}'));
  const pages = await measurePdf(await renderPdf(docx));
  const text = pages.flatMap((page) => page.lines.map((line) => line.text.replace(/\s/gu, ''))).join('\n');
  for (const words of ['十月通报', '一、总体情况', '南港县', '东湖区', '95%']) expect(text).toContain(words);
});
