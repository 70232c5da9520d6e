import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { type ProjectJson, projectApi } from '../../src/project/contract.ts';
import { countProjects, investmentDone } from '../../src/project/routes.ts';
import { regions, units } from '../access/organisation.ts';
import {
  chief,
  clerk,
  daysAgo,
  factsOf,
  lead,
  monthsAgo,
  office,
  openProjectWorld,
  type ProjectWorld,
  reviewer,
  today,
} from './world.ts';

let world: ProjectWorld;
beforeAll(async () => {
  world = await openProjectWorld();
});
afterAll(() => world.close());

const wan = 1_000_000;
const names = [
  '丝光棉面料',
  '梭织印花',
  '牛仔水洗',
  '羊绒针织',
  '锂电隔膜',
  '预制菜',
  '光学薄膜',
  '精密轴承',
  '标准厂房',
  '冷链仓储',
];
let next = 0;
/** A project that is like no other. */
const fresh = (changes: Parameters<ProjectWorld['register']>[1] = {}, facts = {}): Promise<ProjectJson> => {
  const name = names[next++ % names.length] ?? '';
  const own = factsOf({
    name: `${name}项目`,
    enterprise: `${name}实业有限公司`,
    site: `${name}园区`,
    scope: name,
    ...facts,
  });
  return world.register(lead, { facts: own, ...changes });
};
const started = (on = daysAgo(100), facts = {}, changes = {}) =>
  fresh(
    { position: 'started', steps: [{ position: 'started', on, evidence: '施工许可证 2025-8' }], ...changes },
    facts,
  );
const paramsOf = ({ id }: ProjectJson) => ({ projectId: id });

describe('stages', () => {
  test('a step counts at once, is agreed to by another person, and only then is decided', async () => {
    const project = await fresh();
    const params = paramsOf(project);
    const body = { position: 'waiting' as const, on: daysAgo(10), evidence: '入库文件', files: [], note: '' };
    const step = (revision: number) => ({ params, body: { ...body, revision } });
    expect(await world.refused(chief, projectApi.stepProject, step(project.revision))).toBe('403 not-allowed');
    const waiting = await world.ask(office, projectApi.stepProject, step(project.revision));
    expect([waiting.library, waiting.undecided, waiting.positionOn]).toEqual(['waiting', true, daysAgo(10)]);
    expect(await world.refused(lead, projectApi.stepProject, step(project.revision))).toBe('409 record-changed');
    expect(await world.refused(lead, projectApi.stepProject, step(waiting.revision))).toBe('422 project-step-order');
    const event = waiting.events.at(-1);
    const decision = (agree: boolean, reason: string, revision: number) => ({
      params: { ...params, eventId: event?.id ?? '' },
      body: { revision, agree, reason },
    });
    expect(await world.refused(office, projectApi.decideStep, decision(true, '', waiting.revision))).toBe(
      '403 project-second-person',
    );
    expect(await world.refused(reviewer, projectApi.decideStep, decision(false, '', waiting.revision))).toBe(
      '422 project-reason-missing',
    );
    const refused = await world.ask(reviewer, projectApi.decideStep, decision(false, '没有备案', waiting.revision));
    expect([refused.library, refused.events.at(-1)?.counts]).toEqual(['planned', false]);
    expect(await world.refused(reviewer, projectApi.decideStep, decision(true, '', refused.revision))).toBe(
      '409 project-step-decided',
    );
  });

  test('back and out leave their traces, and are the reviewers to do', async () => {
    const project = await started();
    const params = paramsOf(project);
    const back = { params, body: { revision: project.revision, position: 'waiting', reason: '还没有开工' } } as const;
    expect(await world.refused(lead, projectApi.backProject, back)).toBe('403 not-allowed');
    const again = await world.ask(reviewer, projectApi.backProject, back);
    expect([again.position, again.startedOn, again.events.length]).toEqual(['waiting', null, 2]);
    const out = { params, body: { revision: again.revision, on: today, reason: '投资人退出' } };
    const gone = await world.ask(office, projectApi.withdrawProject, out);
    expect(gone.withdrawnOn).toBe(today);
    expect((await world.ask(lead, projectApi.listProjects, { query: { text: project.name } })).total).toBe(0);
    const inBox = await world.ask(lead, projectApi.listProjects, { query: { text: project.name, box: 'withdrawn' } });
    expect(inBox.total).toBe(1);
    const month = {
      params: { ...params, month: monthsAgo(1) },
      body: { revision: 0, fen: 1, progress: '', problem: '' },
    };
    expect(await world.refused(lead, projectApi.reportMonth, month)).toBe('409 project-withdrawn');
    const restored = await world.ask(office, projectApi.restoreProject, {
      params,
      body: { revision: gone.revision, on: today, reason: '找到新的投资人' },
    });
    expect(restored.withdrawnOn).toBeNull();
  });
});

describe('months', () => {
  test('reported, given back, reported anew, confirmed by another person, revised with a reason', async () => {
    const project = await started();
    const month = monthsAgo(1);
    const params = { ...paramsOf(project), month };
    const report = (fen: number, revision: number, more = {}) => ({
      params,
      body: { revision, fen, progress: '基础完成', problem: '', ...more },
    });
    const first = await world.ask(lead, projectApi.reportMonth, report(300 * wan, 0));
    expect(first.months.map(({ fen, vintage, revision }) => [fen, vintage, revision])).toEqual([
      [300 * wan, 'reported', 1],
    ]);
    expect([first.doneFen, first.confirmedFen, first.lastMonth]).toEqual([300 * wan, 0, month]);
    expect(await world.refused(clerk, projectApi.reportMonth, report(1, 0))).toBe('409 record-changed');
    expect(await world.refused(lead, projectApi.reportMonth, report(300 * wan, 1))).toBe('422 project-same');
    expect(await world.refused(lead, projectApi.reportMonth, report(30_000 * wan, 1))).toBe('422 project-month-large');
    const future = { params: { ...params, month: monthsAgo(-1) }, body: report(1, 0).body };
    expect(await world.refused(lead, projectApi.reportMonth, future)).toBe('422 project-month-future');
    const back = { params, body: { revision: 1, reason: '和统计局的数对不上' } };
    expect(await world.refused(lead, projectApi.returnMonth, back)).toBe('403 not-allowed');
    const returned = await world.ask(reviewer, projectApi.returnMonth, back);
    expect(returned.months[0]).toMatchObject({
      returned: '和统计局的数对不上',
      revision: 2,
      by: 'person-lead-unit的人',
    });
    await world.ask(lead, projectApi.reportMonth, report(280 * wan, 2));
    const confirm = (revision: number) => ({ params: paramsOf(project), body: { months: [{ month, revision }] } });
    expect(await world.refused(reviewer, projectApi.confirmMonths, confirm(2))).toBe('409 record-changed');
    const confirmed = await world.ask(reviewer, projectApi.confirmMonths, confirm(3));
    expect(confirmed.months[0]).toMatchObject({ vintage: 'confirmed', revision: 4, returned: null });
    expect(confirmed.confirmedFen).toBe(280 * wan);
    expect(await world.refused(lead, projectApi.reportMonth, report(290 * wan, 4))).toBe('422 project-month-confirmed');
    const revised = await world.ask(lead, projectApi.reportMonth, report(290 * wan, 4, { reason: '补报发票' }));
    expect([revised.months[0]?.vintage, revised.confirmedFen]).toEqual(['reported', 0]);
    const { versions } = await world.ask(chief, projectApi.readMonthVersions, { params });
    expect(versions.map(({ fen, vintage }) => [fen / wan, vintage])).toEqual([
      [290, 'reported'],
      [280, 'confirmed'],
      [280, 'reported'],
      [300, 'reported'],
      [300, 'reported'],
    ]);
    const own = await world.ask(office, projectApi.reportMonth, report(295 * wan, 5));
    expect(own.months[0]?.revision).toBe(6);
    expect(await world.refused(office, projectApi.confirmMonths, confirm(6))).toBe('403 project-second-person');
  });

  test('two who report the same month at once: one of them', async () => {
    const project = await started();
    const params = { ...paramsOf(project), month: monthsAgo(1) };
    const body = (fen: number) => ({ revision: 0, fen, progress: '', problem: '' });
    const both = await Promise.allSettled(
      [lead, clerk].map((post, at) => world.ask(post, projectApi.reportMonth, { params, body: body(at + 1) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

test('a stuck project asks its keeper and its follower for work, once for each cause, and takes it back', async () => {
  const followers = [{ kind: 'unit' as const, id: units.beside, name: '', role: '专班' }];
  const project = await started(daysAgo(200), {}, { followers });
  expect(project.alarms.map(({ rule }) => rule)).toEqual(['silent']);
  expect(project.light).toBe('red');
  const work = async (): Promise<string[]> => {
    const { rows } = await sql<{ text: string }>`select assignee_key || ' ' || state as text from work_item
      where link = ${`/projects/${project.id}`} order by 1`.execute(world.database.owner);
    return rows.map(({ text }) => text);
  };
  const asked = [`unit:${units.beside} open`, `unit:${units.own} open`];
  expect(await work()).toEqual(asked);
  await sql`update project set looked_on = null where id = ${project.id}`.execute(world.database.owner);
  await world.look();
  expect(await work()).toEqual(asked);
  for (const back of [1, 2, 3, 4, 5, 6])
    await world.ask(lead, projectApi.reportMonth, {
      params: { ...paramsOf(project), month: monthsAgo(back) },
      body: { revision: 0, fen: 5, progress: '', problem: '' },
    });
  expect((await world.ask(lead, projectApi.readProject, { params: paramsOf(project) })).light).toBe('green');
  expect(await work()).toEqual(asked.map((each) => each.replace('open', 'done')));
});

test('how it stood on a day: as it was known then', async () => {
  const project = await started();
  const params = paramsOf(project);
  expect(await world.refused(lead, projectApi.readProject, { params, query: { asOf: daysAgo(1) } })).toBe(
    '422 project-not-yet',
  );
  const now = await world.ask(lead, projectApi.readProject, { params, query: { asOf: today } });
  expect([now.asOf, now.position]).toEqual([null, 'started']);
});

describe('counting for tasks', () => {
  test('by position, day, sum and region, and what was invested in months', async () => {
    const counted = (condition: object) => asSystem(() => countProjects(systemActor, condition, world.deps));
    const before = await counted({ position: 'started', from: daysAgo(41), to: daysAgo(39) });
    const project = await started(daysAgo(40), { totalFen: 50_000 * wan });
    await world.ask(lead, projectApi.reportMonth, {
      params: { ...paramsOf(project), month: monthsAgo(1) },
      body: { revision: 0, fen: 700 * wan, progress: '', problem: '' },
    });
    const after = await counted({ position: 'started', from: daysAgo(41), to: daysAgo(39) });
    expect([after.projects - before.projects, after.totalFen - before.totalFen]).toEqual([1, 50_000 * wan]);
    expect(
      (await counted({ position: 'started', atLeastFen: 50_000 * wan, regionId: regions.district })).projects,
    ).toBe(1);
    expect((await counted({ atLeastFen: 50_000 * wan, regionId: regions.sister })).projects).toBe(0);
    expect((await counted({ position: 'started', atLeastFen: 50_000 * wan, confirmed: true })).projects).toBe(0);
    expect((await counted({ atLeastFen: 50_000 * wan, asOf: daysAgo(1) })).projects).toBe(0);
    const span = { atLeastFen: 50_000 * wan, doneFrom: monthsAgo(2), doneTo: monthsAgo(1) };
    expect(await asSystem(() => investmentDone(systemActor, span, world.deps))).toBe(700 * wan);
    const early = { ...span, doneTo: monthsAgo(2) };
    expect(await asSystem(() => investmentDone(systemActor, early, world.deps))).toBe(0);
    const asked = await world.ask(chief, projectApi.countProjects, { query: { atLeastFen: 50_000 * wan } });
    expect(asked).toEqual({ projects: 1, totalFen: 50_000 * wan, doneFen: 700 * wan });
  });
});
