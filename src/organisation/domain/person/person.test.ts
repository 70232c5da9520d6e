import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMasked, masked } from './mask.ts';
import { isBankAccount, isCreditCode, isEmail, isIdNumber, isPhone } from './numbers.ts';

describe('masked', () => {
  test.each([
    ['phone', '13800001234', '138****1234'],
    ['phone', '0791-8612345', '079*****2345'],
    ['phone', '8612345', '*******'],
    ['idNumber', '11010519491231002X', '110***********002X'],
    ['bankAccount', '6222020200112233', '6222********2233'],
    ['phone', '1', '****'],
  ] as const)('%s %s shows as %s', (field, value, wanted) => expect(masked(field, value)).toBe(wanted));

  test('never shows more than it hides when short, and null stays null', () => {
    expect(masked('phone', null)).toBeNull();
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (value) => {
        const shown = masked('idNumber', value)!;
        expect(shown).not.toBe(value);
        expect(isMasked(shown)).toBe(true);
        expect([...shown].filter((sign) => sign === '*').length).toBeGreaterThanOrEqual(Math.min(4, value.length));
      }),
    );
  });
});

describe('numbers', () => {
  test('an identification number fits its last character (the example of GB 11643)', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
    expect(isIdNumber('1101051949123100')).toBe(false);
  });

  test('a credit code fits its last character, and any one other character does not', () => {
    const good = '91350100M000100Y43';
    expect(isCreditCode(good)).toBe(true);
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const other of characters) if (other !== '3') expect(isCreditCode(good.slice(0, 17) + other)).toBe(false);
    expect(isCreditCode('91350100M000100Y4I')).toBe(false);
    expect(isCreditCode('')).toBe(false);
  });

  test.each(['13800001234', '0791-86123456', '+8613800001234', '86123456转801'])('%s can be dialled', (text) =>
    expect(isPhone(text)).toBe(true),
  );
  test.each(['138', 'abc', '138 0000 1234', '138****1234'])('%s cannot', (text) => expect(isPhone(text)).toBe(false));

  test('addresses and accounts', () => {
    expect(isEmail('gongxinju@linjiang.example')).toBe(true);
    expect(isEmail('linjiang')).toBe(false);
    expect(isBankAccount('6222020200112233')).toBe(true);
    expect(isBankAccount('6222')).toBe(false);
  });
});
