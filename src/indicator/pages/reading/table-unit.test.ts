import { expect, test } from 'vitest';
import { inTable, tableUnitOf } from './table-unit.ts';

const money = { unit: '万元', decimals: 2 };
const shown = (values: readonly bigint[], written = money) => {
  const unit = tableUnitOf(values, written);
  return [unit.unit, ...values.map((value) => inTable(value, unit))];
};

test('the greatest figure decides the unit of all', () => {
  expect(shown([22_412_345_678n, 1_234_567n, 0n])).toEqual(['亿元', '22,412.35', '1.23', '0']);
  expect(shown([999_999n, -5_000n])).toEqual(['万元', '9,999.99', '−50']);
  expect(shown([1_000_000n])).toEqual(['亿元', '1']);
});

test('what has no greater unit stays, and an empty table has its own', () => {
  expect(shown([123_456n], { unit: '家', decimals: 0 })).toEqual(['家', '123,456']);
  expect(shown([2_150n], { unit: '%', decimals: 2 })).toEqual(['%', '21.5']);
  expect(shown([])).toEqual(['万元']);
});
