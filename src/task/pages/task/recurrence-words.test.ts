import { expect, test } from 'vitest';
import { recurrenceWords } from './recurrence-words.ts';

test('a rhythm is said in a sentence', () => {
  const every = { kind: 'every', every: 3, times: 1, months: [], day: null, what: null } as const;
  expect(recurrenceWords({ ...every, months: [] })).toBe('每季度 1 次。');
  expect(recurrenceWords({ ...every, every: 12, times: 2, months: [5, 10], day: 20, what: '开推进会' })).toBe(
    '每年 2 次（5月、10月），当月 20 日前：开推进会。',
  );
  expect(recurrenceWords({ kind: 'dated', months: ['2025-06', '2025-09'], times: 1, what: '办一场对接' })).toBe(
    '2025年6月、2025年9月各 1 次：办一场对接。',
  );
});
