import { expect, test } from 'vitest';
import { addressLockout, codeLockout, delayAfter, loginLockout } from './lockout.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 60],
  [6, 120],
  [7, 240],
  [11, 3600],
  [12, 3600],
  [1000, 3600],
])('after %i failures of a login: %i seconds', (failures, seconds) => {
  expect(delayAfter(loginLockout, failures)).toBe(seconds);
});

test('waiting never gets shorter, and an address waits later than a login', () => {
  for (const lockout of [loginLockout, addressLockout, codeLockout])
    for (let failures = 0; failures < 60; failures++)
      expect(delayAfter(lockout, failures + 1)).toBeGreaterThanOrEqual(delayAfter(lockout, failures));
  expect(delayAfter(addressLockout, 49)).toBe(0);
  expect(delayAfter(addressLockout, 50)).toBe(60);
});

test('somebody who tries codes without end finds fewer than thirty a day', () => {
  let [seconds, tries] = [0, 0];
  while (seconds < 24 * 3600) seconds += delayAfter(codeLockout, ++tries);
  expect(tries).toBeLessThan(35);
});
