import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking, asSystem } from '../../../platform/db/index.ts';
import { watchPromises } from '../../../src/enterprise/commands/promises/watch-promises.ts';
import { type EnterpriseJson, enterpriseApi } from '../../../src/enterprise/contract.ts';
import {
  chief,
  company,
  daysAgo,
  type EnterpriseWorld,
  lead,
  office,
  openEnterpriseWorld,
  today,
  units,
} from '../register/world.ts';

let world: EnterpriseWorld;
let made: EnterpriseJson;
const year = Number(today.slice(0, 4)) - 1;
beforeAll(async () => {
  world = await openEnterpriseWorld();
  made = await world.register(office, {}, { since: daysAgo(900) });
});
afterAll(() => world.close());

const promised = {
  ...{ side: 'government' as const, kind: 'land' as const, words: '供地三十亩', unitId: units.own },
  ...{ signedOn: daysAgo(400), dueOn: daysAgo(3), amount: 3000 as number | null, year: null as number | null },
  source: '投资协议（虚构）',
};
const revenue = {
  ...{ ...promised, side: 'enterprise' as const, kind: 'revenue' as const, words: '营业收入达到一千万元' },
  ...{ dueOn: `${year}-12-31`, signedOn: `${year}-01-05`, amount: 10_000_000, year },
};
const add = (body: object) => ({ params: { enterpriseId: made.id }, body });
const list = (post: string, query: object) => world.ask(post, enterpriseApi.listPromises, { query });
const works = async (id: string) =>
  (
    await sql<{ assignee: string; state: string }>`select assignee_key as assignee, state from work_item
      where origin_id = ${id} order by created_at`.execute(world.database.owner)
  ).rows;
const round = () => asSystem(() => watchPromises(world.deps));
const nextDay = () => sql`update enterprise_promise set looked_on = looked_on - 1`.execute(world.database.owner);

test('what cannot be promised is refused', async () => {
  expect(await world.refused(chief, enterpriseApi.addPromise, add(promised))).toBe('403 not-allowed');
  expect(await world.refused(lead, enterpriseApi.addPromise, add(promised))).toBe('404 enterprise-unknown');
  for (const [wrong, code] of [
    [{ kind: 'tax' }, 'enterprise-promise-side'],
    [{ kind: 'service' }, 'enterprise-promise-amount'],
    [{ unitId: 'nowhere' }, 'unit-unknown'],
    [{ dueOn: daysAgo(401) }, 'enterprise-promise-days'],
    [{ signedOn: daysAgo(-1), dueOn: daysAgo(-9) }, 'enterprise-day-future'],
    [{ dueOn: '2026-02-30' }, 'day-unknown'],
    [{ side: 'enterprise', kind: 'tax', year: null }, 'enterprise-promise-figure'],
  ] as const)
    expect(await world.refused(office, enterpriseApi.addPromise, add({ ...promised, ...wrong })), code).toContain(code);
});

test('what is overdue lies with the unit, which sees and settles it without seeing the file', async () => {
  const one = await world.ask(office, enterpriseApi.addPromise, add(promised));
  expect(one).toMatchObject({ state: 'late', stateBy: 'day', unit: { id: units.own }, may: { keep: true } });
  await round();
  expect(await works(one.id)).toEqual([{ assignee: `unit:${units.own}`, state: 'open' }]);
  await nextDay();
  await round();
  expect(await works(one.id)).toHaveLength(1);
  expect((await list(lead, { box: 'late' })).promises).toMatchObject([
    { id: one.id, enterprise: { name: made.name }, may: { keep: false, settle: true, file: false } },
  ]);
  expect(
    await world.refused(lead, enterpriseApi.readEnterprise, { params: { enterpriseId: made.id }, query: {} }),
  ).toBe('404 enterprise-unknown');
  const params = { promiseId: one.id };
  const change = { params, body: { ...promised, words: '供地二十亩', revision: one.revision, reason: '改少' } };
  expect(await world.refused(lead, enterpriseApi.changePromise, change)).toMatch(/enterprise-promise-unknown/);
  const outcome = { revision: one.revision, outcome: 'kept' as const, on: today, words: '已经交地', amount: 3000 };
  const settle = (body: object) => ({ params, body: { ...outcome, ...body } });
  expect(await world.refused(lead, enterpriseApi.settlePromise, settle({ on: daysAgo(-1) }))).toMatch(/day-future/);
  expect(await world.refused(lead, enterpriseApi.settlePromise, settle({ on: daysAgo(500) }))).toMatch(/promise-days/);
  expect(await world.refused(lead, enterpriseApi.settlePromise, settle({ outcome: null }))).toMatch(/enterprise-same/);
  expect(await world.refused(lead, enterpriseApi.settlePromise, settle({ revision: 9 }))).toBe('409 record-changed');
  expect(await world.ask(lead, enterpriseApi.settlePromise, settle({}))).toMatchObject({
    ...{ state: 'kept', stateBy: 'person', outcomeWords: '已经交地' },
  });
  expect((await works(one.id)).map(({ state }) => state)).toEqual(['done']);
  const history = await world.ask(office, enterpriseApi.readHistory, {
    params: { enterpriseId: made.id },
    query: { pageSize: 1 },
  });
  expect(history.rows[0]).toMatchObject({ kind: 'promise', after: { outcome: 'kept' }, reason: '已经交地' });
  expect((await list(office, { enterpriseId: made.id })).total).toBe(0);
  expect((await list(office, { enterpriseId: made.id, box: 'done' })).total).toBe(1);
  // A day before, nobody had said so.
  expect((await list(office, { enterpriseId: made.id, box: 'all', on: daysAgo(1) })).promises[0]).toMatchObject({
    ...{ state: 'late', outcomeWords: null, may: { settle: false } },
  });
});

test('the register tells by itself whether a figure was reached, also to the unit', async () => {
  const one = await world.ask(office, enterpriseApi.addPromise, add(revenue));
  expect(one).toMatchObject({ state: 'late', measured: null });
  await round();
  expect((await works(one.id)).map(({ state }) => state)).toEqual(['open']);
  const put = (value: number, revision: number) =>
    world.ask(office, enterpriseApi.putFigures, {
      params: { enterpriseId: made.id, period: String(year) },
      body: { revision, figures: { revenue: value }, vintage: 'reported', source: '年报' },
    });
  await put(9_999_999, 0);
  const of = { promiseId: one.id, box: 'all' };
  expect((await list(lead, of)).promises[0]).toMatchObject({
    state: 'broken',
    stateBy: 'register',
    measured: 9_999_999,
  });
  await put(10_000_000, 1);
  expect((await list(lead, of)).promises[0]).toMatchObject({ state: 'kept', stateBy: 'register' });
  expect((await list(office, { enterpriseId: made.id })).promises.map(({ id }) => id)).not.toContain(one.id);
  await nextDay();
  await round();
  expect((await works(one.id)).map(({ state }) => state)).toEqual(['withdrawn']);
});

test('what was granted since a reward was promised is shown beside it; a person says whether it was that', async () => {
  const reward = { ...promised, kind: 'reward' as const, words: '奖励五十万元', amount: 500_000 };
  const one = await world.ask(office, enterpriseApi.addPromise, add(reward));
  const grant = (grantedOn: string, amountFen: number, title: string) =>
    world.ask(office, enterpriseApi.addGrant, {
      ...add({
        clause: null,
        title,
        docNumber: '',
        grantedOn,
        amountFen,
        payer: '市级财政',
        paidYear: null,
        source: '文件',
      }),
    });
  await grant(daysAgo(401), 50_000_000, '签订以前的');
  await grant(daysAgo(10), 49_999_900, '第一笔');
  const now = async () => (await list(office, { promiseId: one.id, box: 'all' })).promises[0];
  expect(await now()).toMatchObject({ state: 'late', measured: 499_999 });
  await grant(daysAgo(9), 100, '第二笔');
  expect(await now()).toMatchObject({ state: 'late', stateBy: 'day', measured: 500_000 });
});

test('strangers see no promise, and the enterprise changes none', async () => {
  const own = await world.register(office, { unitId: units.own });
  await world.ask(office, enterpriseApi.addPromise, {
    params: { enterpriseId: own.id },
    body: { ...promised, signedOn: daysAgo(9), dueOn: daysAgo(-90), unitId: units.beside },
  });
  expect((await list(company, { enterpriseId: own.id })).promises).toMatchObject([
    { state: 'open', may: { keep: false, settle: false } },
  ]);
  const count = (post: string, person: string, what: string) =>
    asAsking({ postId: post, personId: person }, async () => {
      const { rows } = await sql<{ n: number }>`with done as (${sql.raw(what)}) select count(*) as n from done`.execute(
        world.database.db,
      );
      return Number(rows[0]?.n);
    });
  expect(await count('post-system-admin', 'person-system-admin', 'select id from enterprise_promise')).toBe(0);
  expect(await count(company, 'person-enterprise', "update enterprise_promise set words = 'x' returning id")).toBe(0);
  expect(await count(chief, 'person-chain-chief', 'delete from enterprise_promise returning id')).toBe(0);
});
