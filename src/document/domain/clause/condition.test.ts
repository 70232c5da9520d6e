import { expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';

const clauses = (text: string) => inPolicy(`1.${text}`).clauses;

test.each([
  ['对首次上规的企业，一次性奖励10万元。', '首次上规的企业', '企业'],
  ['对新引进的博士，每人每月给予3000元补贴。', '新引进的博士', '博士'],
  ['对年营业收入首次突破1亿元的企业，奖励20万元。', '年营业收入首次突破1亿元的企业', '企业'],
])('%s', (text, condition, subject) => {
  const [c] = clauses(text);
  expect([c!.condition, c!.subject]).toEqual([condition, subject]);
});

test('each member of a list has its own condition', () => {
  const conditions = clauses('对省级、市级企业技术中心，分别给予50万元、20万元奖励。').map((c) => c.condition);
  expect(conditions[0]).toContain('省级');
  expect(conditions[0]).not.toContain('市级');
  expect(conditions[1]).toContain('市级');
});

test('two beneficiaries in one item do not mix', () => {
  const two = clauses('对首次上规的企业，奖励10万元；对入选的服务机构，奖励5万元。');
  expect(two.map((c) => c.condition)).toEqual(['首次上规的企业', '入选的服务机构']);
});
