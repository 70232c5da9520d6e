import { describe, expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';

/** What each number of a support clause was read as. */
const read = (text: string) =>
  inPolicy(`1.${text}`).clauses.map((c) => {
    const entries = Object.entries({
      kind: c.kind,
      amount: c.amount,
      amountMin: c.amountMin,
      amountMax: c.amountMax,
      rate: c.rate,
      rateMin: c.rateMin,
      rateMax: c.rateMax,
      cap: c.cap,
      floor: c.floor,
    });
    return Object.fromEntries(entries.filter(([, v]) => v !== null));
  });

describe('an amount', () => {
  test.each([
    ['对首次上规的企业，一次性奖励10万元。', { kind: 'fixed', amount: 10 }],
    ['对首次上规的企业，给予2000元奖励。', { kind: 'fixed', amount: 0.2 }],
    ['对引进的总部企业，给予1亿元奖励。', { kind: 'fixed', amount: 10_000 }],
    ['对获评的企业，给予80~100万元奖励。', { kind: 'fixed', amountMin: 80, amountMax: 100 }],
    ['对获评的企业，给予最高30万元奖励。', { kind: 'fixed', cap: 30 }],
    ['对获评的企业，给予不超过30万元奖励。', { kind: 'fixed', cap: 30 }],
    ['对企业新增岗位，每个奖励1万元，最高不超过20万元。', { kind: 'fixed', amount: 1, cap: 20 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a rate', () => {
  test.each([
    ['对企业技术改造，按设备投资额的10%给予补助。', { kind: 'rate', rate: 10 }],
    ['对企业技术改造，按设备投资额的10%给予补助，最高200万元。', { kind: 'rate+cap', rate: 10, cap: 200 }],
    ['对企业技术改造，给予设备投资额8‰的补助。', { kind: 'rate', rate: 0.8 }],
    ['对企业研发，按投入的5%—20%给予补助，最高100万元。', { kind: 'rate+cap', rateMin: 5, rateMax: 20, cap: 100 }],
    ['对企业检测费用，给予全额补贴。', { kind: 'rate', rate: 100 }],
    ['对获得省级资金的项目，市财政按1:1给予配套。', { kind: 'rate', rate: 100 }],
    ['对企业展位费，按一半给予补贴，最高20万元。', { kind: 'rate+cap', rate: 50, cap: 20 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('with what it is taken of', () => {
    expect(inPolicy('1.对企业技术改造，按设备投资额的10%给予补助。').clauses[0]!.base).toBe('设备投资额');
  });
});

describe('thresholds, floors and other numbers', () => {
  test('the bound of a condition is no amount', () => {
    expect(read('对年营业收入首次突破1亿元的企业，奖励20万元。')).toEqual([{ kind: 'fixed', amount: 20 }]);
    expect(read('对投资5000万元以上的项目，奖励20万元。')).toEqual([{ kind: 'fixed', amount: 20 }]);
  });

  test('what is not paid below is the floor', () => {
    expect(read('对企业研发，按投入的20%给予补助，低于5万元的不予补助。')).toEqual([
      { kind: 'rate', rate: 20, floor: 5 },
    ]);
  });

  test.each([
    '对企业贷款给予最高500万元的担保。',
    '设立总规模20亿元的产业基金。',
    '对重大项目实行“一事一议”。',
    '引导银行发放贷款50亿元。',
    '企业所得税税率为15%。',
  ])('none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each(['近年来，全市累计兑现奖励资金5000万元。', '2024年共发放补贴3000万元。'])(
    'what was paid in the past is none: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('what one is paid for', () => {
  test.each([
    ['对新引进的博士，每人每月给予3000元生活补贴。', '人/月'],
    ['对新建厂房，按每平方米200元给予补助。', '平方米'],
    ['对出口企业，按400元/标箱给予补助。', '标箱'],
    ['对首次上规的企业，一次性奖励10万元。', null],
  ])('%s', (text, per) => {
    expect(inPolicy(`1.${text}`).clauses.map((c) => c.per)).toEqual([per]);
  });
});
