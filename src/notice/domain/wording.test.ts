import { expect, test } from 'vitest';
import { preferencesOf } from './preference.ts';
import { mailOf, maskedAddress } from './wording.ts';

const told = { kind: 'todo', title: '收到交办', text: '请于3月底前报送。', link: '/work/0000000001' } as const;

test('a mail says what, and where to go', () => {
  const mail = mailOf(told, 'https://jingwei.linjiang.example/');
  expect(mail.subject).toBe('【待办】收到交办');
  expect(mail.text).toContain('请于3月底前报送。\n\n请打开：https://jingwei.linjiang.example/work/0000000001\n');
  expect(mailOf(told, null).text).toContain('请登录经纬查看。');
  expect(mailOf({ ...told, link: null }, null).text).not.toContain('请登录');
});

test.each([
  ['zhang.gong@linjiang.example', 'z***@linjiang.example'],
  ['a@b', 'a***@b'],
  ['@b', '***'],
  ['no address', '***'],
])('%s is shown as %s', (address, shown) => {
  expect(maskedAddress(address)).toBe(shown);
});

test('what a person has not chosen is as usual', () => {
  const kinds = preferencesOf([{ kind: 'todo', mail: false }]);
  expect(kinds.find(({ kind }) => kind === 'todo')?.mail).toBe(false);
  expect(kinds.find(({ kind }) => kind === 'due')?.mail).toBe(true);
  expect(kinds.find(({ kind }) => kind === 'plan')?.mail).toBe(false);
});
