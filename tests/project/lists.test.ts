import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectApi } from '../../src/project/contract.ts';
import { workApi } from '../../src/work/contract.ts';
import { regions } from '../access/organisation.ts';
import {
  chief,
  city,
  daysAgo,
  factsOf,
  headersOf,
  lead,
  monthsAgo,
  office,
  openProjectWorld,
  type ProjectWorld,
  reviewer,
  today,
} from './world.ts';

const wan = 1_000_000;
const year = Number(today.slice(0, 4));
const kinds = ['丝光棉', '预制菜', '锂电隔膜', '精密轴承'];
let world: ProjectWorld;
beforeAll(async () => {
  world = await openProjectWorld();
  for (const [at, kind] of kinds.entries()) {
    const facts = factsOf({
      name: `${kind}项目`,
      enterprise: `${kind}实业有限公司`,
      site: kind,
      scope: kind,
      totalFen: [3000, 5000, 20_000, 150_000][at]! * wan,
    });
    const plan = [{ year, fen: 1000 * wan, months: null }];
    const isBuilding = at > 1;
    const position = isBuilding ? ('started' as const) : ('planned' as const);
    const on = at === 3 ? `${year - 1}-06-01` : daysAgo(0);
    await world.register(lead, {
      facts,
      plan,
      position,
      chainId: at === 0 ? 'lj-food' : 'lj-textile',
      steps: [{ position, on, evidence: '文件' }],
    });
  }
});
afterAll(() => world.close());

const listed = async (query: object, post = office): Promise<string[]> =>
  (await world.ask(post, projectApi.listProjects, { query })).rows.map(({ name }) => name.replace('项目', ''));
const filter = (condition: object) => ({ filter: JSON.stringify(condition) });

describe('the list', () => {
  test.each([
    [{ box: 'planned' }, ['丝光棉', '预制菜']],
    [{ box: 'building' }, ['锂电隔膜', '精密轴承']],
    [{ box: 'stuck' }, ['精密轴承']],
    [filter({ stage: { in: ['continuing'] } }), ['精密轴承']],
    [filter({ total: { from: 5000 } }), ['预制菜', '锂电隔膜', '精密轴承']],
    [filter({ total: { from: 10_000 } }), ['锂电隔膜', '精密轴承']],
    [filter({ chain: { in: ['lj-food'] } }), ['丝光棉']],
    [filter({ region: { in: [regions.city] } }), kinds],
    [filter({ region: { in: [regions.sister] } }), []],
    [filter({ alarm: { in: ['silent'] } }), ['精密轴承']],
    [{ text: '轴承 实业' }, ['精密轴承']],
  ])('%j', async (query, expected) => {
    expect((await listed(query)).toSorted()).toEqual([...expected].toSorted());
  });
  test('a chief of one chain sees that chain; the stuck come first, then the large', async () => {
    expect(await listed({}, 'chain-chief-textile')).toEqual(['精密轴承', '锂电隔膜', '预制菜']);
    expect(await listed({ sort: 'total' }, 'chain-chief-textile')).toEqual(['预制菜', '锂电隔膜', '精密轴承']);
  });
  test.each([
    'name',
    'region',
    'unit',
    'chain',
    'library',
    'stage',
    'light',
    'done',
    '-startedOn',
    'lastMonth',
    'undecided',
    'changedAt',
    'positionOn',
  ])('sorted by %s', async (sort) => {
    expect((await listed({ sort })).length).toBe(4);
  });
  test('a file has what is seen', async () => {
    const answer = await world.api.app.inject({
      url: `/api/v1/projects/export?format=csv&columns=name,total,stage`,
      headers: headersOf(chief),
    });
    expect(answer.body.split('\r\n').filter((line) => line !== '').length).toBe(5);
    expect(answer.body).toContain('精密轴承项目,150000,续建');
  });
});

test('sums by library, stage, region, chain and unit come to the same whole', async () => {
  for (const by of ['library', 'stage', 'region', 'chain', 'unit'] as const) {
    const { all, groups } = await world.ask(city, projectApi.totalProjects, { query: { by } });
    expect([all.count, all.totalFen, all.yearPlanFen, all.stuck]).toEqual([4, 178_000 * wan, 4000 * wan, 1]);
    expect(groups.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(all.totalFen);
    expect(groups.every(({ name }) => name !== '')).toBe(true);
  }
});

test('norms of a region: who may, from which day, and what they change', async () => {
  const given = await world.ask(office, projectApi.readNorms, { query: {} });
  expect([given.owner, given.revision, given.mayChange]).toEqual([null, 0, true]);
  expect((await world.ask(lead, projectApi.readNorms, { query: {} })).mayChange).toBe(false);
  const content = {
    ...given.content,
    limits: { ...given.content.limits, silentYellow: 24, silentRed: 30 },
    thresholds: [7000 * wan],
  };
  const body = { regionId: regions.district, from: today, revision: 0, content };
  expect(await world.refused(lead, projectApi.changeNorms, { body })).toBe('403 not-allowed');
  expect(await world.refused(reviewer, projectApi.changeNorms, { body: { ...body, regionId: regions.sister } })).toBe(
    '403 project-beyond-reach',
  );
  const wrong = { ...content, limits: { ...content.limits, silentRed: 3 } };
  expect(await world.refused(office, projectApi.changeNorms, { body: { ...body, content: wrong } })).toBe(
    '422 project-norm-order',
  );
  const changed = await world.ask(office, projectApi.changeNorms, { body });
  expect([changed.owner?.id, changed.revision]).toEqual([regions.district, 1]);
  expect(await world.refused(office, projectApi.changeNorms, { body })).toBe('409 record-changed');
  await world.look();
  expect(await listed(filter({ alarm: { in: ['silent'] } }))).toEqual([]);
  expect((await world.ask(office, projectApi.readNorms, { query: { on: daysAgo(1) } })).owner).toBeNull();
  const { thresholds } = await world.ask(office, projectApi.readThresholds, {});
  expect(thresholds).toMatchObject([{ fen: 7000 * wan, count: 2, plans: [] }]);
  const month = monthsAgo(1);
  expect((await world.ask(office, projectApi.countProjects, { query: { doneTo: month } })).projects).toBe(4);
});

test('the search over everything finds projects by name, enterprise and site', async () => {
  const found = async (text: string, post = office) =>
    (await world.ask(post, workApi.search, { query: { text } })).groups
      .filter(({ kind }) => kind === 'project')
      .flatMap(({ hits }) => hits);
  const [hit] = await found('精密轴承');
  expect(hit).toMatchObject({ title: '精密轴承项目', detail: '精密轴承实业有限公司 · 续建' });
  expect(hit?.link).toBe(`/projects/${hit?.id}`);
  expect((await found('预制菜 实业')).map(({ title }) => title)).toEqual(['预制菜项目']);
  expect(await found('没有这样的')).toEqual([]);
});
