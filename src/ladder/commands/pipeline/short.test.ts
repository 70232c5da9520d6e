import { expect, test } from 'vitest';
import type { Gap } from '../../domain/index.ts';
import { untilAfter } from './list.ts';
import { byWords } from './short.ts';

const gap = (on: string | null, years: number | null): Gap => ({
  ...{ fact: 'f', name: 'f', now: '1', needs: '2', limit: 'least' as const, short: '1', effort: 0.5 },
  ...{ on, years },
});

test('the day by which all is there is the last of the days; at what nobody can wait for there is none', () => {
  expect(byWords([[gap('2026-01-05', null)], [gap('2026-03-01', null)]])).toBe('到 2026-03-01 前后');
  expect(byWords([[gap(null, 2)], [gap(null, 3)]])).toBe('照去年的增势再过 3 年');
  expect(byWords([[gap('2026-01-05', null), gap(null, 1)]])).toBe('到 2026-01-05 前后，并且照去年的增势再过 1 年');
  expect(byWords([[gap('2026-01-05', null)], [gap(null, null)]])).toBeNull();
  expect(byWords([null])).toBeNull();
  expect(byWords([])).toBeNull();
});

test('so many months from a day end on the same day of the month, or on its last', () => {
  expect(untilAfter('2025-06-30', 6)).toBe('2025-12-30');
  expect(untilAfter('2025-08-31', 6)).toBe('2026-02-28');
  expect(untilAfter('2023-08-31', 6)).toBe('2024-02-29');
  expect(untilAfter('2025-12-15', 1)).toBe('2026-01-15');
});
