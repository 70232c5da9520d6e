import { describe, expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';
import { windowOf } from './window.ts';

test.each([
  ['2025年5月1日至2026年12月31日期间，对新建项目给予补助', '2025-05-01', '2026-12-31'],
  ['2025年5月1日-12月31日，对新建项目给予补助', '2025-05-01', '2025-12-31'],
  ['2025年5月1日起至2025年12月31日止', '2025-05-01', '2025-12-31'],
])('%s', (text, from, to) => {
  expect(windowOf(text)).toEqual({ from, to });
});

test.each(['对新建项目给予补助', '2025年5月1日前申报', '自2025年5月1日起施行'])('none: %s', (text) => {
  expect(windowOf(text)).toEqual({ from: null, to: null });
});

describe('in a document', () => {
  test('the window stands with the award of its item only', () => {
    const two = inPolicy(
      '1.2025年5月1日至2026年12月31日期间，对首次上规的企业，奖励10万元。',
      '2.对获评的企业，奖励20万元。',
    ).clauses;
    expect(two.map((c) => [c.windowFrom, c.windowTo])).toEqual([
      ['2025-05-01', '2026-12-31'],
      [null, null],
    ]);
  });
});
