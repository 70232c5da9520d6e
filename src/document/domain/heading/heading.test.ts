import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../tests/examples/document.ts';

const body = [
  '为推动现代纺织产业提质升级，结合我市实际，制定本方案。',
  '一、总体目标',
  '到2027年，全市现代纺织产业营业收入达到240亿元，规模以上企业达到250家，建成面料、印染、成衣协同发展的产业体系。',
];
const read = (...head: string[]) => readDocument([...head, ...body].join('\n'));
const salutation = '各县（市、区）人民政府，临江高新区、临江经开区管委会，市直有关单位：';
const promulgation = '《行动方案》已经市政府常务会议审议通过，现印发给你们，请结合实际认真抓好贯彻落实。';

describe('title', () => {
  test.each([
    '临江市人民政府关于印发《临江市现代纺织产业行动方案》的通知',
    '临江市人民政府关于印发临江市现代纺织产业行动方案的通知',
    '关于印发《临江市现代纺织产业行动方案》的通知',
    '临江市人民政府办公室印发关于《临江市现代纺织产业行动方案》的通知',
  ])('a notice bears the title of what it issues: %s', (title) => {
    expect(read(title, '临府发〔2025〕8号', salutation, promulgation).title).toContain('临江市现代纺织产业行动方案');
  });

  test('issued with quotation marks or without, the title is the same', () => {
    const title = (line: string) => read(line, '临府发〔2025〕8号', salutation, promulgation).title;
    expect(title('临江市人民政府关于印发《临江市现代纺织产业行动方案（2025—2027年）》的通知')).toBe(
      '临江市现代纺织产业行动方案（2025—2027年）',
    );
    expect(title('临江市人民政府关于印发临江市现代纺织产业行动方案（2025—2027年）的通知')).toBe(
      '临江市现代纺织产业行动方案（2025—2027年）',
    );
  });

  test('set over several lines', () => {
    const d = read(
      '临江市人民政府办公室',
      '关于印发临江市现代纺织产业提质升级',
      '三年行动方案的通知',
      '临府办发〔2025〕8号',
      salutation,
      promulgation,
    );
    expect(d.title).toBe('临江市现代纺织产业提质升级三年行动方案');
  });

  test('with its years on a line that begins with a bracket', () => {
    const d = read(
      '临江市人民政府办公室关于印发临江市现代',
      '纺织产业提质升级三年行动方案',
      '（2025—2027年）的通知',
      '临府办发〔2025〕8号',
      salutation,
      promulgation,
    );
    expect(d.title).toBe('临江市现代纺织产业提质升级三年行动方案（2025—2027年）');
  });

  test('years in wide digits are years all the same: what falls in the period is no background', () => {
    const d = readDocument(
      '临江市三年行动方案（２０２５—２０２７年）\n一、任务\n2025年新增规上企业18家。\n2026年新增规上企业20家。',
    );
    expect(d.indicators.map((i) => i.year)).toEqual([2025, 2026]);
  });

  test('a plan without a notice', () => {
    expect(read('临江市现代纺织产业三年行动方案').title).toBe('临江市现代纺织产业三年行动方案');
  });

  test('an opinion keeps its own title without the issuer', () => {
    const d = read('临江市人民政府关于推进现代纺织产业高质量发展的意见', '临府发〔2025〕8号', salutation);
    expect(d.title).toBe('关于推进现代纺织产业高质量发展的意见');
    expect(d.issuer).toBe('临江市人民政府');
  });

  test('lines of the web page around it are no title', () => {
    const d = read(
      '索引号：LJ001',
      '发布日期：2025年3月14日',
      '临江市人民政府关于推进现代纺织产业高质量发展的意见',
      '临府发〔2025〕8号',
      salutation,
    );
    expect(d.title).toBe('关于推进现代纺织产业高质量发展的意见');
  });

  test('a text that opens with its body has none', () => {
    expect(readDocument(body.join('\n')).title).toBeNull();
  });
});

describe('issuer', () => {
  test('from the line above the title, without 文件', () => {
    expect(
      read('临江市人民政府办公室文件', '临府办发〔2025〕8号', '临江市人民政府办公室关于加强用工保障的通知', salutation)
        .issuer,
    ).toBe('临江市人民政府办公室');
  });

  test('from the signature when the head does not name it', () => {
    const d = read(
      '关于印发《临江市现代纺织产业行动方案》的通知',
      salutation,
      promulgation,
      '临江市工业和信息化局',
      '2025年3月12日',
      '临江市现代纺织产业行动方案',
    );
    expect(d.issuer).toBe('临江市工业和信息化局');
  });

  test('joint issuers are all named', () => {
    const d = read(
      '临江市工业和信息化局 临江市财政局',
      '关于印发《临江市产业资金管理办法》的通知',
      '临工信字〔2025〕8号',
      salutation,
      promulgation,
    );
    expect(d.issuer).toContain('临江市工业和信息化局');
    expect(d.issuer).toContain('临江市财政局');
  });

  test('a plan without head or signature has none', () => {
    expect(read('临江市现代纺织产业三年行动方案').issuer).toBeNull();
  });
});

describe('document number', () => {
  test.each(['临府发〔2025〕8号', '临府发[2025]8号', '临府发【2025】8号', '临府办规〔2025〕12号'])(
    'keeps the brackets of the source: %s',
    (number) => {
      expect(read('临江市人民政府关于推进纺织产业发展的意见', number, salutation).docNumber).toBe(number);
    },
  );

  test('a number cited in the body is not the number of the document', () => {
    const d = readDocument(
      [
        '临江市现代纺织产业三年行动方案',
        '根据《强链意见》（东府发〔2024〕3号）精神，制定本方案。',
        ...body.slice(1),
      ].join('\n'),
    );
    expect(d.docNumber).toBeNull();
  });
});

describe('date of issue', () => {
  test.each([
    ['2025年3月12日', '2025-03-12'],
    ['2025 年 3 月 12 日', '2025-03-12'],
    ['２０２５年３月１２日', '2025-03-12'],
    ['2025年11月5日', '2025-11-05'],
  ])('under the notice as %s', (written, iso) => {
    const d = read(
      '临江市人民政府关于印发《临江市现代纺织产业行动方案》的通知',
      '临府发〔2025〕8号',
      salutation,
      promulgation,
      '临江市人民政府',
      written,
      '临江市现代纺织产业行动方案',
    );
    expect(d.issuedOn).toBe(iso);
  });

  test('a date in a sentence is not the date of issue', () => {
    expect(readDocument('临江市现代纺织产业三年行动方案\n本方案自2025年5月1日起施行。').issuedOn).toBeNull();
  });
});

describe('validity', () => {
  const policy = (clause: string) =>
    read(
      '临江市人民政府关于支持纺织产业的若干政策',
      '临府发〔2025〕8号',
      salutation,
      promulgation,
      '临江市人民政府',
      '2025年3月12日',
      '临江市支持纺织产业若干政策',
      clause,
    );

  test('counts from the date of issue', () => {
    const d = policy('本政策自印发之日起施行，有效期3年。');
    expect([d.validFrom, d.validTo]).toEqual(['2025-03-12', '2028-03-11']);
    expect(d.validityText).toBe('自印发之日起施行，有效期3年');
  });

  test('none is said', () => {
    const d = policy('本政策由市工业和信息化局负责解释。');
    expect([d.validFrom, d.validTo, d.validityText]).toEqual([null, null, null]);
  });
});

describe('addressees', () => {
  test('one by one, brackets whole', () => {
    const d = read('临江市人民政府关于推进纺织产业发展的意见', '临府发〔2025〕8号', salutation);
    expect(d.addressees).toEqual(['各县（市、区）人民政府', '临江高新区', '临江经开区管委会', '市直有关单位']);
  });

  test('a plan without salutation has none', () => {
    expect(read('临江市现代纺织产业三年行动方案').addressees).toEqual([]);
  });
});

describe('annexes', () => {
  test('each with its number and title, the list under the notice not counted', () => {
    const d = read(
      '临江市人民政府关于推进纺织产业发展的意见',
      '临府发〔2025〕8号',
      salutation,
      '请遵照执行。',
      '附件：1.任务分工表',
      '2.指标分解表',
      '临江市人民政府',
      '2025年3月12日',
      '附件1',
      '现代纺织产业链任务分工表',
      '各单位按照分工抓好落实。',
      '附件2',
      '现代纺织产业链指标分解表',
    );
    expect(d.annexes.map((a) => [a.label, a.title])).toEqual([
      ['附件1', '现代纺织产业链任务分工表'],
      ['附件2', '现代纺织产业链指标分解表'],
    ]);
  });

  test('a document without annexes', () => {
    expect(read('临江市现代纺织产业三年行动方案').annexes).toEqual([]);
  });
});
