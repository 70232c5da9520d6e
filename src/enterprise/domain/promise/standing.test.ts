import { expect, test } from 'vitest';
import { type Promised, promiseStanding } from './index.ts';

const promised: Promised = { kind: 'revenue', dueOn: '2025-12-31', amount: 1000, outcome: null, outcomeOn: null };
const stands = (more: Partial<Promised>, measured: number | null, on: string): string => {
  const { state, by } = promiseStanding({ ...promised, ...more }, measured, on);
  return `${state} ${by}`;
};

test.each([
  ['before its day nothing is late', {}, null, '2025-12-31', 'open day'],
  ['the day after it is', {}, null, '2026-01-01', 'late day'],
  ['a figure that just reaches it keeps it', {}, 1000, '2026-03-01', 'kept register'],
  ['also before its day', {}, 1000, '2025-06-01', 'kept register'],
  ['one below breaks it, but not before its day', {}, 999, '2025-12-31', 'open day'],
  ['and then does', {}, 999, '2026-01-01', 'broken register'],
  ['what a person says goes before', { outcome: 'kept', outcomeOn: '2026-02-01' }, 999, '2026-02-01', 'kept person'],
  [
    'but not on a day before he said it',
    { outcome: 'kept', outcomeOn: '2026-02-01' },
    999,
    '2026-01-31',
    'broken register',
  ],
  ['what nobody counts is late', { kind: 'service', amount: null }, null, '2026-01-01', 'late day'],
  ['land is said by people, whatever was given', { kind: 'land' }, 5000, '2026-01-01', 'late day'],
  ['what was granted may have been for something else', { kind: 'reward' }, 5000, '2026-01-01', 'late day'],
] as const)('%s', (_, more, measured, on, expected) => {
  expect(stands(more, measured, on)).toBe(expected);
});
