import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../model/index.ts';
import { holds } from './holds.ts';
import { leavesOf } from './model.ts';
import { parseFormula } from './parse.ts';

const of = (text: string, answers: Readonly<Record<string, AnswerValue>>): boolean | null => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  return holds(parsed.value, (id) => answers[id]);
};

describe('what a formula says', () => {
  test.each([
    ['a = yes', { a: 'yes' }, true],
    ['a = yes', { a: 'no' }, false],
    ['a != yes', { a: 'no' }, true],
    ['a = yes', {}, null],
    ['not a = yes', {}, null],
    ['not a = yes', { a: 'no' }, true],
    ['a answered', {}, false],
    ['not a answered', {}, true],
    ['n >= 12.5', { n: '12.50' }, true],
    ['n > 12.5', { n: '12.5' }, false],
    ['n >= 2', { n: '10' }, true],
    ['n < -1', { n: '-1.5' }, true],
    ['s >= 3', { s: 3 }, true],
    ['m has erp', { m: ['oa', 'erp'] }, true],
    ['m has erp', { m: ['oa'] }, false],
    ['m has erp', {}, null],
    ['a = yes or b = yes and c = yes', { a: 'yes', b: 'no', c: 'no' }, true],
    ['(a = yes or b = yes) and c = yes', { a: 'yes', b: 'no', c: 'no' }, false],
    ['a = yes or b = yes', { a: 'yes' }, true],
    ['a = yes and b = yes', { a: 'no' }, false],
    ['a = yes and b = yes', { a: 'yes' }, null],
    ['not (m has none) and mes-depth answered', { m: ['x'], 'mes-depth': ['y'] }, true],
  ] as const)('%s of %j', (text, answers, wanted) => {
    expect(of(text, answers)).toBe(wanted);
  });
});

test('what is no formula is refused with what stands there', () => {
  for (const [text, given] of [
    ['', '结束'],
    ['a', '结束'],
    ['a =', '结束'],
    ['a = yes and', '结束'],
    ['(a = yes', '结束'],
    ['a = yes b = no', 'b'],
    ['a like yes', 'like'],
    ['= yes', '='],
    ['a = “yes”', '“yes”'],
    ['a = yes; drop', '; drop'],
    [`${'('.repeat(40)}a = yes${')'.repeat(40)}`, '('],
    ['a = yes or '.repeat(60), 'a = yes or a = yes o'],
  ] as const) {
    const parsed = parseFormula(text);
    expect(parsed.ok ? 'ok' : `${parsed.refusals[0]?.code} ${parsed.refusals[0]?.given}`, text).toBe(
      `questionnaire-formula ${given}`,
    );
  }
});

test('its questions can be told', () => {
  const parsed = parseFormula('a = yes and (m has erp or not n >= 3)');
  expect(parsed.ok && leavesOf(parsed.value.root).map(({ question }) => question)).toEqual(['a', 'm', 'n']);
});
