import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../platform/db/testing/index.ts';
import type { CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { noticeApi } from '../../src/notice/contract.ts';
import { planApi } from '../../src/plan/contract.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { workApi } from '../../src/work/contract.ts';
import { openTestApi, type TestApi } from '../server/api.ts';
import { type Office, openOffice } from './world.ts';

/** Messages and workbench through the whole server: who asks stands in a header of the tests. */
let office: Office<PlanTables>;
let api: TestApi;
beforeAll(async () => {
  office = await openOffice<PlanTables>();
  const gate: Gate = {
    admit: async ({ headers }) => (typeof headers['x-post'] === 'string' ? office.actorOf(headers['x-post']) : null),
    refused: async () => undefined,
  };
  const database: TestDatabase<PlanTables> = office;
  api = await openTestApi(null, {}, { gate, database });
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const as = <E extends Endpoint>(post: string, endpoint: E, input: CallInput<E>): Promise<AnswerOf<E>> =>
  api.call(endpoint, { ...input, headers: { 'x-post': post } } as CallInput<E>);
const refused = (post: string | null, endpoint: Endpoint, input: CallInput<Endpoint> & { body?: unknown } = {}) =>
  api.refused(endpoint, { ...input, ...(post !== null && { headers: { 'x-post': post } }) });
const unknown = { workId: '0000000000' };
const give = (fields: object = {}) => ({ title: '报送进度', to: [{ kind: 'unit' as const, id: 'lz-gxj' }], ...fields });

test('given, taken and answered over HTTP', async () => {
  const dueOn = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10);
  const { ids } = await as('office', workApi.giveWork, { body: give({ dueOn, importance: 'high' }) });
  const params = { workId: ids[0]! };
  const list = await as('clerk', workApi.listWork, { query: { box: 'todo', sort: 'dueOn' } });
  expect(list).toMatchObject({ total: 1, rows: [{ id: ids[0], title: '报送进度', dueOn, overdue: false }] });
  expect(await as('clerk', workApi.readCounts, {})).toMatchObject({ todo: 1, overdue: 0 });
  const item = await as('clerk', workApi.readWork, { params });
  expect(item.can).toEqual(['claim', 'finish', 'return']);
  const claimed = await as('clerk', workApi.claimWork, { params, body: { revision: item.revision } });
  expect(await refused('second', workApi.finishWork, { params, body: { revision: claimed.revision } })).toBe(
    '409 work-not-possible',
  );
  expect(await refused('clerk', workApi.finishWork, { params, body: { revision: 1 } })).toBe('409 work-changed');
  const released = await as('clerk', workApi.releaseWork, { params, body: { revision: claimed.revision } });
  const urged = await as('office', workApi.urgeWork, { params, body: { revision: released.revision } });
  const returned = await as('second', workApi.returnWork, {
    params,
    body: { revision: urged.revision, reason: '不归我们' },
  });
  expect(returned.state).toBe('returned');
  const to = { kind: 'post', id: 'clerk' } as const;
  const again = await as('office', workApi.reassignWork, { params, body: { revision: returned.revision, to } });
  const done = await as('clerk', workApi.finishWork, { params, body: { revision: again.revision, note: '已报' } });
  expect(done).toMatchObject({ state: 'done', outcome: '已报', can: [] });
  expect(
    await refused('office', workApi.withdrawWork, { params, body: { revision: done.revision, reason: '不要了' } }),
  ).toBe('409 work-not-possible');
});

test('exported as seen, and only what is seen', async () => {
  const url = '/api/v1/work/export?box=done&format=csv&columns=title,state,assignee';
  const own = await api.app.inject({ url, headers: { 'x-post': 'clerk' } });
  expect(own.statusCode).toBe(200);
  expect(own.body).toContain('报送进度,已办结,');
  const foreign = await api.app.inject({ url, headers: { 'x-post': 'far' } });
  expect(foreign.body).not.toContain('报送进度');
});

describe('refused over HTTP', () => {
  test.each([
    ['nobody at all', null, workApi.listWork, { query: { box: 'todo' } }, '401 not-signed-in'],
    ['a box that is none', 'clerk', workApi.listWork, { query: { box: 'all' } }, '400 value-not-listed'],
    ['an unknown order', 'clerk', workApi.listWork, { query: { box: 'todo', sort: 'detail' } }, '400 form-wrong'],
    ['a clerk gives', 'clerk', workApi.giveWork, { body: give() }, '403 not-allowed'],
    ['a field nobody named', 'office', workApi.giveWork, { body: give({ state: 'done' }) }, '400 field-unexpected'],
    [
      'to holders by hand',
      'office',
      workApi.giveWork,
      { body: give({ to: [{ kind: 'holders', id: 'plan.read' }] }) },
      '400 value-not-listed',
    ],
    [
      'another city',
      'office',
      workApi.giveWork,
      { body: give({ to: [{ kind: 'unit', id: 'far' }] }) },
      '422 party-out-of-reach',
    ],
    ['an item that is none', 'clerk', workApi.readWork, { params: unknown }, '404 work-unknown'],
    ['an id of another form', 'clerk', workApi.readWork, { params: { workId: "1' or '1'='1" } }, '400 form-wrong'],
    ['a setting that is none', 'clerk', workApi.readSetting, { params: { name: 'admin' } }, '400 value-not-listed'],
    ['a list by a strange name', 'clerk', workApi.listViews, { params: { list: '../x' } }, '400 form-wrong'],
    ['the outbox for a clerk', 'clerk', noticeApi.listDeliveries, {}, '403 not-allowed'],
    ['the settings for the office', 'office', noticeApi.readSettings, {}, '403 not-allowed'],
    [
      'a delivery that is none',
      'system',
      noticeApi.resendDelivery,
      { params: { deliveryId: '0000000000' } },
      '404 delivery-unknown',
    ],
    ['a trial without a server', 'system', noticeApi.testMail, { body: { to: 'a@b.example' } }, '422 mail-off'],
    [
      'two lines in an address',
      'system',
      noticeApi.testMail,
      { body: { to: 'a@b.example\r\nBcc: c@d.e' } },
      '400 form-wrong',
    ],
    ['messages by a foreign id form', 'clerk', noticeApi.markRead, { body: { ids: ['x'] } }, '400 form-wrong'],
  ] as const)('%s', async (_what, post, endpoint, input, expected) => {
    expect(await refused(post, endpoint, input as CallInput<Endpoint>)).toBe(expected);
  });
});

test('own things: views, settings, messages, preferences', async () => {
  const params = { list: 'plans' };
  const view = { text: '纺织', filter: '{"status":{"in":["draft"]}}', columns: ['title', 'status'], frozen: 1 };
  expect(await as('clerk', workApi.saveView, { params, body: { name: '纺织的', usual: true, view } })).toEqual({
    views: [{ name: '纺织的', usual: true, view }],
  });
  expect(await as('second', workApi.listViews, { params })).toEqual({ views: [] });
  expect(await as('clerk', workApi.removeView, { params, query: { name: '纺织的' } })).toEqual({ views: [] });
  const setting = { params: { name: 'shell' as const }, body: { value: { theme: 'dark', money: 'wan' } } };
  expect(await as('clerk', workApi.setSetting, setting)).toEqual({ value: { theme: 'dark', money: 'wan' } });
  expect(await as('second', workApi.readSetting, { params: setting.params })).toEqual({ value: null });
  expect((await as('clerk', noticeApi.listMessages, { query: { unread: true, pageSize: 5 } })).rows).toEqual([]);
  expect(await as('clerk', noticeApi.markAllRead, {})).toEqual({ unread: 0 });
  const kinds = [{ kind: 'due', mail: false }] as const;
  const preferences = await as('clerk', noticeApi.setPreferences, { body: { kinds: [...kinds] } });
  expect(preferences.kinds).toContainEqual(kinds[0]);
});

test('the administrator sets, and no secret comes back', async () => {
  const { revision } = await as('system', noticeApi.readSettings, {});
  const general = { revision, baseUrl: 'https://jingwei.linjiang.example', privateHooks: false };
  const first = await as('system', noticeApi.setGeneral, { body: general });
  const server = { host: 'mail.linjiang.example', port: 465, security: 'tls', user: 'jingwei', on: true } as const;
  const sender = { senderName: '经纬', senderAddress: 'jingwei@linjiang.example', password: '不外传的密码' };
  const mail = await as('system', noticeApi.setMail, { body: { revision: first.revision, ...server, ...sender } });
  expect(mail.mail).toMatchObject({ ...server, hasPassword: true });
  const hook = {
    name: '政务通',
    url: 'https://hook.linjiang.example/in',
    algorithm: 'hmac-sm3',
    kinds: [],
    on: true,
  } as const;
  const added = await as('system', noticeApi.addHook, { body: { ...hook, kinds: [], secret: 'sixteen letters!' } });
  expect(JSON.stringify([mail, added])).not.toMatch(/不外传的密码|sixteen letters|v1\./);
  const [kept] = added.hooks;
  const removed = await as('system', noticeApi.removeHook, { params: { hookId: kept!.id } });
  expect(removed.hooks).toEqual([]);
  expect(await as('system', noticeApi.readOutboxState, {})).toMatchObject({ waiting: 0, failed: 0, uncertain: 0 });
});

test('what is imported is found by those who may see it, and is on the workbench of those who may review it', async () => {
  const content = readFileSync(join(import.meta.dirname, '..', '..', 'packs', 'linjiang-tasks-2025', 'document.txt'));
  const { status, body } = await api.upload({ name: '任务分工.txt', content, headers: { 'x-post': 'office' } });
  expect(status).toBe(201);
  const planId = body.planIds[0]!;
  const found = (post: string, text: string) => as(post, workApi.search, { query: { text } });
  const title = body.plans[0]!.title!;
  const plans = await found('office', title.slice(0, 6));
  expect(plans.groups.find(({ kind }) => kind === 'plan')?.hits).toContainEqual(
    expect.objectContaining({ id: planId, title, link: `/plans/${planId}` }),
  );
  const { items } = await as('office', planApi.readDraft, { params: { planId } });
  const task = items.find((item) => item.kind === 'task')!;
  const words = (task.content.title ?? task.content.text).slice(0, 6);
  const tasks = (await found('office', words)).groups.find(({ kind }) => kind === 'task')!;
  expect(tasks.hits.map(({ link }) => link)).toContain(`/plans/${planId}?at=${task.id}`);
  for (const stranger of ['far', 'clerk', 'system']) expect((await found(stranger, words)).groups).toEqual([]);
  expect(
    (await found('office', '%')).groups
      .flatMap(({ hits }) => hits)
      .every((hit) => hit.title.includes('%') || hit.detail.includes('%')),
  ).toBe(true);

  const units = (await found('clerk', '芦洲区工业')).groups.find(({ kind }) => kind === 'unit');
  expect(units?.hits.map(({ id }) => id)).toEqual(['lz-gxj']);

  const todo = async (post: string) => (await as(post, workApi.listWork, { query: { box: 'todo' } })).rows;
  expect(await todo('reviewer')).toMatchObject([{ kind: 'review', link: `/plans/${planId}` }]);
  expect(await todo('far')).toEqual([]);
});
