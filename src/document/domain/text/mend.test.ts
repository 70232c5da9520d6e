import { describe, expect, test } from 'vitest';
import { printed, sourceOf } from '../../../../tests/examples/document.ts';
import { fold } from './fold.ts';
import { mend, toSource } from './mend.ts';

/** The paragraphs as a person would read them. */
function paragraphs(text: string): string[] {
  const mended = mend(sourceOf(text));
  return mended.paragraphs.map((p) => mended.raw.slice(p.start, p.end));
}

const body =
  '全市围绕面料、印染、成衣三个环节补短板、锻长板，推动产业链上下游协同，到2027年规模以上纺织企业达到250家以上，营业收入10亿元以上企业4家，关键工序数控化率达到70%以上。';
describe('lines that the page broke', () => {
  test.each([16, 17, 18, 19, 20, 21, 22])('wrapped at %d characters', (width) => {
    expect(paragraphs(printed(body, width))).toEqual([body]);
  });

  test.each([16, 22])('wrapped at %d characters with a blank line after each', (width) => {
    expect(paragraphs(printed(body, width, '\n\n'))).toEqual([body]);
  });

  test('two paragraphs stay two, whether or not the indent shows', () => {
    const second =
      '二期工程由临江高新区实施，2026年6月底前交付首批标准厂房，配套建设污水处理、检验检测和公共仓储设施。';
    expect(paragraphs(`${printed(body, 20)}\n${printed(second, 20)}`)).toEqual([body, second]);
    expect(paragraphs(`\u3000\u3000${printed(body, 20)}\n\u3000\u3000${printed(second, 20)}`)).toEqual([body, second]);
  });

  test('a number that the line end cut is whole again', () => {
    const text =
      '全市围绕面料印染成衣补短板锻长板，实施技改项目125个，其中智能化改造项目80个，到2027年规模以上企业达到250家。';
    for (let width = 12; width <= 22; width++) expect(paragraphs(printed(text, width))).toEqual([text]);
  });

  test('blanks inside numbers and between words of Chinese go, those between Latin words stay', () => {
    expect(paragraphs('到２０ ２７ 年建成 Mini LED 生产线 5 条。')).toEqual(['到２０２７年建成Mini LED生产线5条。']);
  });

  test('a bracket of units that runs over the line end is closed first', () => {
    const item =
      '1.建设园区。建成标准厂房20万平方米。（市工业和信息化局牵头，市自然资源局、市发展改革委、临江经开区管委会配合）';
    expect(paragraphs(printed(item, 18))).toEqual([item]);
  });
});

describe('pages', () => {
  test.each(['12', '- 12 -', '第12页', '- 12 -\n临江市人民政府公报', '临江市人民政府公报\n- 12 -'])(
    'the sentence goes on behind %j',
    (furniture) => {
      const lines = printed(body, 17).split('\n');
      lines.splice(2, 0, furniture);
      expect(paragraphs(lines.join('\n'))).toEqual([body]);
    },
  );

  test('a page break with its form feed does not end the paragraph', () => {
    const lines = printed(body, 17).split('\n');
    expect(paragraphs(`${lines.slice(0, 2).join('\n')}\f${lines.slice(2).join('\n')}`)).toEqual([body]);
  });

  test('page numbers and headers that the file format knows are skipped', () => {
    const text = `${printed(body.slice(0, 40), 20)}\n临江经纬 总第七期\n${printed(body.slice(40), 20)}`;
    const start = text.indexOf('临江经纬');
    const mended = mend({ ...sourceOf(text), furniture: [{ start, end: start + '临江经纬 总第七期'.length }] });
    expect(mended.text).toBe(`${fold(body)}\n`);
  });

  test('lines inside a table that the file format knows are no paragraphs', () => {
    const text = '目标见下表。\n东湖区\n12家\n西山县\n9家\n各县区抓好落实。';
    const table = { start: text.indexOf('东湖'), end: text.indexOf('\n各县'), rows: [] };
    const mended = mend({ ...sourceOf(text), tables: [table] });
    expect(mended.raw).toBe('目标见下表。\n各县区抓好落实。\n');
  });
});

describe('headings', () => {
  test('are not joined with what follows', () => {
    const text = [
      '一、总体目标',
      '（一）规模目标',
      printed(body, 20),
      '二、重点任务',
      '1.建设园区',
      printed(body, 20),
    ].join('\n');
    expect(paragraphs(text)).toEqual(['一、总体目标', '（一）规模目标', body, '二、重点任务', '1.建设园区', body]);
  });

  test('a label begins a paragraph even behind a full line', () => {
    const first = '（一）培育企业。新增规上企业二十家，其中年营';
    expect(paragraphs(`${printed(body, 20)}\n${first}\n业收入超亿元企业五家。`).at(-1)).toBe(
      `${first}业收入超亿元企业五家。`,
    );
  });

  test.each(['二、三产融合发展提速，农文旅企业达到80家。', '一、二级响应机制健全，年演练不少于2次。'])(
    'a line that only looks like a label goes on with its sentence: %s',
    (tail) => {
      const head = '全市面料研发与成衣设计协同推进，带动全市农村一、'.slice(0, 20);
      const lines = [printed(body, 20), head, tail];
      const joined = paragraphs(lines.join('\n')).at(-1)!;
      expect(joined).toBe(`${head}${tail}`);
    },
  );

  test.each([
    ['whole paragraphs', (text: string) => text],
    ['wrapped lines', (text: string) => printed(text, 20)],
  ])('document number, issuer, salutation and date are lines of their own among %s', (_, set) => {
    const notice = [
      '临江市人民政府办公室',
      '临府办发〔2025〕8号',
      '各县（市、区）人民政府，市直有关单位：',
      `《行动方案》已经市政府审议并同意。${body}`,
      body,
      body,
      '临江市人民政府办公室',
      '2025年3月12日',
    ];
    expect(paragraphs(notice.map(set).join('\n'))).toEqual(notice);
  });

  test('a title of two lines is left to the reading of the heading, not glued to the body', () => {
    const lines = paragraphs('临江市现代纺织产业提质升级\n三年行动方案\n一、总体目标\n到2027年，产值达到240亿元。');
    expect(lines.slice(-2)).toEqual(['一、总体目标', '到2027年，产值达到240亿元。']);
    expect(lines.slice(0, -2).join('')).toBe('临江市现代纺织产业提质升级三年行动方案');
  });
});

describe('the way back to the source', () => {
  const text = `\ufeff临江市文件\n\n一、目标\n${printed('到２０２７年，企业（含个体）达到2 5 0家以上，增长8%-10%。全市营业收入突破240亿元。', 16, '\n\n')}\n- 3 -\n结束。`;
  const mended = mend(sourceOf(text));

  test('every character that was kept is the same character in the source', () => {
    [...mended.raw].forEach((c, i) => {
      if (c !== '\n') expect(text[mended.at[i]!]).toBe(c);
    });
  });

  test('what is read differs from what was written only by folding', () => {
    expect(mended.text).toBe(fold(mended.raw));
    expect(mended.text).toHaveLength(mended.raw.length);
  });

  test('the order of the source is kept', () => {
    const places = [...mended.at].filter((_, i) => mended.raw[i] !== '\n');
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('nothing but blanks and page furniture is lost', () => {
    const kept = new Set(mended.at);
    const lost = [...text].filter((_, i) => !kept.has(i)).join('');
    expect(lost.replace(/[\s\u3000\ufeff]/g, '')).toBe('-3-');
  });

  test('a stretch leads to the stretch of the source that holds its words', () => {
    const start = mended.text.indexOf('250家以上');
    const place = toSource(mended, { start, end: start + 5 });
    expect(text.slice(place.start, place.end).replace(/\s/g, '')).toBe('250家以');
    expect(text[place.start]).toBe('2');
  });
});

test('a text of nothing has no paragraphs', () => {
  expect(paragraphs(' \n\n\u3000')).toEqual([]);
});

test('text broken after every 18 characters, digits counting as one, is joined again', () => {
  const paragraphs = [
    '　　1.推动全市现代纺织产业营业收入2025年达到198亿元、2026年达到218亿元、2027年达到240亿元。（市工业和信息化局、市统计局按职责分工负责）',
    '　　2.2025年9月底前开工建设芦洲现代纺织产业园二期，2026年6月底前交付首批厂房。（市工业和信息化局、市自然资源局按职责分工负责）',
    '　　3.2026年底前建成望江印染集控区，园外印染企业入园率达到85%。（市生态环境局按职责分工负责）',
  ];
  const broken = paragraphs.map((p) => p.match(/.{1,18}/g)!.join('\n')).join('\n');
  const mended = mend({ text: broken, format: 'txt', tables: [], pageStarts: [], furniture: [] });
  expect(mended.paragraphs.map((p) => mended.raw.slice(p.start, p.end))).toEqual(paragraphs.map((p) => p.trim()));
});
