import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { refused } from '../testing/refused.ts';
import { readHtml } from './read-html.ts';

const read = (html: string) => readHtml(Buffer.from(html));
const textOf = async (html: string): Promise<string> => (await read(html)).text;

describe('encoding of a page', () => {
  const page = (charset: string): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>临江市人民政府关于渌江航运的通知</p></body></html>`;
  const text = '临江市人民政府关于渌江航运的通知\n';

  test.each([
    ['gb2312', 'gb18030'],
    ['gbk', 'gbk'],
    ['utf-8', 'utf8'],
  ])('declared %s', async (declared, encoding) => {
    expect((await readHtml(iconv.encode(page(declared), encoding))).text).toBe(text);
  });

  test('a wrong declaration does not count against what the bytes are', async () => {
    expect((await readHtml(Buffer.from(page('gb2312')))).text).toBe(text);
    expect((await readHtml(iconv.encode(page('utf-8'), 'gb18030'))).text).toBe(text);
    expect((await readHtml(iconv.encode(page('gbk'), 'utf-16le', { addBOM: true }))).text).toBe(text);
  });

  test('a page from beyond the GB encodings', async () => {
    const traditional = '<meta charset="big5"><p>臨江市政府公報</p>';
    expect((await readHtml(iconv.encode(traditional, 'big5'))).text).toBe('臨江市政府公報\n');
  });

  test('no declaration at all', async () => {
    expect((await readHtml(iconv.encode('<p>一、到2025年，培育龙头企业12家。</p>', 'gb18030'))).text).toBe(
      '一、到2025年，培育龙头企业12家。\n',
    );
  });
});

describe('lines', () => {
  test('blocks and <br> make lines, white space of the source does not', async () => {
    expect(await textOf('<div>一、总体\n  要求<p>培育 <b>12</b>\n家</p>第一行<br>第二行&nbsp;完</div>')).toBe(
      '一、总体要求\n培育 12 家\n第一行\n第二行 完\n',
    );
  });

  test('full-width indents and preformatted lines stay', async () => {
    expect(await textOf('<p>　　一、目标　</p><pre>甲  乙\n 丙</pre>')).toBe('　　一、目标\n甲  乙\n 丙\n');
  });

  test('numbers that the browser makes are printed, written ones not doubled', async () => {
    expect(await textOf('<ol start=3><li>甲<li>乙</ol><ol><li>1.丙<li>2.丁</ol>')).toBe('3. 甲\n4. 乙\n1.丙\n2.丁\n');
  });

  test('a number goes before the first paragraph of its item; an item inside an item has its own', async () => {
    expect(await textOf('<ol><li><p>甲</p><p>续</p><ol><li><p>乙</p></ol><li>丙</ol>')).toBe(
      '1. 甲\n续\n1. 乙\n2. 丙\n',
    );
  });

  test('marks of notes are left out, exponents are not', async () => {
    const html = '<p>达到100<sup><a href="#n1">1</a></sup>亿元，面积5km<sup>2</sup>，共3<sup>[2]</sup>项</p>';
    expect(await textOf(html)).toBe('达到100亿元，面积5km2，共3项\n');
  });

  test('scripts, styles, hidden parts, menus, footers and lists of links are left out', async () => {
    const links = Array.from({ length: 8 }, (_, i) => `<li><a href="/${i}">栏目${i}</a></li>`).join('');
    const annexes = Array.from({ length: 6 }, (_, i) => `<p><a href="/${i}.doc">附件${i + 1}.docx</a></p>`).join('');
    const html = `<title>题</title><nav>导航</nav><div class="crumbs">首页 &gt; 文件</div><ul>${links}</ul><script>x()</script><style>p{}</style>
      <div style="display:none">隐藏</div><article><h1>关于航运的通知</h1><p>${'正文内容。'.repeat(20)}</p><div>${annexes}</div></article><footer>版权</footer>`;
    const text = await textOf(html);
    expect(text).toMatch(/^关于航运的通知\n正文/);
    expect(text).toContain('附件6.docx');
    expect(text).not.toMatch(/导航|首页|栏目|隐藏|版权|x\(\)|题/);
  });
});

describe('tables', () => {
  test('spans are placed on the grid', async () => {
    const { text, tables } = await read(
      '<table><caption>表一</caption><thead><tr><th rowspan=2>县区<th colspan=2>收入<tr><th>2025<th>2027<tbody><tr><td>江北<br>区<td>52<td>75</table>',
    );
    expect(text).toBe('表一\n县区\t收入\t\n\t2025\t2027\n江北 区\t52\t75\n');
    expect(tables).toHaveLength(1);
    expect(tables[0]!.rows[0]).toMatchObject([
      { rowSpan: 2, columnSpan: 1 },
      { rowSpan: 1, columnSpan: 2 },
    ]);
    expect(tables[0]!.rows.map((cells) => cells.map((c) => text.slice(c.start, c.end)))).toEqual([
      ['县区', '收入'],
      ['2025', '2027'],
      ['江北 区', '52', '75'],
    ]);
  });

  test('a table that arranges the page is no table', async () => {
    const inner = '<table><tr><td>甲<td>1<tr><td>乙<td>2</table>';
    const { text, tables } = await read(`<table><tr><td><p>左栏<p>文字</td><td>${inner}</td></tr></table>`);
    expect(text).toBe('左栏\n文字\n甲\t1\n乙\t2\n');
    expect(tables).toHaveLength(1);
  });
});

describe('hostile pages', () => {
  test.each([
    ['200 000 nested elements', '<div>'.repeat(200_000), 'too-deep'],
    ['nested tables', '<table><tr><td>'.repeat(50_000), 'too-deep'],
    ['formatting that multiplies', Array.from({ length: 4000 }, (_, i) => `<p><b a=${i}>`).join(''), 'too-deep'],
    ['a million elements', '<br>'.repeat(1_000_000), 'too-many-elements'],
    [
      'a cell over a thousand columns, many times',
      `<table><tr>${'<td colspan=1000>x'.repeat(50)}</table>`,
      'too-many-elements',
    ],
    ['nothing printed', '<script>x</script><p> </p>', 'empty'],
  ])('%s', async (_, html, code) => {
    expect(await refused(read(html))).toBe(code);
  });

  test('entities stand for one or two characters and cannot be defined', async () => {
    expect(await textOf('<!DOCTYPE html [<!ENTITY a "aaaa">]><p>&a;&amp;&#20020;&nosuch;</p>')).toBe(
      ']>\n&a;&临&nosuch;\n',
    );
  });
});
