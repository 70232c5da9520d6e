import { expect, test } from 'vitest';
import { checkPassword } from './rules.ts';

const owner = { login: 'zhouchao', personName: '周超' };
const codes = (password: string): string[] => {
  const judged = checkPassword(password, owner);
  return judged.ok ? [] : judged.refusals.map(({ code }) => code);
};

test.each([
  'Silk-road-9',
  'river7Stone!',
  '丝绸之路-2025年春',
  'correct horse battery staple',
  'nine small ducks swim',
])('“%s” is good enough', (password) => {
  expect(codes(password)).toEqual([]);
});

test.each([
  ['Ab1!', ['password-too-short', 'password-repeats']],
  ['rivernstone', ['password-too-plain']],
  ['river7stone', ['password-too-plain']],
  ['Aa1!Aa1!Aa1!', ['password-repeats']],
  ['aaaaaaaaaaaaaaaaaaaa', ['password-repeats']],
  ['Zhouchao-2025', ['password-holds-name']],
  ['周超的新口令Ab12', ['password-holds-name']],
  ['Password@2025', ['password-common']],
  ['P@ssw0rd!123', ['password-common']],
  ['Admin-Admin-88', ['password-common']],
  ['Jingwei@2025', ['password-common']],
  ['1qaz@WSX3edc', ['password-common']],
  ['Qwertyuiop1!', ['password-common']],
  ['Abcdefgh-123', ['password-common']],
  ['12345678901234567890', ['password-common']],
  [`${'Ab1!x'.repeat(30)}`, ['password-too-long']],
])('“%s” is refused: %j', (password, reasons) => {
  expect(codes(password)).toEqual(reasons);
});

test('what is refused is never told back', () => {
  const judged = checkPassword('short', owner);
  expect(JSON.stringify(judged)).not.toContain('"short"');
});
