import { describe, expect, test } from 'vitest';
import { inPlan, only, readDocument } from '../../../../tests/examples/document.ts';

const due = (text: string): readonly string[] =>
  only(inPlan(`1.建设园区。${text}（责任单位：市工信局）`).tasks).deadlines;

describe('a point in time by month', () => {
  test.each([
    ['2025年9月底前开工。', ['2025-09']],
    ['2025年9月30日前开工。', ['2025-09']],
    ['2025年9月前开工。', ['2025-09']],
    ['2025年底前建成。', ['2025-12']],
    ['2025年上半年建成。', ['2025-06']],
    ['2026年三季度建成。', ['2026-09']],
    ['2025年9月底前开工，2026年6月底前交付。', ['2025-09', '2026-06']],
    ['2025年3月、9月各举办1场对接会。', ['2025-03', '2025-09']],
    ['2025年9月底前开工，12月底前建成。', ['2025-09', '2025-12']],
    ['2026年底前交付，2025年6月底前开工。', ['2026-12', '2025-06']],
  ])('%s', (text, months) => {
    expect(due(text)).toEqual(months);
  });

  test('each month once', () => {
    expect(due('2025年9月底前开工，2025年9月底前供地。')).toEqual(['2025-09']);
  });

  test('完成时限 in the bracket of units counts too', () => {
    const task = only(inPlan('1.建设园区。加快推进。（责任单位：市工信局；完成时限：2025年12月）').tasks);
    expect(task.deadlines).toEqual(['2025-12']);
  });
});

describe('the year of a bare month', () => {
  test('comes from the sentence before', () => {
    expect(due('2026年启动二期。6月底前完成规划，年底前开工。')).toEqual(['2026-06', '2026-12']);
  });

  test('else from the document', () => {
    const d = readDocument(
      '临江市2025年现代纺织产业链工作要点\n一、重点任务\n1.建设园区。6月底前完成规划。（市工信局）',
    );
    expect(only(d.tasks).deadlines).toEqual(['2025-06']);
  });

  test('is unknown when neither says it: no date is made up', () => {
    const d = readDocument('关于加快园区建设的意见\n一、重点任务\n1.建设园区。6月底前完成规划。（市工信局）');
    expect(only(d.tasks).deadlines).toEqual([]);
  });
});

describe('no deadline', () => {
  test.each([
    '到2027年，建成园区4个。',
    '每年4月举办招聘会。',
    '每月底前报送进展。',
    '2025年1月至2026年6月期间受理申报。',
    '自2025年5月1日起施行。',
    '截至2024年12月，已建成园区3个。',
    '春节前后组织招聘。',
    '落实《临江市2025年6月工作安排》。',
  ])('%s', (text) => {
    expect(due(text)).toEqual([]);
  });
});
