import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePdf, pdfWithPages, ruled, show, stream } from '../testing/pdf.ts';
import { refused } from '../testing/refused.ts';
import { readPdf } from './read-pdf.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../fixtures', name));

const cells = ({ text, tables }: Awaited<ReturnType<typeof readPdf>>): string[][][] =>
  tables.map((table) => table.rows.map((row) => row.map((cell) => text.slice(cell.start, cell.end))));

describe('a gazette in two columns, from LibreOffice', () => {
  test('is read column by column; header and page numbers are furniture', async () => {
    const source = await readPdf(fixture('linjiang-gazette.pdf'));
    const { text, furniture, pageStarts } = source;
    expect(furniture.map((span) => text.slice(span.start, span.end))).toEqual([
      '临江市人民政府公报 2025年第4期',
      '—1—',
      '临江市人民政府公报 2025年第4期',
      '—2—',
    ]);
    expect(pageStarts.map((start) => text.slice(start, start + 4))).toEqual(['临江市人', '临江市人']);
    let body = '';
    let at = 0;
    for (const span of furniture) {
      body += text.slice(at, span.start);
      at = span.end;
    }
    body = (body + text.slice(at)).replace(/\s+/g, '');
    expect(body).toContain('建立由分管副市长为召集人的联席会议制度，实行一月一调度');
    expect(body).toContain('到2026年，全市港口货物吞吐量达到3200万吨，集装箱吞吐量突破18万标箱');
    expect(body).toMatch(/合计32004500临江市人民政府办公室关于进一步规范企业诉求办理工作的通知/);
    expect(body).toMatch(/有效期三年。$/);
  });

  test('keeps the indent of paragraphs and the ruled table', async () => {
    const source = await readPdf(fixture('linjiang-gazette.pdf'));
    expect(source.text).toContain('\n　　一、总体要求\n　　到2026年');
    expect(cells(source)).toEqual([
      [
        ['责任单位', '货物吞吐量（万吨）'],
        ['2026年', '2028年'],
        ['江北区', '900', '1250'],
        ['南湖区', '760', '1040'],
        ['渌口县', '940', '1360'],
        ['临江经济技术开发区', '600', '850'],
        ['合计', '3200', '4500'],
      ],
    ]);
    expect(source.tables[0]!.rows[0]).toMatchObject([{ rowSpan: 2 }, { columnSpan: 2 }]);
  });
});

test('a page printed by Chromium: radicals become ordinary characters, the table keeps its cells', async () => {
  const source = await readPdf(fixture('linjiang-table.pdf'));
  expect(source.text).not.toMatch(/[\u2e80-\u2fdf]/);
  expect(source.text).toContain('　　一、到2025年底，青田湾镇、渌口县的绿色食品产业营业\n收入达到84亿元');
  expect(cells(source)).toEqual([
    [
      ['县、镇', '营业收入（亿元）'],
      ['2025年', '2027年'],
      ['渌口县', '38', '55'],
      ['青田湾镇', '46', '66'],
      ['合计', '84', '121'],
    ],
  ]);
});

describe('pages with a Chinese font that is not embedded', () => {
  const body = '到二〇二六年，全市航运企业达到四十六家，港口货物吞吐量突破三千万吨。';

  test('are read through the character maps of the GB encodings', async () => {
    const source = await readPdf(pdfWithPages([show(body, 72, 700)]));
    expect(source.text).toBe(`${body}\n`);
  });

  test('lines are sorted by their place, text drawn twice counts once, skewed watermarks are left out', async () => {
    const watermark = `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <${'7F51'}> Tj ET\n`;
    const content = show('第二行的文字在下面', 72, 680) + show(body, 72, 700) + show(body, 72.3, 700) + watermark;
    expect((await readPdf(pdfWithPages([content]))).text).toBe(`${body}\n第二行的文字在下面\n`);
  });

  test('a page whose text is turned by a quarter is read upright', async () => {
    const hex = [...body].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const turned = `BT /F1 12 Tf 0 1 -1 0 100 72 Tm <${hex}> Tj ET BT /F1 12 Tf 0 1 -1 0 120 72 Tm <${hex}> Tj ET`;
    expect((await readPdf(pdfWithPages([turned]))).text).toBe(`${body}\n${body}\n`);
  });

  test('text that is only spaced out is closed up, gaps that were meant stay', async () => {
    const spaced = [...'临江市人民政府文件'].map((c, i) => show(c, 72 + i * 21, 700)).join('');
    const content = spaced + show('经办人', 72, 660) + show('日期', 172, 660) + show(body, 72, 640);
    expect((await readPdf(pdfWithPages([content]))).text).toBe(`临 江 市 人 民 政 府 文 件\n经办人 日期\n${body}\n`);
  });

  test('a table without rules is told by its columns', async () => {
    const rows = [
      ['县区', '收入', '企业'],
      ['江北', '５２', '１６'],
      ['南湖', '４４', '１４'],
      ['渌口', '３８', '１２'],
    ];
    const table = rows.map((row, y) => row.map((cell, x) => show(cell, 72 + x * 150, 600 - y * 20)).join('')).join('');
    const source = await readPdf(pdfWithPages([show(body, 72, 700) + table + show(body, 72, 500)]));
    expect(source.text).toBe(`${body}\n${rows.map((row) => row.join('\t')).join('\n')}\n${body}\n`);
    expect(cells(source)).toEqual([rows]);
  });

  test('a ruled table: a cell of several lines is one cell, a body without rules between its rows is split', async () => {
    const [xs, ys] = [
      [72, 172, 272],
      [600, 570, 480],
    ];
    const rules = ys.map((y) => ruled(72, y, 272, y)).join('') + xs.map((x) => ruled(x, 600, x, 480)).join('');
    const head = show('责任', 80, 588) + show('单位', 80, 575) + show('任务', 180, 580);
    const bodyRows = [550, 530, 510].map((y, i) => show('甲乙丙'[i]!, 80, y) + show('一二三'[i]!, 180, y)).join('');
    const source = await readPdf(pdfWithPages([`${rules}${head}${bodyRows}`]));
    expect(cells(source)).toEqual([
      [
        ['责任单位', '任务'],
        ['甲', '一'],
        ['乙', '二'],
        ['丙', '三'],
      ],
    ]);
  });

  test('small raised figures are no digits of the number before them', async () => {
    const content =
      show('营业收入达到１００', 72, 700) + show('12', 180, 704, 7) + show('亿元，企业达到四十六家', 195, 700);
    const source = await readPdf(pdfWithPages([content]));
    expect(source.text).toBe('营业收入达到１００¹²亿元，企业达到四十六家\n');
  });

  test('page numbers alone on a line are furniture when they repeat or carry dashes', async () => {
    const page = (n: string): string =>
      show(body, 72, 700) + show(`第${n}段文字`.repeat(3), 72, 680) + show(n, 290, 40);
    const source = await readPdf(
      pdfWithPages(['１', '２', '３'].map((n, i) => page(String(i + 1)) + show(n, 500, 500))),
    );
    expect(source.furniture.map((span) => source.text.slice(span.start, span.end))).toEqual(['1', '2', '3']);
    const single = await readPdf(pdfWithPages([show(body, 72, 700) + show('— 7 —', 280, 40)]));
    expect(single.furniture).toHaveLength(1);
    const figure = await readPdf(pdfWithPages([show(body, 72, 700) + show('2027', 280, 40)]));
    expect(figure.furniture).toHaveLength(0);
  });
});

describe('a PDF without usable text', () => {
  const page = (content: string, resources: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${content} >>`;
  const image = stream(
    '\xff'.repeat(300),
    '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8',
  );

  test('a scan is refused with its pages', async () => {
    const bytes = makePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] /Count 3 >>',
      page('5 0 R', '/XObject << /I 4 0 R >>'),
      image,
      stream('q 595 0 0 842 0 0 cm /I Do Q'),
    ]);
    await expect(readPdf(bytes)).rejects.toMatchObject({ refusals: [{ code: 'scanned-pdf', given: 3, limit: 3 }] });
  });

  test('blank pages are empty, not scanned', async () => {
    expect(await refused(readPdf(pdfWithPages(['', ''])))).toBe('empty');
  });

  test.each([
    ['codes of its own', 'E000'],
    ['characters of other scripts at random', '1200'],
  ])('a text layer whose font maps to %s is refused', async (_, first) => {
    const toUnicode =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
      `1 beginbfrange <0000> <00FF> <${first}> endbfrange endcmap end end`;
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>';
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /X /DW 1000 /FontDescriptor 8 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>';
    const descriptor =
      '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';
    const line = (y: number): string => {
      const codes = Array.from({ length: 40 }, (_, i) => (i + y).toString(16).padStart(4, '0')).join('');
      return `BT /F1 12 Tf 1 0 0 1 72 ${700 - y} Tm <${codes}> Tj ET\n`;
    };
    const bytes = makePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('5 0 R', '/Font << /F1 4 0 R >>'),
      font,
      stream(line(1) + line(50) + line(100)),
      descendant,
      stream(toUnicode),
      descriptor,
    ]);
    expect(await refused(readPdf(bytes))).toBe('unreadable-text');
  });
});
