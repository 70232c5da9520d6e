import { expect, test } from 'vitest';
import { grantsByYear } from './index.ts';

test('a grant counts in the year of its document and again in the year in which it is paid', () => {
  expect(
    grantsByYear([
      { grantedOn: '2024-12-31', amountFen: 100, paidYear: 2025 },
      { grantedOn: '2025-01-01', amountFen: 20, paidYear: 2025 },
      { grantedOn: '2025-06-01', amountFen: 3, paidYear: null },
    ]),
  ).toEqual([
    { year: 2025, grantedFen: 23, paidFen: 120 },
    { year: 2024, grantedFen: 100, paidFen: 0 },
  ]);
  expect(grantsByYear([])).toEqual([]);
});
