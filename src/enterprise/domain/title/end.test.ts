import { expect, test } from 'vitest';
import { titleEnd } from './index.ts';

test.each([
  ['2023-06-30', 3, '2026-06-30'],
  ['2024-02-29', 3, '2027-03-01'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2024-12-31', 1, '2025-12-31'],
  ['2024-01-01', null, null],
])('%s for %s years ends on %s', (given, years, end) => {
  expect(titleEnd(given, years)).toBe(end);
});
