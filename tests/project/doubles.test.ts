import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { projectApi } from '../../src/project/contract.ts';
import { countProjectRows } from '../../src/project/store.ts';
import { regions, units } from '../access/organisation.ts';
import { city, daysAgo, factsOf, lead, office, openProjectWorld, type ProjectWorld, registrationOf } from './world.ts';

let world: ProjectWorld;
beforeAll(async () => {
  world = await openProjectWorld();
});
afterAll(() => world.close());

const twin = factsOf({ name: '瑞缎纺织年产3万吨功能性纱线建设项目', enterprise: '临江市芦洲瑞缎纺织股份有限公司' });
const totalsOf = async (post: string) => (await world.ask(post, projectApi.totalProjects, {})).all;

test('the same project in another list is found, decided by a person, counted once, and taken apart again', async () => {
  const first = await world.register(lead);
  const likes = await world.ask(lead, projectApi.likenProject, { body: { facts: twin } });
  expect(likes.likes.map(({ id }) => id)).toEqual([first.id]);
  expect(likes.likes[0]?.reasons.map(({ part }) => part)).toContain('enterprise');
  const body = registrationOf({ facts: twin });
  expect(await world.refused(office, projectApi.registerProject, { body })).toBe('409 project-alike');
  const second = await world.ask(office, projectApi.registerProject, { body: { ...body, seen: [first.id] } });
  expect((await totalsOf(lead)).count).toBe(2);
  expect(second.pairs).toBe(1);

  const { rows } = await world.ask(office, projectApi.listPairs, { query: {} });
  const [pair] = rows;
  if (pair === undefined) throw new Error('no pair');
  expect([pair.first.id, pair.second.id, pair.mayDecide]).toEqual([first.id, second.id, true]);
  expect((await world.ask(lead, projectApi.listPairs, { query: {} })).rows[0]?.mayDecide).toBe(false);
  const same = {
    params: { pairId: pair.id },
    body: { revision: 1, decision: 'same' as const, keepId: first.id, reason: '备案证是同一个' },
  };
  expect(await world.refused(lead, projectApi.decidePair, same)).toBe('403 not-allowed');
  expect(await world.refused(office, projectApi.decidePair, { ...same, body: { ...same.body, revision: 7 } })).toBe(
    '409 record-changed',
  );
  const decided = await world.ask(office, projectApi.decidePair, same);
  expect([decided.state, decided.keptId, decided.second.mergedInto]).toEqual(['same', first.id, first.id]);
  expect(await totalsOf(lead)).toMatchObject({ count: 1, totalFen: first.totalFen });
  expect((await world.ask(lead, projectApi.countProjects, { query: {} })).projects).toBe(1);
  expect(await world.refused(office, projectApi.decidePair, { ...same, body: { ...same.body, revision: 2 } })).toMatch(
    /^409 project-/,
  );
  const change = {
    params: { projectId: second.id },
    body: { revision: second.revision + 1, change: { milestones: [] } },
  };
  expect(await world.refused(lead, projectApi.changeProject, change)).toBe('409 project-merged');
  const merged = await world.ask(lead, projectApi.readProject, { params: { projectId: first.id } });
  expect(merged.merged.map(({ id }) => id)).toEqual([second.id]);

  const undone = await world.ask(office, projectApi.undoPair, {
    params: { pairId: pair.id },
    body: { revision: 2, reason: '看错了' },
  });
  expect([undone.state, undone.second.mergedInto]).toEqual(['open', null]);
  expect((await totalsOf(lead)).count).toBe(2);
  const other = await world.ask(office, projectApi.decidePair, {
    params: { pairId: pair.id },
    body: { revision: 3, decision: 'other', reason: '是两个' },
  });
  expect(other.state).toBe('other');
  expect((await world.ask(office, projectApi.listPairs, { query: {} })).total).toBe(0);
});

test('two that are kept in sister districts are found; only who reviews over both sees and decides the pair', async () => {
  const facts = factsOf({
    name: '锂电隔膜生产线项目',
    enterprise: '东澜光锂新材料有限公司',
    site: '高新区科技路8号',
    scope: '锂电隔膜',
  });
  const far = await world.ask(city, projectApi.registerProject, {
    body: registrationOf({ facts, unitId: units.foreign }),
  });
  const { likes } = await world.ask(lead, projectApi.likenProject, { body: { facts } });
  expect(likes).toMatchObject([
    { id: null, name: null, totalFen: null, regionName: '望江区', unitName: '单位foreign', score: 100 },
  ]);
  const near = await world.ask(lead, projectApi.registerProject, { body: registrationOf({ facts }) });
  expect((await world.ask(office, projectApi.listPairs, { query: {} })).total).toBe(0);
  const { rows } = await world.ask(city, projectApi.listPairs, { query: {} });
  const [pair] = rows;
  if (pair === undefined) throw new Error('no pair');
  const body = { revision: 1, decision: 'same' as const, keepId: far.id, reason: '同一个' };
  expect(await world.refused(office, projectApi.decidePair, { params: { pairId: pair.id }, body })).toBe(
    '404 project-pair-unknown',
  );
  await world.ask(city, projectApi.decidePair, { params: { pairId: pair.id }, body });
  expect((await world.ask(lead, projectApi.readProject, { params: { projectId: near.id } })).mergedInto?.id).toBe(
    far.id,
  );
});

test('one number of the platform is one project, whatever it is called', async () => {
  const code = '2501-990100-04-01-123456';
  const one = await world.register(lead, {
    facts: factsOf({ name: '甲项目', enterprise: '甲一有限公司', code, scope: '甲', site: '甲' }),
  });
  const facts = factsOf({ name: '完全不同', enterprise: '乙二有限公司', code, scope: '乙', site: '乙', totalFen: 5 });
  const { likes } = await world.ask(lead, projectApi.likenProject, { body: { facts } });
  expect(likes.map(({ id, score }) => [id, score])).toEqual([[one.id, 100]]);
});

test('a pair that is no longer alike goes by itself', async () => {
  const facts = factsOf({
    name: '羊绒针织项目',
    enterprise: '江岸羊绒针织有限公司',
    site: '文昌路3号',
    scope: '羊绒衫',
  });
  const one = await world.register(lead, { facts });
  const two = await world.register(lead, {
    facts: { ...facts, site: '文昌路三号' },
    seen: [one.id],
    steps: [{ position: 'planned', on: daysAgo(1), evidence: '备案' }],
  });
  expect(two.pairs).toBe(1);
  const other = {
    ...facts,
    name: '食品冷库',
    enterprise: '望江食品有限公司',
    site: '别处',
    scope: '冷库',
    totalFen: 100,
  };
  const changed = await world.ask(lead, projectApi.changeProject, {
    params: { projectId: two.id },
    body: { revision: two.revision, change: { facts: other } },
  });
  expect(changed.pairs).toBe(0);
});

test('months of a project that is one with another count once: its own where it has one, else those of the other', async () => {
  const facts = factsOf({
    ...{ name: '竹纤维纺纱项目', enterprise: '江岸竹纤维有限公司', site: '竹海路1号', scope: '竹纤维纱线' },
    totalFen: 100_000_000,
  });
  const one = await world.register(lead, { facts });
  const two = await world.register(lead, { facts: { ...facts, site: '竹海路一号' }, seen: [one.id] });
  const [a, b, c] = [daysAgo(120), daysAgo(90), daysAgo(60)].map((day) => day.slice(0, 7)) as [string, string, string];
  const report = (projectId: string, month: string, fen: number) =>
    world.ask(lead, projectApi.reportMonth, {
      params: { projectId, month },
      body: { revision: 0, fen, progress: '按计划', problem: '' },
    });
  await report(one.id, a, 1_000_000);
  await report(one.id, b, 2_000_000);
  await report(two.id, b, 2_500_000);
  await report(two.id, c, 4_000_000);
  const read = (projectId: string, asOf?: string) =>
    world.ask(lead, projectApi.readProject, { params: { projectId }, query: asOf === undefined ? {} : { asOf } });
  expect([(await read(one.id)).doneFen, (await read(two.id)).doneFen]).toEqual([3_000_000, 6_500_000]);
  const count = () =>
    asSystem(() =>
      countProjectRows(world.database.db as never, { regionId: regions.district, atLeastFen: 99_999_999 }),
    );
  const apart = await count();
  const { rows } = await world.ask(office, projectApi.listPairs, { query: { projectId: one.id } });
  const [pair] = rows;
  if (pair === undefined) throw new Error('no pair');
  await world.ask(office, projectApi.decidePair, {
    params: { pairId: pair.id },
    body: { revision: pair.revision, decision: 'same', keepId: one.id, reason: '同一个' },
  });
  // The month that both told of is the kept project's own.
  const kept = await read(one.id);
  expect([kept.doneFen, kept.lastMonth]).toEqual([7_000_000, c]);
  expect(kept.curve.points.at(-1)?.doneFen).toBe(7_000_000);
  expect(kept.months.map(({ month }) => month)).toEqual([a, b]);
  expect(kept.monthsBeside).toEqual([
    { month: c, fen: 4_000_000, vintage: 'reported', from: { id: two.id, name: facts.name } },
  ]);
  const together = await count();
  expect([apart.projects - together.projects, apart.doneFen - together.doneFen]).toEqual([1, 2_500_000]);
  // What the other reported stays readable there, and taking the decision back parts them as they were.
  expect((await read(two.id)).months.map(({ month, fen }) => [month, fen])).toEqual([
    [b, 2_500_000],
    [c, 4_000_000],
  ]);
  await world.ask(office, projectApi.undoPair, {
    params: { pairId: pair.id },
    body: { revision: pair.revision + 1, reason: '看错了' },
  });
  expect([(await read(one.id)).doneFen, (await read(one.id)).monthsBeside]).toEqual([3_000_000, []]);
  expect((await count()).doneFen).toBe(apart.doneFen);
});
