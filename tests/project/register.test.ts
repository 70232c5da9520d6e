import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectApi } from '../../src/project/contract.ts';
import { units } from '../access/organisation.ts';
import {
  chief,
  city,
  clerk,
  daysAgo,
  factsOf,
  lead,
  office,
  openProjectWorld,
  type ProjectWorld,
  registrationOf,
  reviewer,
} from './world.ts';

let world: ProjectWorld;
beforeAll(async () => {
  world = await openProjectWorld();
});
afterAll(() => world.close());

const named = (name: string, enterprise: string, changes = {}) => ({
  facts: factsOf({ name, enterprise, ...changes }),
});

test('what is registered is read as it was written, by those in reach alone', async () => {
  const project = await world.register(lead, named('丝光棉面料项目', '江东丝光面料有限公司'));
  expect(project.library).toBe('planned');
  expect(project.stage).toBe('before');
  expect(project.unit.id).toBe(units.own);
  expect(project.events.map(({ kind, position, counts }) => [kind, position, counts])).toEqual([
    ['step', 'planned', true],
  ]);
  expect(project.may).toEqual({ keep: true, review: false, steps: ['waiting', 'started'] });
  const params = { projectId: project.id };
  for (const post of [office, reviewer, chief, clerk, city])
    expect((await world.ask(post, projectApi.readProject, { params })).name).toBe('丝光棉面料项目');
  await sql`update post set unit_id = ${units.foreign} where id = ${clerk}`.execute(world.database.owner);
  expect(await world.refused(clerk, projectApi.readProject, { params })).toBe('404 project-unknown');
  expect((await world.ask(clerk, projectApi.listProjects)).total).toBe(0);
  expect(await world.refused(clerk, projectApi.changeProject, { params, body: { revision: 1, change: {} } })).toMatch(
    /^404 project-unknown/,
  );
  await sql`update post set unit_id = ${units.own} where id = ${clerk}`.execute(world.database.owner);
});

test.each([
  ['a unit out of reach', { unitId: units.foreign }, 'project-beyond-reach'],
  ['no such unit', { unitId: 'nobody' }, 'unit-unknown'],
  ['no such chain', { chainId: 'nothing' }, 'chain-unknown'],
  ['a total of nought', { facts: factsOf({ name: '甲', totalFen: 0 }) }, 'project-total-missing'],
  [
    'months the wrong way round',
    { facts: factsOf({ startMonth: '2026-05', completionMonth: '2026-04' }) },
    'project-months-order',
  ],
  ['a wrong credit code', { facts: factsOf({ creditCode: '91990103TE6T010100' }) }, 'project-credit-code'],
  [
    'a plan that is more than the whole',
    { plan: [{ year: 2026, fen: 20_000_000_000_000, months: null }] },
    'project-plan-over',
  ],
  [
    'months that do not come to the year',
    { plan: [{ year: 2026, fen: 1200, months: Array.from({ length: 12 }, () => 99) }] },
    'project-plan-sum',
  ],
  [
    'a step in the future',
    { steps: [{ position: 'planned', on: daysAgo(-2), evidence: '备案证' }] },
    'project-step-future',
  ],
  ['not the step that it is at', { position: 'started' }, 'project-step-missing'],
  [
    'steps out of order',
    {
      position: 'started',
      steps: [
        { position: 'completed', on: daysAgo(9), evidence: '验收' },
        { position: 'started', on: daysAgo(5), evidence: '许可' },
      ],
    },
    'project-step-order',
  ],
] as const)('refuses %s', async (_what, changes, code) => {
  const body = registrationOf(changes as never);
  expect(await world.refused(lead, projectApi.registerProject, { body })).toContain(code);
});

describe('a change', () => {
  test('is a version; what was seen otherwise is refused; two at once: one of them', async () => {
    const project = await world.register(lead, named('梭织印花项目', '江北梭织印花有限公司'));
    const params = { projectId: project.id };
    const body = (site: string) => ({
      revision: project.revision,
      change: { facts: { ...project.content.facts, site } },
    });
    const both = await Promise.allSettled(
      ['东园', '西园'].map((site) => world.ask(lead, projectApi.changeProject, { params, body: body(site) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await world.refused(lead, projectApi.changeProject, { params, body: body('南园') })).toBe(
      '409 record-changed',
    );
    const now = await world.ask(lead, projectApi.readProject, { params });
    expect(now.versions.map(({ parts }) => parts)).toEqual([['facts'], expect.arrayContaining(['facts', 'plan'])]);
    const same = { revision: now.revision, change: { facts: now.content.facts } };
    expect(await world.refused(lead, projectApi.changeProject, { params, body: same })).toMatch(/project-same$/);
  });

  test('a chief reads and keeps nothing; who follows from elsewhere reads it too', async () => {
    const project = await world.register(lead, named('牛仔水洗项目', '江西岸牛仔水洗有限公司'));
    const params = { projectId: project.id };
    const change = { milestones: [{ name: '封顶', plannedOn: null, doneOn: null }] };
    const body = { revision: project.revision, change };
    expect(await world.refused(chief, projectApi.changeProject, { params, body })).toBe('403 not-allowed');
    await sql`update post set unit_id = ${units.foreign} where id = ${clerk}`.execute(world.database.owner);
    expect(await world.refused(clerk, projectApi.readProject, { params })).toBe('404 project-unknown');
    const followers = [{ kind: 'unit' as const, id: units.foreign, name: '', role: '专班' }];
    const followed = await world.ask(lead, projectApi.changeProject, {
      params,
      body: { revision: project.revision, change: { followers } },
    });
    expect(followed.content.followers[0]?.name).toBe('单位foreign');
    const seen = await world.ask(clerk, projectApi.readProject, { params });
    expect(seen.may).toEqual({ keep: false, review: false, steps: ['waiting', 'started'] });
    expect((await world.ask(clerk, projectApi.listProjects)).rows.map(({ id }) => id)).toEqual([project.id]);
    const mine = { revision: followed.revision, change };
    expect(await world.refused(clerk, projectApi.changeProject, { params, body: mine })).toBe('404 project-unknown');
    await sql`update post set unit_id = ${units.own} where id = ${clerk}`.execute(world.database.owner);
  });
});
