import { expect, test } from 'vitest';
import { inState, type Standing } from './state.ts';

const now = '2025-03-01T08:00:00.000Z';
const open: Standing = {
  complete: true,
  passwordDueAt: null,
  mustChangePassword: false,
  secondFactorBound: false,
  secondFactorNeeded: false,
};

test.each([
  ['nothing is missing', {}, 'open'],
  ['the code is missing', { complete: false, mustChangePassword: true }, 'second-factor'],
  ['a password is due', { passwordDueAt: now, secondFactorNeeded: true }, 'password-due'],
  ['a password will be due', { passwordDueAt: '2025-03-01T08:00:00.001Z' }, 'open'],
  ['a password was handed out', { mustChangePassword: true }, 'password-due'],
  ['an authenticator is due', { secondFactorNeeded: true }, 'second-factor-due'],
  ['an authenticator is bound', { secondFactorNeeded: true, secondFactorBound: true }, 'open'],
] as const)('%s', (_what, changed, state) => {
  expect(inState({ ...open, ...changed }, now)).toBe(state);
});
