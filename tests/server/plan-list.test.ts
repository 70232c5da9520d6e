import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../platform/http/client.ts';
import { planApi, planFields } from '../../src/plan/contract.ts';
import { openTestApi, type TestApi } from './api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  const texts = [
    ['甲.txt', '临江市针纺产业行动方案（2025—2027年）', 3],
    ['乙.txt', '临江市锂电产业行动方案（2025—2027年）', 1],
    ['丙.txt', '=HYPERLINK("x")', 2],
  ] as const;
  for (const [name, title, tasks] of texts) await api.upload({ name, content: documentOf(title, tasks) });
});
afterAll(() => api?.close());

const documentOf = (title: string, tasks: number): string =>
  [
    title,
    '一、重点任务',
    ...Array.from({ length: tasks }, (_, at) => `${at + 1}.推进第${at + 1}批示范园区建设。（市工业和信息化局牵头）`),
  ].join('\n');

const listed = async (query: object) => (await api.call(planApi.listPlans, { query })).plans;
const tasksOf = async (query: object) => (await listed(query)).map(({ counts }) => counts.tasks);
const filter = (conditions: object) => ({ filter: JSON.stringify(conditions) });

describe('the list of plans', () => {
  test('sorts by every column on the server, in both directions', async () => {
    expect(await tasksOf({ sort: 'tasks' })).toEqual([1, 2, 3]);
    expect(await tasksOf({ sort: '-tasks' })).toEqual([3, 2, 1]);
    for (const key of Object.keys(planFields))
      for (const sort of [key, `-${key}`]) expect(await listed({ sort }), sort).toHaveLength(3);
  });

  test('filters by words, choices and spans, and together', async () => {
    expect(await tasksOf(filter({ tasks: { from: 2 } }))).toEqual([2, 3]);
    expect(await tasksOf(filter({ title: { has: '锂电' } }))).toEqual([1]);
    expect(await tasksOf({ text: '临江市 针纺' })).toEqual([3]);
    expect(await tasksOf(filter({ status: { in: ['published'] } }))).toEqual([]);
    expect(await tasksOf({ ...filter({ issuedOn: { blank: true } }), sort: '-tasks', pageSize: 2 })).toEqual([3, 2]);
    expect(await tasksOf(filter({ region: { in: ['990100'] } }))).toEqual([]);
  });

  test('counts what is there, page by page', async () => {
    const page = await api.call(planApi.listPlans, { query: { page: 2, pageSize: 2, sort: 'tasks' } });
    expect([page.total, page.capped, page.plans.map(({ counts }) => counts.tasks)]).toEqual([3, false, [3]]);
  });

  test.each([
    [{ sort: 'hash' }, '400 form-wrong'],
    [{ sort: 'tasks; drop table plan' }, '400 form-wrong'],
    [{ filter: '{"title":{"has":"x","or":1}}' }, /^400 /],
    [{ filter: '{"password":{"has":"x"}}' }, '400 field-unexpected'],
    [{ filter: 'tasks > 1' }, '400 form-wrong'],
  ])('refuses %j', async (query, expected) => {
    expect(await api.refused(planApi.listPlans, { query })).toMatch(expected);
  });
});

describe('the export of the list', () => {
  const csv = async (query: object): Promise<string[][]> => {
    const url = addressOf('', planApi.exportPlans, undefined, { format: 'csv', ...query });
    const answer = await api.app.inject({ method: 'GET', url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    return answer.body
      .slice(1)
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
  };

  test('has the columns, the order and the rows of the screen; a title that would be a formula is made harmless', async () => {
    expect(await csv({ columns: 'tasks,title', sort: '-tasks', ...filter({ tasks: { to: 2 } }) })).toEqual([
      ['任务', '方案'],
      ['2', `"'=HYPERLINK(""x"")"`],
      ['1', '临江市锂电产业行动方案（2025—2027年）'],
    ]);
  });

  test('has only the ticked rows, or all but some', async () => {
    const ids = (await listed({ sort: 'tasks' })).map(({ id }) => id);
    // In the order of the list, the latest first.
    expect(await csv({ columns: 'tasks', ids: [ids[2], ids[0]].join() })).toEqual([['任务'], ['1'], ['3']]);
    expect(await csv({ columns: 'tasks', sort: 'tasks', except: ids[1] })).toEqual([['任务'], ['1'], ['3']]);
  });

  test('refuses columns that there are not', async () => {
    const query = { format: 'csv', columns: 'title,hash' } as const;
    expect(await api.refused(planApi.exportPlans, { query })).toBe('400 value-not-listed');
  });
});
