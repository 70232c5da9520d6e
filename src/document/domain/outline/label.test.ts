import { describe, expect, test } from 'vitest';
import { ordinal, readLabel } from './label.ts';

const kindAndPrint = (text: string) => {
  const label = readLabel(text);
  return label && [label.kind, label.printed, label.number];
};

describe('readLabel', () => {
  test.each([
    ['一、总体要求', ['han', '一', 1]],
    ['十二、保障措施', ['han', '十二', 12]],
    ['（一）培育企业', ['hanParen', '（一）', 1]],
    ['（十一）强化服务', ['hanParen', '（十一）', 11]],
    ['1.建设园区', ['digit', '1', 1]],
    ['12、建设园区', ['digit', '12', 12]],
    ['（3）引进项目', ['digitParen', '（3）', 3]],
    ['③引进项目', ['circle', '③', 3]],
    ['第三条企业应当诚信申报。', ['article', '第三条', 3]],
    ['第一百零二条附则', ['article', '第一百零二条', 102]],
    ['第二章支持标准', ['chapter', '第二章', 2]],
    ['第一节总量目标', ['section', '第一节', 1]],
    ['第三部分保障', ['part', '第三部分', 3]],
    ['附件2', ['annex', '附件2', 2]],
    ['附件：任务分工表', ['annex', '附件', 0]],
    ['附表1各县区目标', ['annex', '附表1', 1]],
    ['具体措施：', ['word', '具体措施', 0]],
  ])('%s', (text, expected) => {
    expect(kindAndPrint(text)).toEqual(expected);
  });

  test('a year at the head of an item is not part of its number', () => {
    expect(kindAndPrint('1.2025年建成园区')).toEqual(['digit', '1', 1]);
  });

  test.each([
    '2025年底前建成园区',
    '3.5亿元投资到位',
    '15家企业上市',
    '一批重点项目开工',
    '一是加强领导',
    '第三产业增加值',
    '第二批企业名单',
    '附件所列各项任务由市工业和信息化局会同有关单位逐项细化分解并组织实施，按季度报送进展情况。',
    '具体措施见下表',
    '临江市人民政府',
    '',
  ])('no label: %s', (text) => {
    expect(readLabel(text)).toBeNull();
  });

  test('the length covers the label with its stop', () => {
    for (const [text, rest] of [
      ['一、总体要求', '总体要求'],
      ['（一）培育企业', '培育企业'],
      ['1.建设园区', '建设园区'],
      ['附件2：任务表', '任务表'],
    ] as const)
      expect(text.slice(readLabel(text)!.length)).toBe(rest);
  });
});

describe('ordinal', () => {
  test.each([
    ['', 0],
    ['12', 12],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百零三', 103],
    ['⑫', 12],
  ])('%s is %d', (body, n) => {
    expect(ordinal(body)).toBe(n);
  });
});
