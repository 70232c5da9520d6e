import { expect, test } from 'vitest';
import { innerCheck, outerCheck } from '../../../kernel/index.ts';
import type { FigureKind } from '../model/index.ts';
import { cleaned, emptyContent, figureFaults, takeCode } from './index.ts';

const body = '12345678';
const whole = (start: string, inner: string): string => {
  const first = `${start}${body}${inner}`;
  return first + outerCheck(first);
};
const good = whole('91360102', innerCheck(body));
const doubtful = whole('91360102', innerCheck(body) === '1' ? '2' : '1');
const strange = whole('A1360102', innerCheck(body));
const wrong = `${good.slice(0, 17)}${good.endsWith('0') ? '1' : '0'}`;
const codes = ({ refusals }: ReturnType<typeof takeCode>): string[] => refusals.map(({ code }) => code);

test('a code that keeps all rules is taken in any spelling, without a reason', () => {
  const spelled = ` ${good.slice(0, 8).toLowerCase()}　${good.slice(8)} `;
  expect(takeCode({ code: spelled, codeReason: '多余的' })).toEqual({ code: good, codeReason: null, refusals: [] });
});

test('a doubtful code needs a reason, which is kept; blanks are none', () => {
  expect(codes(takeCode({ code: doubtful, codeReason: null }))).toEqual([
    'credit-code-inner',
    'enterprise-code-reason',
  ]);
  expect(codes(takeCode({ code: strange, codeReason: ' ' }))).toEqual(['credit-code-kind', 'enterprise-code-reason']);
  expect(takeCode({ code: doubtful, codeReason: '核对过执照' })).toEqual({
    ...{ code: doubtful, codeReason: '核对过执照', refusals: [] },
  });
});

test.each([
  [wrong, 'credit-code-check'],
  [good.slice(0, 17), 'credit-code-length'],
  [`${good}0`, 'credit-code-length'],
  [good.replace('9', 'I'), 'credit-code-character'],
])('%s cannot be one, whatever is said for it', (code, fault) => {
  expect(codes(takeCode({ code, codeReason: '真的' }))).toEqual([fault]);
});

test('no code is no fault', () => {
  expect(takeCode({ code: '  ', codeReason: '以后补' })).toEqual({ code: null, codeReason: null, refusals: [] });
});

test('texts are stored in one spelling, nothing twice', () => {
  const given = {
    ...emptyContent,
    name: ' 甲\u200b  公司\n',
    otherNames: ['甲 公司', '乙', '乙 ', ''],
    products: ['纱', '纱', ' '],
  };
  expect(cleaned(given)).toMatchObject({ name: '甲 公司', otherNames: ['乙'], products: ['纱'] });
});

const kinds: readonly FigureKind[] = [
  { id: 'revenue', name: '营业收入', unit: '万元', decimals: 4, least: 0, most: 100, period: 'both' },
  { id: 'rd', name: '研发费用', unit: '万元', decimals: 4, least: null, most: null, period: 'year' },
];
test.each([
  ['2025', { revenue: 1_000_000 }, []],
  ['2025', { revenue: 1_000_001 }, ['enterprise-figure-most']],
  ['2025-03', { revenue: -1 }, ['enterprise-figure-least']],
  ['2025-03', { rd: 1 }, ['enterprise-figure-period']],
  ['2025', { rd: -5, nothing: 1 }, ['enterprise-figure-unknown']],
  ['2025', { revenue: null }, []],
])('%s %j', (period, figures, expected) => {
  expect(figureFaults(period, figures, kinds).map(({ code }) => code)).toEqual(expected);
});
