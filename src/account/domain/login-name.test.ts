import { expect, test } from 'vitest';
import { checkLogin, normalLogin } from './login-name.ts';

test('a login is the same however it is typed', () => {
  expect(normalLogin('  ＬｉＫｅ ')).toBe('like');
});

test.each(['lk', 'li.ke_2-a', '李科', 'li@linjiang.example', '9527'])('%s may be a login', (typed) => {
  expect(checkLogin(typed).ok).toBe(true);
});

test.each(['', 'a', '-a', 'a b', 'a/b', 'a\u0000b', '<b>', 'x'.repeat(41), "a'--"])('“%s” may not', (typed) => {
  expect(checkLogin(typed).ok).toBe(false);
});
