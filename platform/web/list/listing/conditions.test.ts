import { expect, test } from 'vitest';
import type { ListFields, ListFilter } from '../../../http/list-query.ts';
import { conditionWords, filterForm, filterTyped, filterValues } from './conditions.ts';

const fields = {
  title: { title: '方案', kind: 'text' },
  status: { title: '状态', kind: 'choice', options: ['draft', 'published'] },
  issuedOn: { title: '成文日期', kind: 'day', nullable: true },
  tasks: { title: '任务', kind: 'number' },
  region: { title: '地区', kind: 'pick' },
  file: { title: '文件', kind: 'text', filter: false },
} as const satisfies ListFields;

test('the form has an input for each field that can be filtered', () => {
  const words = { labels: { status: { draft: '草案' } }, picks: { region: 'region' } } as const;
  expect(filterForm(fields, words).map(({ name }) => name)).toEqual([
    'title',
    'status',
    'issuedOn-from',
    'issuedOn-to',
    'issuedOn-blank',
    'tasks-from',
    'tasks-to',
    'region',
  ]);
  expect(filterForm(fields, words)[1]).toMatchObject({
    options: [
      { value: 'draft', label: '草案' },
      { value: 'published', label: 'published' },
    ],
  });
});

test.each<ListFilter>([
  { title: { has: '纺织' }, status: { in: ['draft', 'published'] } },
  { issuedOn: { from: '2025-01-01', to: '2025-12-31' }, tasks: { to: 0 } },
  { issuedOn: { blank: true }, region: { in: ['360100'] } },
])('conditions go through the form unchanged: %j', (filter) => {
  expect(filterTyped(fields, filterValues(fields, filter))).toEqual(filter);
});

test('an empty form has no conditions, and unknown ones are dropped', () => {
  expect(filterTyped(fields, { title: ' ', status: [], 'tasks-from': null, 'issuedOn-to': '' })).toBeUndefined();
  expect(filterValues(fields, { password: { has: 'x' } })).toEqual({});
});

test('conditions are told in words', () => {
  const said = (key: keyof typeof fields, condition: ListFilter[string]) =>
    conditionWords(fields[key], condition, (value) => `<${value}>`);
  expect(said('title', { has: '纺织' })).toBe('方案：含“纺织”');
  expect(said('status', { in: ['draft', 'published'] })).toBe('状态：<draft>、<published>');
  expect(said('tasks', { from: 1, to: 9 })).toBe('任务：1 至 9');
  expect(said('tasks', { from: 3, to: 3 })).toBe('任务：3');
  expect(said('issuedOn', { to: '2025-12-31' })).toBe('成文日期：2025-12-31 及以前');
  expect(said('issuedOn', { blank: true })).toBe('成文日期：没有填');
});
