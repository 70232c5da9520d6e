import { expect, test } from 'vitest';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { figuresOf, withFigures } from './proposal.ts';

const policy = policyWith([clauseWith({})], {
  parameters: [
    {
      ...{ id: 'top', name: '上限', reason: '文件写“原则上”' },
      values: [
        { from: '2027-01-01', value: '300万元' },
        { from: null, value: '200万元' },
      ],
    },
    { id: 'rate', name: '比例', reason: null, values: [{ from: '2026-01-01', value: '8.5%' }] },
    { id: 'half', name: '一半', reason: null, values: [{ from: null, value: 'top / 2' }] },
  ],
});

test('figures of a day come with unit, bounds and what begins later', () => {
  expect(figuresOf(policy, '2026-06-30')).toEqual([
    {
      ...{ id: 'top', name: '上限', reason: '文件写“原则上”', value: '200万元' },
      ...{ plain: { digits: '200', unit: '万元' }, bounds: { least: 0, most: null } },
      later: [{ from: '2027-01-01', value: '300万元' }],
    },
    {
      ...{ id: 'rate', name: '比例', reason: null, value: '8.5%' },
      ...{ plain: { digits: '8.5', unit: '%' }, bounds: { least: 0, most: 100 }, later: [] },
    },
    {
      ...{ id: 'half', name: '一半', reason: null, value: 'top / 2' },
      ...{ plain: null, bounds: { least: 0, most: null }, later: [] },
    },
  ]);
  expect(figuresOf(policy, '2025-12-31')[1]?.value).toBeNull();
});

test('a change from a day leaves what lies before as it was', () => {
  const changed = withFigures(policy, [{ parameter: 'top', value: '250万元', from: '2026-07-01' }]);
  expect(changed.parameters[0]?.values).toEqual([
    { from: null, value: '200万元' },
    { from: '2026-07-01', value: '250万元' },
  ]);
  expect(changed.parameters.slice(1)).toEqual(policy.parameters.slice(1));
});

test('a change without a day holds for ever; two changes of one figure follow each other', () => {
  const changed = withFigures(policy, [
    { parameter: 'top', value: '100万元', from: '2028-01-01' },
    { parameter: 'top', value: '150万元', from: null },
  ]);
  expect(changed.parameters[0]?.values).toEqual([
    { from: null, value: '150万元' },
    { from: '2028-01-01', value: '100万元' },
  ]);
});
