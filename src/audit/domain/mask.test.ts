import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { changesOf, isCut, keptChanges, longestChanges } from './changes.ts';
import { masked, maskedText } from './mask.ts';

const digest = (text: string) => `sm3:${createHash('sm3').update(text).digest('hex')}`;

describe('masks', () => {
  test.each([
    ['phone', '13812341234', '138****1234'],
    ['contact.mobile', 13812341234, '138****1234'],
    ['telephone', '0791-88881234', '079******1234'],
    ['idNumber', '36010219900307123X', '360***********123X'],
    ['id_number', '36010219900307123X', '360***********123X'],
    ['bankAccount', '6222021234567890128', '***************0128'],
    ['email', 'zhang.gong@linjiang.example', 'z***@linjiang.example'],
    ['email', '没有', '**'],
    ['newPassword', 'hunter2', '******'],
    ['totpSecret', 'JBSWY3DP', '******'],
    ['recoveryCodes', ['a-b', 'c-d'], '******'],
    ['apiKey', 'k', '******'],
    ['mustChangePassword', true, true],
    ['phone', null, null],
    ['phone', '12', '**'],
    ['footprint', '45亩', '45亩'],
    ['value', 400, 400],
  ])('%s %j', (field, value, expected) => {
    expect(masked(field, value)).toBe(expected);
  });

  test('inside lists and objects by the names there, and by form in running text', () => {
    expect(
      masked('people', [{ name: '张工', phone: '13812341234', note: '也可打13987654321，或写信到 a.b@c.example' }]),
    ).toEqual([{ name: '张工', phone: '138****1234', note: '也可打139****4321，或写信到 a***@c.example' }]);
    expect(maskedText('身份证36010219900307123X，卡号6222021234567890128')).toBe(
      '身份证360***********123X，卡号***************0128',
    );
  });

  test('numbers that are none of these stay', () => {
    for (const text of [
      '到2027年营业收入400亿元',
      '91360100MA35ABCD1X',
      '20250301123456',
      '1234567890123456789',
      '12345.6',
    ])
      expect(maskedText(text)).toBe(text);
  });

  test('no telephone, identity or card number comes through, wherever it stands', () => {
    const words = fc.string({ unit: fc.constantFrom(...'临江市，a. \n电话') });
    const number = fc.constantFrom('13812345678', '360102199003071234', '6222021234567890128');
    fc.assert(
      fc.property(words, number, words, (before, secret, after) => {
        const text = maskedText(before + secret + after);
        expect(text).not.toContain(secret);
        expect(maskedText(text)).toBe(text);
      }),
    );
  });
});

describe('changes', () => {
  test('are the named fields that differ, whatever the order inside them', () => {
    const before = { title: '甲', head: { a: 1, b: 2 }, note: 'x', other: 1 };
    const after = { title: '乙', head: { b: 2, a: 1 }, note: 'x', other: 2 };
    expect(changesOf(before, after, ['title', 'head', 'note'])).toEqual([
      { field: 'title', before: '甲', after: '乙' },
    ]);
    expect(changesOf(null, after, ['title', 'note'])).toEqual([
      { field: 'title', before: null, after: '乙' },
      { field: 'note', before: null, after: 'x' },
    ]);
  });

  test('a long value keeps its beginning and the digest of all of it, masked before', () => {
    const long = `13812341234${'字'.repeat(5000)}`;
    const [change] = JSON.parse(keptChanges([{ field: 'text', before: null, after: long }], digest));
    expect(change.after).toEqual({
      begins: `138****1234${'字'.repeat(189)}`,
      length: 5013,
      digest: digest(JSON.stringify(maskedText(long))),
    });
    expect(isCut(change.after)).toBe(true);
  });

  test('more than an entry holds are counted, with the digest of all of them', () => {
    const many = Array.from({ length: 3000 }, (_, number) => ({
      field: `f${number}`,
      before: null,
      after: 'x'.repeat(200),
    }));
    const text = keptChanges(many, digest);
    expect(text.length).toBeLessThan(longestChanges + 1000);
    const kept = JSON.parse(text);
    expect(kept.at(-1)).toMatchObject({ field: 'more', after: { count: many.length - kept.length + 1 } });
  });
});

test('canonical JSON as RFC 8785 shows it', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  expect(canonicalJson({ '\ud83d\ude00': 1, '\ufb33': 2, a: undefined })).toBe('{"\ud83d\ude00":1,"\ufb33":2}');
  fc.assert(
    fc.property(fc.json(), (json) => {
      const text = canonicalJson(JSON.parse(json));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
