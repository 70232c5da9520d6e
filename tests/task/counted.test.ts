import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { projectApi } from '../../src/project/contract.ts';
import { positionNames } from '../../src/project/index.ts';
import type { CreateTaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { projectStepNames } from '../../src/task/index.ts';
import { keepTasks, verifyTasks } from '../../src/task/routes.ts';
import { chains, regions, units } from '../access/organisation.ts';
import { city, daysAgo, factsOf, registrationOf, today } from '../project/world.ts';
import { cityOffice, office, openTaskWorld, type TaskWorld, taskOf } from './world.ts';

let world: TaskWorld;
beforeAll(async () => {
  world = await openTaskWorld();
});
afterAll(() => world.close());
// Whatever was counted, what is kept is what the events and readings come to.
afterEach(async () => expect((await verifyTasks(world.deps)).wrong).toEqual([]));

type Figure = CreateTaskJson['deliverables'][number];
const wan = 1_000_000;

const figureOf = (changes: Partial<Figure> = {}, events: Partial<NonNullable<Figure['events']>> = {}): Figure => ({
  ...{ id: 'F1', name: '新开工项目', unit: '个', decimals: 0, target: 2, comparator: '>=', mode: 'annual' },
  ...{ from: daysAgo(200), by: today, counts: 'events', indicatorId: null, dutyId: null },
  events: {
    ...{ source: 'projects', measure: 'number', step: 'started', atLeastFen: 5000 * wan },
    ...{ regionId: regions.district, chainId: null, confirmed: false, ...events },
  },
  ...changes,
});
const sent = (figures: Figure[]) => world.sent({ deliverables: figures });

/** So many minutes after now: figures are looked at again only after some. */
let minutes = 0;
const later = (): string => {
  minutes += 11;
  return new Date(Date.now() + minutes * 60_000).toISOString();
};
const keep = async (at = later()): Promise<void> => {
  while ((await asSystem(() => keepTasks(world.at(at)))) > 0);
};
const figureIn = async (taskId: string) => (await world.read(taskId)).deliverables[0];
const readings = async (taskId: string): Promise<number[]> => {
  const { rows } = await sql<{ value: number }>`
    select value from task_reading where task_id = ${taskId} order by at`.execute(world.database.owner);
  return rows.map(({ value }) => Number(value));
};

let made = 0;
const register = (changes: Parameters<typeof registrationOf>[0] = {}, totalFen = 8000 * wan) => {
  made += 1;
  const own = {
    ...{
      name: `第${made}号厂房`,
      enterprise: `甲${'乙丙丁戊己庚辛壬癸子'[made]}制造有限公司`,
      site: `工业路${made}号`,
    },
    ...{ scope: `生产线${made}`, totalFen },
  };
  return world.as(city, projectApi.registerProject, {
    body: registrationOf({
      ...{ unitId: units.own, facts: factsOf(own), position: 'started', seen: [] },
      steps: [{ position: 'started', on: daysAgo(20), evidence: '施工许可证' }],
      ...changes,
    }),
  });
};

test('the steps are those of the library of projects', () => {
  expect(projectStepNames).toEqual(positionNames);
});

test('projects that begin make the figure and its light; a merged one lowers it, a foreign or small one is not in it', async () => {
  const task = await sent([figureOf()]);
  expect(task.deliverables[0]?.source?.words).toBe('项目库：开工、总投资5000万元以上，还没有数');
  await keep();
  expect(await figureIn(task.id)).toMatchObject({ value: 0, behind: true });
  expect((await world.read(task.id)).light).toBe('yellow');

  const one = await register();
  await register({ unitId: units.foreign });
  await register({}, 4999 * wan);
  await register({ steps: [{ position: 'started', on: daysAgo(300), evidence: '施工许可证' }] });
  // The same project, registered once more.
  const { facts } = one.content;
  const steps = [{ position: 'waiting' as const, on: daysAgo(30), evidence: '备案' }];
  const two = await register({
    facts: { ...facts, scope: `${facts.scope}及仓库` },
    position: 'waiting',
    steps,
    seen: [one.id],
  });
  await keep();
  expect(await figureIn(task.id)).toMatchObject({ value: 1, behind: true });
  await world.as(city, projectApi.stepProject, {
    params: { projectId: two.id },
    body: { revision: two.revision, position: 'started', on: daysAgo(1), evidence: '施工许可证', files: [], note: '' },
  });
  await keep();
  const full = await world.read(task.id);
  expect(full.deliverables[0]).toMatchObject({ value: 2, behind: false });
  expect(full.light).not.toBe('yellow');
  const { source } = full.deliverables[0] ?? {};
  expect(source?.words).toBe('项目库：芦洲区、开工、总投资5000万元以上，2个');
  // The link shows just those.
  const query = { filter: new URLSearchParams(source?.link?.split('?')[1]).get('filter') ?? '' };
  const { rows } = await world.as(city, projectApi.listProjects, { query });
  expect(rows.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());

  // Looked at again and on another day, the same figure is not kept again.
  await keep();
  expect(await readings(task.id)).toEqual([0, 1, 2]);
  const [pair] = (await world.as(city, projectApi.listPairs, { query: {} })).rows;
  await world.as(city, projectApi.decidePair, {
    params: { pairId: pair?.id ?? '' },
    body: { revision: 1, decision: 'same', keepId: one.id, reason: '备案证是同一个' },
  });
  await keep();
  expect(await figureIn(task.id)).toMatchObject({ value: 1, behind: true });
  expect((await figureIn(task.id))?.source?.words).toBe('项目库：芦洲区、开工、总投资5000万元以上，1个，比上次少1个');
  expect((await world.read(task.id)).light).toBe('yellow');
  expect(await readings(task.id)).toEqual([0, 1, 2, 1]);
});

test('two servers at once keep a figure once', async () => {
  const task = await sent([figureOf()]);
  const at = later();
  await Promise.all([1, 2, 3].map(() => asSystem(() => keepTasks(world.at(at)))));
  await keep(at);
  expect(await readings(task.id)).toHaveLength(1);
});

test('only what is confirmed counts where that is asked for, and a chain narrows', async () => {
  const confirmed = await sent([figureOf({}, { confirmed: true })]);
  const elsewhere = await sent([figureOf({}, { chainId: chains.food })]);
  await keep();
  expect([await readings(confirmed.id), await readings(elsewhere.id)]).toEqual([[0], [0]]);
});

test('refused: no condition, another region, a chain that there is none of, pieces of money', async () => {
  const refused = (figure: Figure, post = cityOffice) =>
    world.refused(post, tasksApi.createTask, { body: taskOf({ deliverables: [figure] }) });
  expect(await refused({ ...figureOf(), events: null })).toMatch(/deliverable-events$/u);
  expect(await refused(figureOf({}, { regionId: regions.sister }), office)).toMatch(/deliverable-events-region$/u);
  expect(await refused(figureOf({}, { chainId: 'none' }))).toMatch(/chain-unknown$/u);
  expect(await refused(figureOf({ unit: '亿元' }))).toMatch(/deliverable-events-unit$/u);
});
