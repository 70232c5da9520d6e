import { expect, test } from 'vitest';
import type { DispatchSettingsJson } from '../../contract.ts';
import { checkRules, ruleKinds, usualRules } from '../../domain/index.ts';
import { ruleFields, ruleOf, ruleWords, valuesOf } from './settings-form.ts';

const usual = structuredClone(usualRules) as unknown as DispatchSettingsJson['rules'];
const rules = { ...usual, sign: '临链督' };

test.each(ruleKinds)('%s: what a form shows and sends is the same rule', (kind) => {
  const values = valuesOf(kind, rules);
  expect(ruleOf(kind, values)).toEqual({ kind, content: rules[kind] });
  const named = ruleFields[kind].map(({ name }) => name);
  expect(Object.keys(values).sort()).toEqual([...named].sort());
  const { content } = ruleOf(kind, values);
  expect(checkRules(kind, content as never).ok).toBe(true);
  expect(ruleWords(ruleOf(kind, values))).toMatch(/。$/u);
  expect(ruleWords({ kind, content: null } as never)).toBe('按上级地区的。');
});

test('a kind of cycle that is not run sends none, and days to remind are read however they are parted', () => {
  const values = { ...valuesOf('cycle', rules), yearly: false, 'monthly-remind': '3，1 0、1', 'quarterly-due': -2 };
  const rule = ruleOf('cycle', values);
  expect(rule).toMatchObject({ content: { yearly: null, monthly: { remind: [3, 1, 0] }, quarterly: { due: -2 } } });
  expect(ruleWords(rule)).toBe(
    '月调度：期末最后一个工作日截止，提前 5 个工作日开始填报，截止前 3、1、0 个工作日提醒。' +
      '季督查：期末最后一个工作日之前 2 个工作日截止，提前 5 个工作日开始填报，截止前 2、0 个工作日提醒。不搞年交账。',
  );
});
