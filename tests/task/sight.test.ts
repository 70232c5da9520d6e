import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking } from '../../platform/db/index.ts';
import type { TaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { workApi } from '../../src/work/contract.ts';
import { chainPost, chains, units } from '../access/organisation.ts';
import { cityOffice, clerk, lead, office, openTaskWorld, type TaskWorld, taskOf } from './world.ts';

/** Who sees which tasks, and what lists, boards, counts and calendars make of them. */
let world: TaskWorld;
let stranger: string;
let beside: string;
let made: Record<'textile' | 'food' | 'foreign' | 'planned', TaskJson>;

const unit = (id: string, role: 'lead' | 'cooperating' = 'lead') => ({
  ...{ unitId: id, unitName: `单位${id}`, role, part: null },
  dueOn: role === 'lead' ? '2099-12-31' : null,
});
beforeAll(async () => {
  world = await openTaskWorld();
  stranger = await world.clerkOf(units.foreign);
  beside = await world.clerkOf(units.beside);
  made = {
    textile: await world.sent({ title: '纺织园区', chains: [chains.garment] }),
    food: await world.sent({ title: '食品园区', chains: [chains.food] }),
    foreign: await world.sent({ title: '望江码头', duties: [unit(units.foreign)] }),
    planned: await world.sent({ title: '未下达的', send: false }),
  };
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const titles = async (post: string, query: object = {}): Promise<string[]> =>
  (await world.as(post, tasksApi.listTasks, { query })).rows.map(({ title }) => title).sort();

describe('who sees a task', () => {
  test.each([
    ['the office that keeps it: all', () => cityOffice, ['望江码头', '未下达的', '纺织园区', '食品园区'].sort()],
    [
      'the office of a district: those in which one of its units has a part',
      () => office,
      ['纺织园区', '食品园区'].sort(),
    ],
    ['a unit that leads', () => clerk, ['纺织园区', '食品园区'].sort()],
    ['a unit that helps', () => beside, ['纺织园区', '食品园区'].sort()],
    ['a unit of another district', () => stranger, ['望江码头']],
    ['a chief of one chain: that chain and those below it', () => chainPost, ['纺织园区']],
    ['a unit that is narrowed to one chain', () => 'lead-unit-textile', ['纺织园区']],
  ])('%s', async (_who, post, wanted) => {
    expect(await titles(post())).toEqual(wanted);
    const all = Object.values(made);
    for (const { id, title } of all) {
      const params = { taskId: id };
      if (wanted.includes(title)) expect((await world.as(post(), tasksApi.readTask, { params })).title).toBe(title);
      else expect(await world.refused(post(), tasksApi.readTask, { params })).toBe('404 task-unknown');
    }
  });

  test('nobody reads by the database what the lists do not show', async () => {
    const { db } = world.deps;
    const seen = (table: 'task_event' | 'task_duty' | 'task_party') =>
      asAsking({ postId: stranger, personId: stranger }, () =>
        db.selectFrom(table).select('task_id').distinct().execute(),
      );
    for (const table of ['task_event', 'task_duty', 'task_party'] as const)
      expect((await seen(table)).map(({ task_id }) => task_id)).toEqual([made.foreign.id]);
    const changed = await asAsking({ postId: stranger, personId: stranger }, () =>
      db.updateTable('task').set({ title: '改了' }).where('id', '=', made.textile.id).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    await expect(
      asAsking({ postId: stranger, personId: stranger }, () =>
        db.deleteFrom('task_event').where('task_id', '=', made.foreign.id).executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numDeletedRows: 0n });
  });

  test('whoever acts for a post sees what the post sees', async () => {
    const { sql } = await import('kysely');
    await sql`insert into person (id, name, created_at) values ('deputy', '副手', now())`.execute(world.database.owner);
    await sql`insert into delegation (id, post_id, to_person, valid_from, valid_to, reason, created_at, created_by)
      values ('d1', ${beside}, 'deputy', '2020-01-01', '2999-01-01', '出差', now(), 'x')`.execute(world.database.owner);
    const headers = { 'x-post': beside, 'x-person': 'deputy' };
    const params = { taskId: made.textile.id };
    const body = { revision: made.textile.revision, dutyId: 'D2' };
    const task = await world.api.call(tasksApi.signDuty, { params, body, headers } as never);
    expect((task as TaskJson).duties[1]?.signed?.by.name).toBe('副手');
  });
});

describe('lists', () => {
  test('conditions, words and order', async () => {
    expect(await titles(cityOffice, { text: '园区' })).toEqual(['纺织园区', '食品园区'].sort());
    expect(await titles(cityOffice, { filter: JSON.stringify({ state: { in: ['planned'] } }) })).toEqual(['未下达的']);
    expect(await titles(cityOffice, { filter: JSON.stringify({ chain: { in: [chains.textile] } }) })).toEqual([
      '纺织园区',
    ]);
    expect(await titles(cityOffice, { filter: JSON.stringify({ lead: { in: [units.foreign] } }) })).toEqual([
      '望江码头',
    ]);
    expect(await titles(cityOffice, { filter: JSON.stringify({ help: { in: ['yes'] } }) })).toEqual([]);
    expect(await titles(clerk, { scope: 'mine', waits: 'sign' })).toEqual(['纺织园区', '食品园区'].sort());
    expect(await titles(stranger, { waits: 'report' })).toEqual([]);
    const { rows, total } = await world.as(cityOffice, tasksApi.listTasks, { query: { sort: '-title', pageSize: 2 } });
    expect([rows.length, total]).toEqual([2, 4]);
  });

  test('the usual list, which is walked and counted apart, has the rows of one that is sorted', async () => {
    const all = JSON.stringify({ state: { in: ['planned', 'open', 'closed', 'withdrawn'] } });
    const usual = 'light,dueOn';
    for (const post of [cityOffice, office, clerk, lead, beside, stranger, chainPost])
      for (const endpoint of [tasksApi.listTasks, tasksApi.listDuties]) {
        const filter = endpoint === tasksApi.listTasks ? { filter: all } : {};
        const [walked, sorted] = [
          await world.as(post, endpoint, { query: {} }),
          await world.as(post, endpoint, { query: { ...filter, sort: usual } }),
        ];
        expect(walked).toEqual(sorted);
        const [second, beyond] = [
          await world.as(post, endpoint, { query: { pageSize: 1, page: 2 } }),
          await world.as(post, endpoint, { query: { page: 50 } }),
        ];
        expect(second.rows).toEqual(sorted.rows.slice(1, 2));
        expect([second.total, beyond.total, beyond.rows]).toEqual([sorted.total, sorted.total, []]);
      }
  });

  test('what is mine stands in the row', async () => {
    const { rows } = await world.as(beside, tasksApi.listTasks, { query: { text: '食品' } });
    expect(rows[0]).toMatchObject({
      mine: { dutyId: 'D2', role: 'cooperating' },
      cooperating: 1,
      leads: [{ id: units.own }],
    });
  });

  test('duties of units', async () => {
    const { rows } = await world.as(cityOffice, tasksApi.listDuties, { query: { sort: 'unit' } });
    expect(rows.map(({ unit: { id } }) => id)).toEqual(['beside', 'beside', 'foreign', 'own', 'own']);
    expect(await world.as(lead, tasksApi.listDuties, { query: { scope: 'mine' } })).toMatchObject({ total: 2 });
  });

  test('counts, boards and the calendar', async () => {
    const counts = await world.as(cityOffice, tasksApi.countTasks, { query: {} });
    expect(counts).toMatchObject({ open: 3, planned: 1, closed: 0, help: 0 });
    expect(counts.lights.find(({ light }) => light === 'green')?.tasks).toBe(3);
    const byLight = await world.as(cityOffice, tasksApi.taskBoard, { query: { by: 'light', perColumn: 2 } });
    expect(byLight.columns.map(({ key, total, rows }) => [key, total, rows.length])).toEqual([
      ...[
        ['red', 0, 0],
        ['yellow', 0, 0],
        ['blue', 0, 0],
        ['green', 3, 2],
        ['none', 0, 0],
      ],
    ]);
    const byLead = await world.as(cityOffice, tasksApi.taskBoard, { query: { by: 'lead' } });
    expect(byLead.columns.map(({ name, total }) => [name, total])).toEqual([
      ['单位own', 3],
      ['单位foreign', 1],
    ]);
    const byChain = await world.as(chainPost, tasksApi.taskBoard, { query: { by: 'chain' } });
    expect(byChain.columns.map(({ key, total }) => [key, total])).toEqual([[chains.garment, 1]]);
    const query = { from: '2099-12-01', to: '2099-12-31' };
    const month = await world.as(stranger, tasksApi.taskCalendar, { query });
    expect(month.days).toEqual([
      {
        on: '2099-12-31',
        kind: 'due',
        taskId: made.foreign.id,
        title: '望江码头',
        words: '单位foreign牵头的任务到期',
        light: 'green',
      },
    ]);
    expect(month.daysOff).toBeNull();
    expect(
      await world.refused(stranger, tasksApi.taskCalendar, { query: { from: '2099-02-30', to: '2099-03-01' } }),
    ).toMatch(/day-unknown/u);
  });

  test('an export has what the list has', async () => {
    const csv = await world.text(stranger, '/tasks/export?format=csv&columns=title,lead,light,dueOn');
    expect(csv.status).toBe(200);
    expect(
      csv.body
        .replace(/^\uFEFF/u, '')
        .trim()
        .split(/\r?\n/u),
    ).toEqual(['任务,牵头单位,灯,时限', '望江码头,单位foreign,绿灯,2099-12-31']);
  });
});

describe('handing down', () => {
  test('a unit hands its duty down; the parts are its own, and the whole shows what they come to', async () => {
    const figure = {
      ...{ name: '园区', unit: '个', decimals: 0, target: 10, comparator: '>=' as const, mode: 'cumulative' as const },
      ...{ from: '2025-01-01', by: '2099-12-31', counts: 'reported' as const, indicatorId: null, dutyId: null },
    };
    const whole = await world.sent({ title: '分下去的', deliverables: [figure] });
    const params = { taskId: whole.id };
    const share = (unitId: string, target: number) => ({
      unitId,
      part: null,
      dueOn: null,
      figures: [{ deliverableId: 'F1', target }],
    });
    const body = (shares: object[]) => ({ revision: whole.revision, dutyId: 'D1', shares, shortReason: null });
    const below = (shares: object[], post = lead) =>
      world.refused(post, tasksApi.subdivideDuty, { params, body: body(shares) });
    expect(await below([share(units.below, 4)])).toMatch(/share-short/u);
    expect(await below([share(units.foreign, 10)])).toBe('403 task-unit-far');
    expect(await below([share(units.below, 10)], clerk)).toBe('403 not-allowed');
    const town = await world.clerkOf(units.below);
    const after = await world.as(lead, tasksApi.subdivideDuty, {
      params,
      body: body([share(units.below, 10)]),
    } as never);
    const [part] = after.duties[0]?.parts ?? [];
    expect(part).toMatchObject({ unit: '单位below', state: 'open' });
    expect(await titles(lead, { scope: 'below' })).toEqual(['分下去的']);
    let child = await world.read(part?.id ?? '', town);
    const of = () => ({ params: { taskId: child.id }, body: { revision: child.revision, dutyId: 'D1' } });
    child = await world.as(town, tasksApi.signDuty, of());
    const told = { words: '', figures: [{ deliverableId: 'F1', value: 3 }], evidence: [], problem: null, help: null };
    await world.as(town, tasksApi.reportDuty, { ...of(), body: { ...of().body, ...told } });
    expect((await world.read(whole.id, beside)).deliverables[0]?.handedUp).toEqual({ value: 3, told: 1, of: 1 });
    expect(await world.refused(town, tasksApi.readTask, { params })).toBe('404 task-unknown');
  });

  test('an order that goes round in a circle is refused, also by way of others', async () => {
    const first = await world.sent({ title: '先' });
    const second = await world.sent({ title: '后', dependsOn: [first.id] });
    const body = { revision: first.revision, dependsOn: [second.id] };
    expect(await world.refused(cityOffice, tasksApi.dependOn, { params: { taskId: first.id }, body })).toBe(
      '422 dependency-circle',
    );
    expect((await world.read(first.id)).neededBy.map(({ title }) => title)).toEqual(['后']);
  });

  test('many are sent at once; one that cannot be says why', async () => {
    const nameless = { unitId: null, unitName: '有关部门', role: 'lead' as const, part: null, dueOn: null };
    const good = await world.sent({ send: false });
    const bad = await world.sent({ send: false, duties: [nameless] });
    const answer = await world.as(cityOffice, tasksApi.assignTasks, { body: { taskIds: [good.id, bad.id, 'none'] } });
    expect(answer.sent).toEqual([good.id]);
    expect(answer.refused.map(({ taskId, why }) => [taskId, why.length > 5])).toEqual([
      [bad.id, true],
      ['none', true],
    ]);
    const { duties } = taskOf();
    const settled = { revision: bad.revision, duties, milestones: [], deliverables: [] };
    const task = await world.as(cityOffice, tasksApi.settleTask, { params: { taskId: bad.id }, body: settled });
    expect(task.duties.map(({ unit: { id } }) => id)).toEqual([units.own, units.beside]);
    expect(
      await world.refused(cityOffice, tasksApi.settleTask, {
        params: { taskId: good.id },
        body: { ...settled, revision: 2 },
      }),
    ).toBe('409 task-sent');
  });
});

test('the search over everything finds tasks, for those who see them', async () => {
  const found = async (post: string) =>
    (await world.as(post, workApi.search, { query: { text: '园区' } })).groups
      .filter(({ kind }) => kind === 'dispatched-task')
      .flatMap(({ hits }) => hits);
  const { id } = made.textile;
  expect(await found(cityOffice)).toContainEqual(
    expect.objectContaining({ id, title: '纺织园区', link: `/tasks/${id}`, detail: expect.stringContaining('绿灯') }),
  );
  expect((await found(clerk)).map((hit) => hit.id)).toContain(id);
  expect(await found(stranger)).toEqual([]);
});
