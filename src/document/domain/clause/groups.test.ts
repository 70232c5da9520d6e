import { describe, expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';

const clauses = (...text: string[]) => inPolicy(...text).clauses;

describe('amounts said in one breath', () => {
  const grades = clauses('1.对新认定的国家级、省级、市级企业技术中心，分别给予100万元、50万元、20万元奖励。');

  test('are one record each, in one series', () => {
    expect(grades.map((c) => c.amount)).toEqual([100, 50, 20]);
    expect(new Set(grades.map((c) => c.series)).size).toBe(1);
    expect(grades[0]!.series).not.toBeNull();
  });

  test('grades of a title are no tiers', () => {
    expect(grades.map((c) => c.kind)).toEqual(['fixed', 'fixed', 'fixed']);
  });

  test('a single award belongs to no series', () => {
    expect(clauses('1.对首次上规的企业，一次性奖励10万元。')[0]!.series).toBeNull();
  });

  test('the next series has another name', () => {
    const two = clauses('1.对省级、市级平台，分别奖励50万元、20万元。', '2.对省级、市级园区，分别奖励80万元、30万元。');
    expect(new Set(two.map((c) => c.series)).size).toBe(2);
  });
});

describe('tiers differ only by the band of one quantity', () => {
  test('bands of turnover', () => {
    const tiers = clauses('1.对年营业收入首次突破1亿元、5亿元、10亿元的企业，分别给予20万元、50万元、100万元奖励。');
    expect(tiers.map((c) => [c.kind, c.amount])).toEqual([
      ['tiered', 20],
      ['tiered', 50],
      ['tiered', 100],
    ]);
  });

  test('rates and caps by bands of investment', () => {
    const tiers = clauses(
      '1.对投资额1000万元（含）—5000万元、5000万元（含）以上的项目，分别按投资额的5%、8%给予补助，最高分别不超过200万元、500万元。',
    );
    expect(tiers.map((c) => [c.kind, c.rate, c.cap])).toEqual([
      ['tiered', 5, 200],
      ['tiered', 8, 500],
    ]);
  });
});

describe('caps', () => {
  test('in the next sentence reach back over the award', () => {
    const [c] = clauses('1.对企业参展，按展位费的50%给予补贴。单个企业每年最高20万元。');
    expect([c!.kind, c!.rate, c!.cap]).toEqual(['rate+cap', 50, 20]);
  });

  test('over a whole series', () => {
    const series = clauses('1.对参加国际、国内展会的企业，分别按展位费的80%、50%给予补贴，单个企业最高20万元。');
    expect(series.map((c) => [c.rate, c.cap])).toEqual([
      [80, 20],
      [50, 20],
    ]);
  });

  test('do not reach over to another beneficiary', () => {
    const two = clauses('1.对首次上规的企业，奖励10万元；对企业技改，按投资额的10%给予补助，最高200万元。');
    expect(two.map((c) => [c.amount, c.rate, c.cap])).toEqual([
      [10, null, null],
      [null, 10, 200],
    ]);
  });

  test('an award that is only a cap is one of its own', () => {
    const two = clauses('1.对国家级平台给予最高100万元奖励；对省级平台给予最高50万元奖励。');
    expect(two.map((c) => [c.amount, c.cap])).toEqual([
      [null, 100],
      [null, 50],
    ]);
  });
});

describe('instalments of a sum already counted', () => {
  test('make no awards of their own', () => {
    expect(clauses('1.对获评企业，分两年给予20万元奖励，其中首年12万元、次年8万元。').map((c) => c.amount)).toEqual([
      20,
    ]);
  });
});

test('stages of one subsidy are records of one series', () => {
  const stages = clauses('1.对厂房租金，前两年按80%、后三年按50%给予补贴。');
  expect(stages.map((c) => c.rate)).toEqual([80, 50]);
  expect(stages[0]!.series).toBe(stages[1]!.series);
});
