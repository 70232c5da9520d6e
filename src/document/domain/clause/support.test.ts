import { describe, expect, test } from 'vitest';
import { inPlan, inPolicy } from '../../../../tests/examples/document.ts';

describe('support: money for somebody with a number', () => {
  test.each([
    '对首次上规的企业，一次性奖励10万元。',
    '对企业技术改造，按设备投资额的10%给予补助。',
    '对企业检测费用，给予全额补贴。',
  ])('%s', (text) => {
    expect(inPolicy(`1.${text}`).clauses).toHaveLength(1);
  });

  test('wherever it stands, in a plan too', () => {
    expect(inPlan('1.培育企业。对首次上规的企业，一次性奖励10万元。（市工信局）').clauses.map((c) => c.amount)).toEqual(
      [10],
    );
  });
});

describe('no support', () => {
  test.each([
    '加大对企业的奖励和补助力度。',
    '力争全年发放贷款50亿元。',
    '完成技改投资150亿元，增长12%。',
    '已累计兑现奖励资金5000万元。',
    '到2027年，营业收入达到240亿元。',
    '争取上级资金2亿元。',
  ])('%s', (text) => {
    expect(inPolicy(`1.${text}`).clauses).toEqual([]);
  });
});

test('an award points at its own words', () => {
  const text = '1.对首次上规的企业，一次性奖励10万元；对获评的企业，奖励20万元。';
  const places = inPolicy(text).clauses.map((c) => c.text);
  expect(places[0]).toContain('10万元');
  expect(places[0]).not.toContain('20万元');
  expect(places[1]).toContain('20万元');
});
