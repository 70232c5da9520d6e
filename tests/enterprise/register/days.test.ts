import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { keepEnterprises } from '../../../src/enterprise/routes.ts';
import { chief, type EnterpriseWorld, office, openEnterpriseWorld, units } from './world.ts';

/** A calendar that the test turns. */
let day = '2026-03-01';
let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld({ now: () => `${day}T04:00:00.000Z` });
});
afterAll(() => world.close());

const look = () =>
  asSystem(async () => {
    while ((await keepEnterprises(world.deps)) > 0);
  });
const title = (changes: object = {}) => ({
  ...{ kind: 'high-tech', level: 'national', number: 'GR2023', givenOn: '2023-05-10', edition: null, source: '公告' },
  ...changes,
});
const names = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
const todos = async (id: string) =>
  (
    await sql<{ assignee: string; state: string }>`select assignee_key as assignee, state from work_item
      where origin_slice = 'enterprise' and origin_id = ${id} order by 1`.execute(world.database.owner)
  ).rows;

test('a title holds for its years, is asked after before it ends, and is gone from its last day on', async () => {
  day = '2026-03-01';
  const made = await world.register(office, { unitId: units.own }, { since: '2023-01-01' });
  const of = { enterpriseId: made.id };
  const give = (body: object) => world.refused(office, enterpriseApi.giveTitle, { params: of, body });
  expect(await world.refused(chief, enterpriseApi.giveTitle, { params: of, body: title() })).toBe('403 not-allowed');
  expect(await give(title({ kind: 'best-of-all' }))).toBe('422 enterprise-title-unknown');
  expect(await give(title({ givenOn: '2026-03-02' }))).toBe('422 enterprise-day-future');
  expect(await give(title({ givenOn: '2025-02-30' }))).toBe('422 day-unknown');
  expect(await give(title({ endsOn: '2023-05-10' }))).toBe('422 enterprise-title-days');
  const given = await world.ask(office, enterpriseApi.giveTitle, { params: of, body: title() });
  expect(given.allTitles).toMatchObject([{ endsOn: '2026-05-10', holds: true, kind: { name: '高新技术企业' } }]);
  expect(names(given.tags)).toContain('title-ending');
  expect(await give(title())).toBe('409 enterprise-title-twice');
  const [kept] = given.allTitles;
  if (kept === undefined) throw new Error('no title');

  await look();
  expect(await todos(kept.id)).toEqual([
    { assignee: 'holders:enterprise.keep', state: 'open' },
    { assignee: 'unit:own', state: 'open' },
  ]);
  await look();
  expect(await todos(kept.id)).toHaveLength(2);
  day = '2026-05-09';
  await look();
  expect(names((await world.read(office, made.id)).titles)).toEqual(['high-tech']);
  day = '2026-05-10';
  await look();
  const over = await world.read(office, made.id);
  expect([names(over.titles), names(over.tags).includes('title-ending')]).toEqual([[], false]);
  expect(names((await world.read(office, made.id, '2026-05-09')).titles)).toEqual(['high-tech']);
  expect((await todos(kept.id)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
});

test('a title that is taken away holds until then; taking that back makes it hold again; a wrong one goes', async () => {
  day = '2026-03-01';
  const made = await world.register(office, {}, { since: '2023-01-01' });
  const of = { enterpriseId: made.id };
  const given = await world.ask(office, enterpriseApi.giveTitle, { params: of, body: title() });
  const titleId = given.allTitles[0]?.id ?? '';
  const end = (endedOn: string | null, revision: number) => ({
    params: { ...of, titleId },
    body: { revision, endedOn, reason: '复核不合格' },
  });
  const refused = (endedOn: string, revision = 1) =>
    world.refused(office, enterpriseApi.endTitle, end(endedOn, revision));
  expect(await refused('2025-01-01', 7)).toBe('409 record-changed');
  expect(await refused('2026-03-02')).toBe('422 enterprise-day-future');
  expect(await refused('2023-05-10')).toBe('422 enterprise-title-days');
  const ended = await world.ask(office, enterpriseApi.endTitle, end('2025-01-01', 1));
  expect([names(ended.titles), ended.allTitles[0]?.holds]).toEqual([[], false]);
  expect(names((await world.read(office, made.id, '2026-02-01')).titles)).toEqual([]);
  const back = await world.ask(office, enterpriseApi.endTitle, end(null, 2));
  expect(names(back.titles)).toEqual(['high-tech']);
  const remove = { params: { ...of, titleId }, body: { revision: 3, reason: '登记错了企业' } };
  expect((await world.ask(office, enterpriseApi.removeTitle, remove)).allTitles).toEqual([]);
  expect(await world.refused(office, enterpriseApi.removeTitle, remove)).toBe('404 enterprise-title-gone');
});

test('figures of years and months, with who vouches for them; tags and lists follow the newest year', async () => {
  day = '2026-03-01';
  const made = await world.register(office, { industry: '1711', foundedOn: '2024-06-01' }, { since: '2024-06-01' });
  const put = (period: string, figures: object, more: object = {}) => ({
    params: { enterpriseId: made.id, period },
    body: { revision: 0, figures, vintage: 'declared', source: '年报', ...more },
  });
  const refused = (given: ReturnType<typeof put>) => world.refused(office, enterpriseApi.putFigures, given);
  expect(await refused(put('2027', { revenue: 1 }))).toBe('422 enterprise-period-future');
  expect(await refused(put('2025', { nothing: 1 }))).toBe('422 enterprise-figure-unknown');
  expect(await refused(put('2025', { revenue: -1 }))).toBe('422 enterprise-figure-least');
  expect(await refused(put('2025-13', { revenue: 1 }))).toMatch(/^400/);
  await world.ask(office, enterpriseApi.putFigures, put('2024', { revenue: 160_000_000, employees: 20 }));
  const later = await world.ask(
    office,
    enterpriseApi.putFigures,
    put('2025', { revenue: 120_000_000 }, { vintage: 'audited' }),
  );
  expect(names(later.tags).toSorted()).toEqual(['hundred-million', 'near-above-scale', 'textile', 'young']);
  expect(await refused(put('2025', { revenue: 2 }, { revision: 1 }))).toBe('409 enterprise-figures-audited');
  expect(await refused(put('2025', { revenue: 2 }, { vintage: 'audited' }))).toBe('409 record-changed');
  const list = async (filter: object) =>
    (await world.ask(chief, enterpriseApi.listEnterprises, { query: { filter: JSON.stringify(filter) } })).rows;
  expect(await list({ revenue: { from: 12_000, to: 12_000 } })).toMatchObject([
    { id: made.id, revenueYuan: 120_000_000, revenueYear: 2025, employees: 20 },
  ]);
  expect(await list({ revenue: { from: 12_000.0001 } })).toEqual([]);
  expect(names(await list({ tag: { in: ['near-above-scale'] }, industry: { in: ['17'] } }))).toEqual([made.id]);
  expect(await list({ industry: { in: ['172'] } })).toEqual([]);
  const then = await world.read(office, made.id, '2025-12-31');
  expect(then.figures.map(({ period }) => period)).toEqual(['2024']);
  const gone = await world.ask(
    office,
    enterpriseApi.putFigures,
    put('2025', { revenue: null }, { revision: 1, vintage: 'audited' }),
  );
  expect(gone.figures.map(({ period }) => period)).toEqual(['2024']);
  expect(names(gone.tags)).toContain('hundred-million');
  day = '2027-06-02';
  await look();
  expect(names((await world.read(office, made.id)).tags)).not.toContain('young');
});

test('sums are those of the list, and an export has the same rows', async () => {
  const all = await world.ask(chief, enterpriseApi.listEnterprises, {
    query: { filter: '{"region":{"in":["990103"]}}' },
  });
  const { all: sum, groups } = await world.ask(chief, enterpriseApi.totalEnterprises, { query: { by: 'industry' } });
  expect([sum.count, groups.reduce((count, group) => count + group.count, 0)]).toEqual([all.total, all.total]);
  const sheet = await world.api.app.inject({
    url: '/api/v1/enterprises/export?format=csv&columns=name,code,revenue',
    headers: { 'x-post': chief, 'x-person': 'person-chain-chief' },
  });
  expect(sheet.body.split('\n')[0]).toContain('统一社会信用代码');
  for (const row of all.rows) expect(sheet.body).toContain(row.name);
});
