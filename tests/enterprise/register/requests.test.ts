import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import {
  chief,
  company,
  daysAgo,
  doubtfulCode,
  type EnterpriseWorld,
  office,
  openEnterpriseWorld,
  reviewer,
  today,
  units,
} from './world.ts';

let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld();
});
afterAll(() => world.close());

const ask = (id: string, body: object) => ({ params: { enterpriseId: id }, body });
const todos = async (id: string) =>
  (
    await sql<{ state: string; assignee: string }>`select state, assignee_id as assignee from work_item
      where origin_id = ${id}`.execute(world.database.owner)
  ).rows;

test('the enterprise asks, another person agrees to some of it, and the file and the people know', async () => {
  const made = await world.register(office, { unitId: units.own }, { since: daysAgo(300) });
  expect((await world.ask(company, enterpriseApi.readOwn)).id).toBe(made.id);
  const changes = { address: '柳浦镇新路9号', legalRepresentative: '周敏', scale: 'small' as const };
  const body = { revision: made.revision, changes, holdsFrom: daysAgo(10), reason: '搬了新厂' };
  expect(await world.refused(office, enterpriseApi.askChange, ask(made.id, body))).toBe('403 not-allowed');
  const strange = { ...body, changes: { ...changes, chainId: 'lj-food' } };
  expect(await world.refused(company, enterpriseApi.askChange, ask(made.id, strange))).toMatch(
    /enterprise-request-part/,
  );
  expect(await world.refused(company, enterpriseApi.askChange, ask(made.id, { ...body, revision: 9 }))).toBe(
    '409 record-changed',
  );
  const early = { ...body, holdsFrom: daysAgo(-1) };
  expect(await world.refused(company, enterpriseApi.askChange, ask(made.id, early))).toMatch(/enterprise-day-future/);
  const doubtful = { ...body, changes: { code: doubtfulCode(77) } };
  expect(await world.refused(company, enterpriseApi.askChange, ask(made.id, doubtful))).toMatch(
    /enterprise-code-reason/,
  );

  const request = await world.ask(company, enterpriseApi.askChange, ask(made.id, body));
  expect(request).toMatchObject({
    state: 'open',
    changes,
    before: { address: '', scale: null },
    may: { decide: false },
  });
  expect(await todos(request.id)).toEqual([{ state: 'open', assignee: 'enterprise.review' }]);
  expect(await world.refused(company, enterpriseApi.askChange, ask(made.id, body))).toMatch(/enterprise-request-open/);
  expect((await world.ask(chief, enterpriseApi.listRequests, { query: {} })).total).toBe(1);

  const seen = await world.ask(reviewer, enterpriseApi.readRequest, { params: { requestId: request.id } });
  const decide = { revision: 1, enterpriseRevision: seen.enterpriseRevision, agree: ['address', 'scale'], reason: '' };
  const of = (given: object) => ({ params: { requestId: request.id }, body: { ...decide, ...given } });
  expect(await world.refused(chief, enterpriseApi.decideRequest, of({}))).toBe('403 not-allowed');
  expect(await world.refused(reviewer, enterpriseApi.decideRequest, of({}))).toMatch(/enterprise-request-reason/);
  expect(await world.refused(reviewer, enterpriseApi.decideRequest, of({ agree: ['name'] }))).toMatch(
    /enterprise-request-part/,
  );
  const done = await world.ask(reviewer, enterpriseApi.decideRequest, of({ reason: '法定代表人请附执照' }));
  expect(done).toMatchObject({ state: 'approved', agreed: ['address', 'scale'], decidedReason: '法定代表人请附执照' });
  expect((await todos(request.id)).map(({ state }) => state)).toEqual(['done']);
  const now = await world.read(company, made.id);
  expect(now.content).toMatchObject({ address: '柳浦镇新路9号', scale: 'small', legalRepresentative: '' });
  expect(now.since).toBe(daysAgo(10));
  expect((await world.read(company, made.id, daysAgo(11))).content.address).toBe('');
  expect(await world.refused(reviewer, enterpriseApi.decideRequest, of({ reason: '再来' }))).toMatch(
    /enterprise-request-closed/,
  );
  const { rows } = await sql<{ title: string }>`select title from notice where key like ${`%${request.id}%`}`.execute(
    world.database.owner,
  );
  expect(rows.map(({ title }) => title)).toEqual([expect.stringContaining('已同意')]);
});

test('what somebody else changed meanwhile is seen again before it is agreed to', async () => {
  await sql`update enterprise set unit_id = null`.execute(world.database.owner);
  const made = await world.register(office, { unitId: units.own, address: '旧址一号' });
  const request = await world.ask(
    company,
    enterpriseApi.askChange,
    ask(made.id, { revision: made.revision, changes: { address: '新址二号' }, holdsFrom: today, reason: '搬迁' }),
  );
  await world.ask(office, enterpriseApi.changeEnterprise, {
    params: { enterpriseId: made.id },
    body: { revision: made.revision, holdsFrom: today, change: { address: '别处三号' } },
  });
  const seen = await world.ask(reviewer, enterpriseApi.readRequest, { params: { requestId: request.id } });
  expect(seen).toMatchObject({ stale: ['address'], now: { address: '别处三号' }, before: { address: '旧址一号' } });
  const of = (given: object) => ({
    params: { requestId: request.id },
    body: { revision: 1, enterpriseRevision: made.revision, agree: ['address'], reason: '', ...given },
  });
  expect(await world.refused(reviewer, enterpriseApi.decideRequest, of({}))).toMatch(/409 enterprise-request-stale/);
  const refusedAll = await world.ask(reviewer, enterpriseApi.decideRequest, of({ agree: [], reason: '没有证明' }));
  expect(refusedAll).toMatchObject({ state: 'refused', agreed: [] });
  expect((await world.read(office, made.id)).content.address).toBe('别处三号');
  const again = await world.ask(
    company,
    enterpriseApi.askChange,
    ask(made.id, {
      revision: made.revision + 1,
      changes: { address: '新址二号' },
      holdsFrom: today,
      reason: '附了证明',
    }),
  );
  const back = { params: { requestId: again.id }, body: { revision: 1 } };
  expect(await world.refused(office, enterpriseApi.withdrawRequest, back)).toBe('403 not-allowed');
  expect((await world.ask(company, enterpriseApi.withdrawRequest, back)).state).toBe('withdrawn');
  expect((await todos(again.id)).map(({ state }) => state)).toEqual(['withdrawn']);
});
