import { expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { checked } from './check.ts';
import { exportQuery, type ListFields, listQuery, sortOf, sortText } from './list-query.ts';
import { exportRequest, listRequest } from './list-request.ts';

const fields = {
  title: { title: '方案', kind: 'text' },
  status: { title: '状态', kind: 'choice', options: ['draft', 'published'] },
  issuedOn: { title: '成文日期', kind: 'day', nullable: true },
  tasks: { title: '任务', kind: 'number' },
  region: { title: '地区', kind: 'pick', sort: false },
  file: { title: '文件', kind: 'text', filter: false },
} as const satisfies ListFields;

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusals.map(({ code, field }) => `${code} ${field}`).join(', ');
    throw cause;
  }
  return 'not refused';
};
const filtered = (filter: unknown) => listRequest(fields, { filter: JSON.stringify(filter) }).filter;

test('a query becomes a request', () => {
  const query = { text: ' 临江市  纺织 ', sort: '-issuedOn,title', page: 3, pageSize: 20 };
  expect(listRequest(fields, checked(listQuery(fields), query))).toEqual({
    words: ['临江市', '纺织'],
    filter: {},
    sort: [
      { key: 'issuedOn', descending: true },
      { key: 'title', descending: false },
    ],
    page: 3,
    pageSize: 20,
    offset: 40,
  });
});

test.each([
  [{ title: { has: '纺织' } }],
  [{ status: { in: ['draft'] }, tasks: { from: 1, to: 20 } }],
  [{ issuedOn: { from: '2025-01-01' } }],
  [{ issuedOn: { blank: true } }],
  [{ region: { in: ['360100'] } }],
])('conditions that the fields know: %j', (filter) => {
  expect(filtered(filter)).toEqual(filter);
});

test.each([
  [{ nothing: { has: 'x' } }, 'field-unexpected filter.nothing'],
  [{ file: { has: 'x' } }, 'field-unexpected filter.file'],
  [{ title: { has: '' } }, 'value-out-of-bounds filter.title.has'],
  [{ title: { like: '%' } }, /filter.title/],
  [{ status: { in: ["draft' or 1=1 --"] } }, 'value-not-listed filter.status.in.0'],
  [{ status: { in: [] } }, 'value-out-of-bounds filter.status.in'],
  [{ tasks: { from: '1; drop table plan' } }, 'type-wrong filter.tasks.from'],
  [{ tasks: {} }, /filter.tasks/],
  [{ issuedOn: { from: '2025-13-01' } }, /filter.issuedOn/],
  [{ status: { blank: true } }, /filter.status/],
  [['a'], 'type-wrong filter'],
  [null, 'type-wrong filter'],
])('others are refused at their field: %j', (filter, expected) => {
  expect(refused(() => filtered(filter))).toMatch(expected);
});

test('what is no JSON is refused', () => {
  expect(refused(() => listRequest(fields, { filter: '{' }))).toBe('form-wrong filter');
});

test.each(['region', 'nothing', 'title,', 'title desc', '-title,-tasks,status,issuedOn', '__proto__'])(
  'order refused: %s',
  (sort) => {
    expect(refused(() => checked(listQuery(fields), { sort }))).toBe('form-wrong sort');
  },
);

test('pages are bounded', () => {
  expect(refused(() => checked(listQuery(fields), { pageSize: 201 }))).toBe('value-out-of-bounds pageSize');
  expect(refused(() => checked(listQuery(fields), { page: 0 }))).toBe('value-out-of-bounds page');
});

test('an export has the columns that are asked for, each once, and only those there are', () => {
  const query = checked(exportQuery(fields), { format: 'csv', columns: 'tasks,title,tasks', ids: 'a,b' });
  expect(exportRequest(fields, query)).toMatchObject({ columns: ['tasks', 'title'], ids: ['a', 'b'], sort: [] });
  expect(exportRequest(fields, {}).columns).toEqual(Object.keys(fields));
  expect(refused(() => exportRequest(fields, { columns: 'title,password' }))).toBe('value-not-listed columns');
  expect(refused(() => exportRequest(fields, { columns: 'constructor' }))).toBe('value-not-listed columns');
  expect(refused(() => exportRequest(fields, { ids: Array(501).fill('x').join() }))).toBe('value-out-of-bounds ids');
});

test('an order is written as it is read', () => {
  for (const text of ['title', '-issuedOn,title', undefined]) expect(sortText(sortOf(text))).toBe(text);
});
