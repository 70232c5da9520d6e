import { expect, test } from 'vitest';
import { mostTries, waitBefore } from './retry.ts';

test('each wait is longer than the one before, whatever the chance, and there is an end', () => {
  const least = Array.from({ length: mostTries }, (_, at) => waitBefore(at + 1, 0));
  const most = Array.from({ length: mostTries }, (_, at) => waitBefore(at + 1, 0.999));
  expect(least).toEqual([23, 90, 450, 1350, 2700, 5400, 10_800, 21_600, null]);
  for (let at = 1; at < mostTries - 1; at += 1) expect(least[at]!).toBeGreaterThan(most[at - 1]!);
  expect(waitBefore(mostTries + 5, 0.5)).toBeNull();
});
