import { describe, expect, test } from 'vitest';
import { inGoals, inPlan, readDocument } from '../../../../tests/examples/document.ts';
import type { DocumentExtraction } from '../model.ts';

const years = (d: DocumentExtraction): (number | null)[] => d.indicators.map((i) => i.year);

describe('the time words of the sentence', () => {
  test.each([
    ['到2027年，规上企业达到250家。', [2027]],
    ['2025年新增规上企业18家。', [2025]],
    ['2025年新增规上企业18家，2026年新增20家。', [2025, 2026]],
    ['规上企业2025年达到210家，2027年达到250家。', [2025, 2027]],
    ['到2027年，引进龙头企业2—5家。', [2027]],
    ['力争到2026年底，建成园区3个，引进企业20家，完成投资50亿元。', [2026, 2026, 2026]],
    ['到2027年，规上企业达到250家，其中2025年达到210家。', [2027, 2025]],
    ['新增省级专精特新企业40家（2027年）。', [2027]],
  ])('%s', (sentence, expected) => {
    expect(years(inPlan(sentence))).toEqual(expected);
  });

  test('the nearest time word before the number wins', () => {
    expect(years(inPlan('2025年启动建设，到2027年建成园区4个，2028年入驻企业60家。'))).toEqual([2027, 2028]);
  });

  test('年内 and 今年 are the year of a one-year plan', () => {
    const d = readDocument(
      '临江市2025年现代纺织产业链工作要点\n一、重点任务\n（一）引进项目\n年内引进产业链项目20个，开工建设15个。',
    );
    expect(years(d)).toEqual([2025, 2025]);
  });
});

describe('the goals section', () => {
  test('its opening year governs until the next time word', () => {
    const d = inGoals('到2027年，产业规模稳步扩大。', '规上企业达到250家。', '创新能力增强，建成省级以上平台12个。');
    expect(years(d)).toEqual([2027, 2027]);
  });

  test('a later time word takes over', () => {
    const d = inGoals('到2026年，规上企业达到220家。', '到2027年，规上企业达到250家。', '园区达到4个。');
    expect(years(d)).toEqual([2026, 2027, 2027]);
  });

  test('it does not reach into the tasks that follow', () => {
    const d = readDocument(
      [
        '临江市现代纺织产业三年行动方案',
        '一、发展目标',
        '到2027年，规上企业达到250家。',
        '二、重点任务',
        '引进龙头企业5家。',
      ].join('\n'),
    );
    expect(years(d)).toEqual([2027, null]);
  });
});

describe('a base is not a target year', () => {
  test.each([
    ['到2027年，营业收入较2024年增长30%。', [2027]],
    ['到2027年，营业收入比2024年翻一番。', [2027]],
    ['以2024年为基数，到2027年营业收入达到240亿元。', [2027]],
    ['到2027年，自给率由2024年的45%提高到60%。', [2027]],
    ['到2027年，出口额达到2024年的2倍。', [2027]],
  ])('%s', (sentence, expected) => {
    expect(years(inGoals(sentence))).toEqual(expected);
  });
});

describe('every year', () => {
  test('每年 without years has none', () => {
    expect(years(inPlan('每年举办展会2场。'))).toEqual([null]);
  });

  test('每年 under “到2026年” is bound to it', () => {
    expect(years(inPlan('到2026年，每年攻克关键技术5项。'))).toEqual([2026]);
  });

  test('a dated duty before it does not bind 每年', () => {
    expect(years(inPlan('2025年上半年建成培训基地1个，每年培训技工2000人次。'))).toEqual([2025, null]);
  });
});

describe('several years in turn', () => {
  test('分别 hands out as many numbers as years', () => {
    expect(years(inPlan('2025年、2026年、2027年分别新增规上企业18家、20家和22家。'))).toEqual([2025, 2026, 2027]);
    expect(years(inPlan('2025—2027年分别引进项目12个、15个、20个。'))).toEqual([2025, 2026, 2027]);
  });

  test('各 gives each year the same number', () => {
    const d = inPlan('2025年、2026年各新增省级企业技术中心3家。');
    expect(d.indicators.map((i) => [i.year, i.value])).toEqual([
      [2025, 3],
      [2026, 3],
    ]);
  });
});

describe('no time at all', () => {
  test('is null in a plan of several years', () => {
    expect(years(inPlan('新增规上企业20家。'))).toEqual([null]);
  });

  test('is that year in a one-year plan', () => {
    const d = readDocument('临江市2025年现代纺织产业链工作要点\n一、重点任务\n（一）引进项目\n引进产业链项目20个。');
    expect(years(d)).toEqual([2025]);
  });

  test('a year in the heading governs what stands under it', () => {
    const d = readDocument(
      '临江市现代纺织产业三年行动方案\n一、重点任务\n（一）2026年任务\n新增规上企业20家。\n（二）2027年任务\n新增规上企业22家。',
    );
    expect(years(d)).toEqual([2026, 2027]);
  });

  test('the year in a quoted title governs nothing', () => {
    expect(years(inPlan('落实《临江市2024年招商方案》，引进龙头企业5家。'))).toEqual([null]);
  });
});
