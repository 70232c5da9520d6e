import { describe, expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';
import { generalPayer, matcherOf, payerOf, payersInTurn } from './payer.ts';

describe('payerOf', () => {
  test.each([
    ['对获评企业，由受益财政给予10万元奖励', '受益财政'],
    ['对获评企业，市级财政给予10万元奖励', '市级财政'],
    ['对获评企业，由市、县（区）财政给予10万元奖励', '市、县（区）财政'],
    ['对获评企业，由临江高新区财政给予10万元奖励', '临江高新区财政'],
    ['对获评企业给予10万元奖励，从市产业发展专项资金中列支', '市产业发展专项资金'],
  ])('%s', (text, payer) => {
    expect(payerOf(text)).toBe(payer);
  });

  test.each(['对获评企业给予10万元奖励', '由市财政局审核后给予奖励', '积极争取上级财政支持'])('none: %s', (text) => {
    expect(payerOf(text)).toBeNull();
  });
});

test('the payers one by one', () => {
  expect(payersInTurn('由市级财政和受益财政分别给予')).toEqual(['市级财政', '受益财政']);
  expect(payersInTurn('由受益财政给予')).toEqual([]);
});

test('who pays for everything in the item', () => {
  expect(generalPayer('奖补资金由各级受益财政分担。')).toBe('各级受益财政');
  expect(generalPayer('奖补资金及时拨付到位。')).toBeNull();
});

test('who adds the same again', () => {
  expect(matcherOf('对获省级奖励30万元的企业，市财政再等额奖励。')).toBe('市财政');
  expect(matcherOf('对获省级奖励的企业，市财政奖励30万元。')).toBeNull();
});

describe('in a document', () => {
  test('two payers of one award are two records', () => {
    const two = inPolicy('1.对新认定的企业技术中心，由市级财政和受益财政分别给予30万元、10万元奖励。').clauses;
    expect(two.map((c) => [c.payer, c.amount])).toEqual([
      ['市级财政', 30],
      ['受益财政', 10],
    ]);
  });

  test('a general sentence speaks for its own item, not for the next', () => {
    const two = inPolicy(
      '1.对首次上规的企业，奖励10万元。奖补资金由各级受益财政分担。',
      '2.对获评的企业，奖励20万元。',
    ).clauses;
    expect(two.map((c) => c.payer)).toEqual(['各级受益财政', null]);
  });
});
