import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import {
  chief,
  city,
  codeOf,
  company,
  daysAgo,
  doubtfulCode,
  type EnterpriseWorld,
  lead,
  office,
  openEnterpriseWorld,
  registrationOf,
  reviewer,
  today,
  units,
} from './world.ts';

let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld();
});
afterAll(() => world.close());

const register = (post: string, content: object, more: object = {}) =>
  world.refused(post, enterpriseApi.registerEnterprise, { body: registrationOf(content, more) });
const change = (id: string, revision: number, holdsFrom: string, given: object) => ({
  params: { enterpriseId: id },
  body: { revision, holdsFrom, change: given },
});

test('an enterprise is registered, found by two signs of its name and read', async () => {
  const made = await world.register(office, { name: '芦洲云锦织造有限公司', products: ['羊绒衫'] });
  expect(made).toMatchObject({ name: '芦洲云锦织造有限公司', since: today, revision: 1, may: { keep: true } });
  const find = (text: string) => world.ask(chief, enterpriseApi.listEnterprises, { query: { text } });
  for (const text of ['云锦', '锦织造', '羊绒', '造', '羊绒 云锦', made.code?.slice(0, 10) ?? ''])
    expect(
      (await find(text)).rows.map(({ id }) => id),
      text,
    ).toEqual([made.id]);
  for (const text of ['云织', '锦造', '！？', "') or true--"]) expect((await find(text)).rows, text).toEqual([]);
  expect((await world.read(city, made.id)).content.products).toEqual(['羊绒衫']);
});

test('who may not, where not, and what cannot be is refused with its field', async () => {
  expect(await register(chief, {})).toBe('403 not-allowed');
  expect(await register(reviewer, {})).toBe('403 not-allowed');
  expect(await register(company, {})).toBe('403 not-allowed');
  expect(await register(office, { regionId: '990102' })).toBe('403 enterprise-beyond-reach');
  expect(await register(office, { regionId: '123456' })).toBe('404 region-unknown');
  expect(await register(office, { chainId: 'none', parkId: 'none', unitId: 'none' })).toBe(
    '404 unit-unknown unit-unknown chain-unknown',
  );
  expect(await register(office, { name: '\u200b ' })).toMatch(/enterprise-name-missing/);
  expect(await register(office, { foundedOn: '2025-02-30' })).toBe('422 day-unknown');
  expect(await register(office, { foundedOn: daysAgo(-1) })).toBe('422 enterprise-day-future');
  expect(await register(office, {}, { since: daysAgo(-1) })).toBe('422 enterprise-day-future');
  expect(await register(office, { industry: '17A' })).toMatch(/^400/);
  expect(await register(office, { name: '' })).toMatch(/^400/);
  expect(await register(office, { code: `${codeOf(5).slice(0, 17)}!` })).toBe('422 credit-code-character');
  expect(await register(office, { code: codeOf(5).slice(0, 17) })).toBe('422 credit-code-length');
});

test('a doubtful code is taken with a reason that stays with it; another enterprise cannot have it', async () => {
  const code = doubtfulCode(41);
  expect(await register(office, { code })).toBe('422 credit-code-inner enterprise-code-reason');
  const made = await world.register(office, { code: code.toLowerCase(), codeReason: '与执照一致' });
  expect(made.content).toMatchObject({ code, codeReason: '与执照一致' });
  const [entry] = (
    await sql<{ reason: string }>`select reason from audit_entry where record_id = ${made.id}`.execute(
      world.database.owner,
    )
  ).rows;
  expect(entry?.reason).toBe('与执照一致');
  expect(await register(office, { code, codeReason: '也对' })).toBe('409 enterprise-code-taken');
  const read = (post: string) => world.ask(post, enterpriseApi.readCode, { params: { code } });
  expect(await read(office)).toMatchObject({ verdict: 'warn', isTaken: true, taken: { id: made.id } });
  expect(await read(lead)).toMatchObject({ isTaken: true, taken: null });
  const corrected = await world.ask(office, enterpriseApi.correctEnterprise, {
    params: { enterpriseId: made.id },
    body: { revision: 1, change: { code: codeOf(41) }, reason: '抄错了' },
  });
  expect(corrected.content).toMatchObject({ code: codeOf(41), codeReason: null });
});

test('one name twice has to be looked at first', async () => {
  const first = await world.register(office, { name: '双生纺织有限公司' });
  expect(await register(office, { name: '双生纺织有限公司' })).toBe('409 enterprise-name-taken');
  const second = await world.register(office, { name: '双生纺织有限公司' }, { seen: [first.id] });
  expect(second.id).not.toBe(first.id);
});

test('name, code, address and region change from their day on; every day before stays what it was', async () => {
  const made = await world.register(city, { name: '老名字纺织有限公司', address: '老路1号' }, { since: daysAgo(100) });
  const [id, code] = [made.id, codeOf(900)];
  await world.ask(
    city,
    enterpriseApi.changeEnterprise,
    change(id, 1, daysAgo(50), { name: '新名字服饰有限公司', code }),
  );
  await world.ask(
    city,
    enterpriseApi.changeEnterprise,
    change(id, 2, daysAgo(20), { regionId: '990102', address: '望江路2号' }),
  );
  const on = async (days: number) => {
    const { content, region } = await world.read(city, id, daysAgo(days));
    return [content.name, content.code === code, content.address, region.name];
  };
  expect(await on(51)).toEqual(['老名字纺织有限公司', false, '老路1号', '芦洲区']);
  expect(await on(50)).toEqual(['新名字服饰有限公司', true, '老路1号', '芦洲区']);
  expect(await on(20)).toEqual(['新名字服饰有限公司', true, '望江路2号', '望江区']);
  expect(
    await world.refused(city, enterpriseApi.readEnterprise, {
      params: { enterpriseId: id },
      query: { asOf: daysAgo(101) },
    }),
  ).toBe('422 enterprise-not-yet');
  const now = await world.read(city, id);
  expect(now.content.otherNames).toEqual(['老名字纺织有限公司']);
  const find = (post: string) => world.ask(post, enterpriseApi.listEnterprises, { query: { text: '老名字' } });
  expect((await find(city)).rows.map((row) => row.id)).toEqual([id]);
  expect((await find(office)).rows).toEqual([]);
  expect(await world.refused(office, enterpriseApi.readEnterprise, { params: { enterpriseId: id } })).toBe(
    '404 enterprise-unknown',
  );
  expect(now.spans.map(({ from, to }) => [from, to])).toEqual([
    [daysAgo(100), daysAgo(50)],
    [daysAgo(50), daysAgo(20)],
    [daysAgo(20), null],
  ]);
  const history = await world.ask(city, enterpriseApi.readHistory, { params: { enterpriseId: id }, query: {} });
  expect(history.rows.map(({ kind, holdsFrom }) => [kind, holdsFrom])).toEqual([
    ['changed', daysAgo(20)],
    ['changed', daysAgo(50)],
    ['registered', daysAgo(100)],
  ]);
});

test('a change of what was seen otherwise, to come, before it was founded, of nothing or beyond reach is refused', async () => {
  const made = await world.register(office, { foundedOn: daysAgo(30) }, { since: daysAgo(30) });
  const refused = (body: ReturnType<typeof change>) => world.refused(office, enterpriseApi.changeEnterprise, body);
  expect(await refused(change(made.id, 7, today, { address: '二路' }))).toBe('409 record-changed');
  expect(await refused(change(made.id, 1, daysAgo(-1), { address: '二路' }))).toBe('422 enterprise-day-future');
  expect(await refused(change(made.id, 1, daysAgo(31), { address: '二路' }))).toBe('422 enterprise-day-early');
  expect(await refused(change(made.id, 1, '2025-02-30', { address: '二路' }))).toBe('422 day-unknown');
  expect(await refused(change(made.id, 1, today, { address: made.content.address }))).toBe('422 enterprise-same');
  expect(await refused(change(made.id, 1, today, { regionId: '990102' }))).toBe('403 enterprise-beyond-reach');
  expect(await refused(change(made.id, 1, today, { revision: 3 }))).toMatch(/^400/);
  expect(
    await world.refused(lead, enterpriseApi.changeEnterprise, change(made.id, 1, today, { address: '二路' })),
  ).toBe('404 enterprise-unknown');
  expect((await world.read(office, made.id)).revision).toBe(1);
});

test('of two changes at once one holds', async () => {
  const made = await world.register(office);
  const both = await Promise.allSettled(
    ['一路', '二路'].map((address) =>
      world.ask(office, enterpriseApi.changeEnterprise, change(made.id, 1, today, { address })),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await world.read(office, made.id)).revision).toBe(2);
});

test('a park sees and keeps the enterprises that lie in it', async () => {
  const made = await world.register(office, { parkId: units.own });
  expect((await world.read(lead, made.id)).may.keep).toBe(true);
  const { rows } = await world.ask(lead, enterpriseApi.listEnterprises, { query: {} });
  expect(rows.map(({ id }) => id)).toEqual([made.id]);
});

test('the list and the table show the same to everybody, and nothing is written through the list', async () => {
  const { rows } = await sql<{ right: string }>`select privilege_type as right from information_schema.role_table_grants
    where table_name = 'enterprise_seen' and grantee <> current_user`.execute(world.database.owner);
  expect(rows.map(({ right }) => right)).toEqual(['SELECT']);
});
