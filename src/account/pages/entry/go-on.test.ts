import { expect, test } from 'vitest';
import { pageAfter, placeOf } from './go-on.ts';

test.each([
  ['/plans?page=2#x', '/plans?page=2#x'],
  [undefined, '/'],
  ['', '/'],
  ['plans', '/'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/login?next=/login', '/'],
])('after coming in, %j leads to %s', (next, page) => {
  expect(pageAfter(next)).toBe(page);
});

test('while something is due only the own account is open', () => {
  expect(placeOf({ state: 'password-due' }, '/plans')).toBe('/me');
  expect(placeOf({ state: 'second-factor-due' }, '/plans')).toBe('/me');
  expect(placeOf({ state: 'open' }, '/plans')).toBe('/plans');
});
