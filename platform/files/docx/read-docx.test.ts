import { describe, expect, test } from 'vitest';
import { cell, inList, makeDocx, paragraph, row } from '../testing/docx.ts';
import { readDocx } from './read-docx.ts';

const textOf = async (body: string, parts: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await readDocx(makeDocx(body, parts))).text;

const tablesOf = async (body: string): Promise<string[][][]> => {
  const { text, tables } = await readDocx(makeDocx(body));
  return tables.map((table) =>
    table.rows.map((cells) =>
      cells.map((c) => {
        const span = c.columnSpan > 1 || c.rowSpan > 1 ? `[${c.rowSpan}x${c.columnSpan}]` : '';
        return text.slice(c.start, c.end) + span;
      }),
    ),
  );
};

const run = (inner: string): string => `<w:r>${inner}</w:r>`;
const words = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);

describe('paragraphs and runs', () => {
  test('runs join, tabs and breaks print, soft hyphens and zero-width marks do not', async () => {
    const body = `<w:p>${words('目标')}${run('<w:tab/><w:t>12家</w:t><w:br/><w:t>下一行</w:t><w:softHyphen/>')}${words('甲\u200b乙')}</w:p>`;
    expect(await textOf(body)).toBe('目标\t12家\n下一行甲乙\n');
  });

  test('insertions stay, deletions and moved-away text go', async () => {
    const body = `<w:p>${words('到')}<w:ins>${words('2026')}</w:ins><w:del><w:r><w:delText>2025</w:delText></w:r></w:del><w:moveFrom>${words('旧')}</w:moveFrom><w:moveTo>${words('新')}</w:moveTo>${words('年')}</w:p>`;
    expect(await textOf(body)).toBe('到2026新年\n');
  });

  test('a deleted paragraph mark joins the paragraph with the next', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${words('营业收入')}</w:p>${paragraph('达到5亿元')}`;
    expect(await textOf(body)).toBe('营业收入达到5亿元\n');
  });

  test('fields print their result and not their instruction, even one that never ends', async () => {
    const field = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
    const simple = `<w:fldSimple w:instr="DATE">${words('2025年3月')}</w:fldSimple>`;
    const body = `<w:p>${field('begin')}${run('<w:instrText>PAGE \\* MERGEFORMAT</w:instrText>')}${field('separate')}${words('第7页')}${field('end')}${simple}</w:p>`;
    expect(await textOf(body)).toBe('第7页2025年3月\n');
    expect(await textOf(`<w:p>${field('begin')}${words('x')}</w:p>${paragraph('后文还在')}`)).toBe('\n后文还在\n');
  });

  test('hidden text and readings above characters are left out, symbols become signs', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>';
    const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r>';
    const ruby = run(`<w:ruby><w:rt>${words('lù')}</w:rt><w:rubyBase>${words('渌')}</w:rubyBase></w:ruby>`);
    const symbol = run('<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F099"/>');
    expect(await textOf(`<w:p>${hidden}${shown}${ruby}${symbol}</w:p>`)).toBe('看得见渌√\n');
  });

  test('a text box follows the paragraph it hangs on, once', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('框中文字')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph('框中文字')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(`<w:p>${words('正文')}${run(box)}</w:p>${paragraph('后文')}`)).toBe('正文\n框中文字\n后文\n');
  });

  test('WordArt, such as a red letterhead, is text', async () => {
    const art = run('<w:pict><v:shape><v:textpath string="临江市人民政府文件"/></v:shape></w:pict>');
    expect(await textOf(`<w:p>${art}</w:p>`)).toBe('\n临江市人民政府文件\n');
  });

  test('notes stand at the end in the order of their marks, and leave no digit in the text', async () => {
    const mark = (id: number): string => run(`<w:footnoteReference w:id="${id}"/>`);
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const body = `<w:p>${words('达到100亿元')}${mark(3)}${words('。')}</w:p><w:p>${words('培育5家')}${mark(2)}</w:p>`;
    const footnotes = note(-1, '') + note(2, ' 含后备企业。') + note(3, '当年价。');
    expect(await textOf(body, { footnotes })).toBe('达到100亿元。\n培育5家\n注1：当年价。\n注2：含后备企业。\n');
  });

  test('pages begin where Word last broke them', async () => {
    const turned = `<w:p>${run('<w:lastRenderedPageBreak/>')}${words('第二页')}</w:p>`;
    const { text, pageStarts } = await readDocx(makeDocx(paragraph('第一页') + turned));
    expect(pageStarts.map((start) => text.slice(start, start + 3))).toEqual(['第一页', '第二页']);
  });
});

describe('automatic numbering', () => {
  const level = (index: number, format: string, text: string, extra = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
  const family = (id: number, ...levels: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const list = (id: number, of: number, extra = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${extra}</w:num>`;
  const official = family(
    0,
    level(0, 'chineseCountingThousand', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
    level(3, 'decimalEnclosedCircle', '%4', '<w:suff w:val="nothing"/>'),
  );

  test('labels of an official document count and start again below each heading', async () => {
    const at = (depth: number, text: string): string => paragraph(text, inList(1, depth));
    const body = [
      at(0, '总体要求'),
      at(1, '目标'),
      at(2, '收入'),
      at(2, '企业'),
      at(3, '龙头'),
      at(1, '布局'),
      at(2, '园区'),
      at(0, '任务'),
      at(1, '培育'),
    ];
    expect(await textOf(body.join(''), { numbering: official + list(1, 0) })).toBe(
      '一、总体要求\n（一）目标\n1. 收入\n2. 企业\n①龙头\n（二）布局\n1. 园区\n二、任务\n（一）培育\n',
    );
  });

  test('a list that starts anew does so once; another of the same family goes on counting', async () => {
    const numbering =
      official +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [1, 1, 2, 3, 3, 1].map((id) => paragraph('项', inList(id, 0))).join('');
    expect(await textOf(body, { numbering })).toBe('一、项\n二、项\n三、项\n五、项\n六、项\n七、项\n');
  });

  test('a level may go on across headings (lvlRestart 0), and print the levels above in Arabic figures', async () => {
    const going = family(
      0,
      level(0, 'chineseCounting', '第%1章', ''),
      level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>'),
      level(2, 'decimal', '%1.%3', '<w:isLgl/>'),
    );
    const steps = [0, 1, 1, 0, 1, 2].map((depth) => paragraph('条文', inList(1, depth))).join('');
    expect(await textOf(steps, { numbering: going + list(1, 0) })).toBe(
      '第一章 条文\n第1条 条文\n第2条 条文\n第二章 条文\n第3条 条文\n2.1 条文\n',
    );
  });

  test('styles put paragraphs into lists, directly or by the style they are based on; number 0 takes them out', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const tied = family(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
    );
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body =
      paragraph('甲', style('H1')) +
      paragraph('乙', style('H2')) +
      paragraph('丙', style('H1a')) +
      paragraph('丁', style('H1') + none);
    expect(await textOf(body, { styles, numbering: tied + list(1, 0) })).toBe('一、甲\n（一）乙\n二、丙\n丁\n');
  });

  test('bullets and lists that do not exist print nothing', async () => {
    const bullets = family(0, level(0, 'bullet', '\uf0b7'));
    const body = paragraph('甲', inList(1, 0)) + paragraph('乙', inList(9, 0)) + paragraph('丙', inList(1, 7));
    expect(await textOf(body, { numbering: bullets + list(1, 0) })).toBe('甲\n乙\n丙\n');
  });
});

describe('tables', () => {
  test('cells are parted by tabs, merged ones leave the places they cover empty', async () => {
    const head = row(
      cell(paragraph('县区'), '<w:vMerge w:val="restart"/>'),
      cell(paragraph('营业收入'), '<w:gridSpan w:val="2"/>'),
    );
    const years = row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('2025')), cell(paragraph('2027')));
    const figures = row(cell(paragraph('江北') + paragraph('区')), cell(paragraph('52')), cell(paragraph('75')));
    const body = `${paragraph('表一')}<w:tbl>${head}${years}${figures}</w:tbl>${paragraph('注')}`;
    expect(await textOf(body)).toBe('表一\n县区\t营业收入\t\n\t2025\t2027\n江北 区\t52\t75\n注\n');
    expect(await tablesOf(body)).toEqual([
      [
        ['县区[2x1]', '营业收入[1x2]'],
        ['2025', '2027'],
        ['江北 区', '52', '75'],
      ],
    ]);
  });

  test('a table inside a cell is part of the cell, a frame of one cell is no table', async () => {
    const inner = `<w:tbl>${row(cell(paragraph('甲')), cell(paragraph('乙')))}</w:tbl>`;
    const outer = `<w:tbl>${row(cell(paragraph('外') + inner), cell(paragraph('右')))}</w:tbl>`;
    expect(await tablesOf(outer)).toEqual([[['外 甲 乙', '右']]]);
    const frame = `<w:tbl>${row(cell(paragraph('第一段') + inner))}${row(cell(paragraph('第二段')))}</w:tbl>`;
    expect(await textOf(frame)).toBe('第一段\n甲\t乙\n第二段\n');
  });

  test('deleted rows go, skipped columns stay empty', async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph('删'))}${cell(paragraph('除'))}</w:tr>`;
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph('右'))}</w:tr>`;
    const body = `<w:tbl>${row(cell(paragraph('左')), cell(paragraph('右')))}${deleted}${shifted}</w:tbl>`;
    expect(await textOf(body)).toBe('左\t右\n\t右\n');
  });
});
