import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPlanApi, overviewApi, tasksApi } from '../../src/task/contract.ts';
import { city, sister } from '../indicator/target-world.ts';
import { itemOf, itemText, type OriginWorld, openOriginWorld, planText } from './origin-world.ts';

let world: OriginWorld;
let planId = '';
beforeAll(async () => {
  world = await openOriginWorld();
  planId = await world.publish(
    city,
    'plan.txt',
    planText(
      '1.建设园区。推动专业园区建设，2098年9月底前开工，2099年6月底前交付。（责任单位：市工信局、市财政局）',
      '2.引进项目。到2099年，引进重点项目24个。（责任单位：市商务局、各县区政府）',
      '3.优化服务。提升服务水平，2099年12月底前完成。（责任单位：市工信局、市产业研究会办公室）',
      '4.开展调研。每月一次专题调研。（责任单位：市工信局）',
    ),
  );
});
afterAll(() => world.close());

const params = () => ({ planId });

describe('the tasks of a published plan', () => {
  test('units are those of the register; what is not one unit is asked about', async () => {
    const plan = await world.plan(planId);
    expect(plan).toMatchObject({ edition: 1, editions: [1], may: true, regionName: '临江市' });
    expect(plan.items.map(itemText)).toEqual([
      'ready | 建设园区 | lead lj-gxj 2099-06-30 | cooperating lj-czj -',
      'open | 引进项目 | lead lj-swj 2099-12-31 | cooperating ?各县区政府 -',
      'open | 优化服务 | lead lj-gxj 2099-12-31 | cooperating ?市产业研究会办公室 -',
      'ready | 开展调研 | lead lj-gxj -',
    ]);
    expect(itemOf(plan, '建设园区').milestones).toMatchObject([{ dueOn: '2098-09-30' }]);
    const [counties, unknown] = plan.names;
    expect(counties).toMatchObject({ name: '各县区政府', collective: true, items: 1, decided: false });
    expect(counties?.suggestions.map(({ id }) => id).toSorted()).toEqual([
      'bh-gov',
      'lz-gov',
      'qs-gov',
      'sw-gov',
      'wj-gov',
      'yt-gov',
    ]);
    expect(unknown).toMatchObject({ name: '市产业研究会办公室', units: [] });
  });

  test('what has no doubt becomes tasks at once, once', async () => {
    const body = { edition: 1, send: false };
    const first = await world.as(city, fromPlanApi.makeTasks, { params: params(), body });
    expect(first).toMatchObject({ sent: 0, refused: [] });
    expect(first.made).toHaveLength(2);
    expect(await world.refused(city, fromPlanApi.makeTasks, { params: params(), body })).toBe('422 task-plan-nothing');
    const plan = await world.plan(planId);
    expect(plan.counts).toMatchObject({ made: 2, open: 2, ready: 0 });
    const taskId = itemOf(plan, '建设园区').task?.id ?? '';
    const task = await world.as(city, tasksApi.readTask, { params: { taskId } });
    expect(task).toMatchObject({
      state: 'planned',
      source: { kind: 'plan', planId, edition: 1 },
      words: expect.stringContaining('推动专业园区'),
    });
    expect(task.duties.map(({ unit, role }) => [role, unit.id])).toEqual([
      ['lead', 'lj-gxj'],
      ['cooperating', 'lj-czj'],
    ]);
  });

  test('a name is said once and holds for the plan; a collective one becomes many units', async () => {
    const names = [
      { name: '各县区政府', unitIds: ['lz-gov', 'wj-gov'] },
      { name: '市产业研究会办公室', unitIds: ['lj-lianban'] },
    ];
    const plan = await world.as(city, fromPlanApi.decideNames, { params: params(), body: { names } });
    expect(itemText(itemOf(plan, '优化服务'))).toBe(
      'ready | 优化服务 | lead lj-gxj 2099-12-31 | cooperating lj-lianban -',
    );
    expect(itemOf(plan, '引进项目').duties.map(({ unitId }) => unitId)).toEqual(['lj-swj', 'lz-gov', 'wj-gov']);
    // The deadline by the end of its figures is still a person's to look at.
    expect(itemOf(plan, '引进项目')).toMatchObject({ state: 'open', doubts: [expect.stringContaining('时限')] });
    const refused = (body: object) => world.refused(city, fromPlanApi.decideNames, { params: params(), body });
    expect(await refused({ names: [{ name: '没有这个名字', unitIds: ['lz-gov'] }] })).toBe('422 task-plan-name');
    expect(await refused({ names: [{ name: '各县区政府', unitIds: ['nobody'] }] })).toBe('404 unit-unknown');
  });

  test('an item is settled and made; the same a second time is refused', async () => {
    const plan = await world.plan(planId);
    const { itemId, title, duties, milestones, deliverables, recurrences } = itemOf(plan, '引进项目');
    const body = { edition: 1, title, duties, milestones, deliverables, recurrences, send: true };
    const at = { planId, itemId };
    const lead = duties.map((duty) => (duty.role === 'lead' ? { ...duty, dueOn: '2099-11-30' } : duty));
    const { taskId } = await world.as(city, fromPlanApi.makeTask, { params: at, body: { ...body, duties: lead } });
    const task = await world.as(city, tasksApi.readTask, { params: { taskId } });
    expect(task).toMatchObject({ state: 'open', dueOn: '2099-11-30', duties: [{ state: 'sent' }, {}, {}] });
    expect(await world.refused(city, fromPlanApi.makeTask, { params: at, body })).toBe('409 task-plan-item-made');
    const other = { planId, itemId: 'T99' };
    expect(await world.refused(city, fromPlanApi.makeTask, { params: other, body })).toBe('422 task-plan-item');
  });

  test('an item is left out with the reason, and taken back', async () => {
    const { itemId } = itemOf(await world.plan(planId), '优化服务');
    const at = { planId, itemId };
    const leave = (reason: string | null) =>
      world.as(city, fromPlanApi.leaveItem, { params: at, body: { edition: 1, reason } });
    expect(itemOf(await leave('另有专项方案。'), '优化服务')).toMatchObject({
      state: 'left-out',
      decided: { reason: '另有专项方案。', edition: 1 },
    });
    expect(await world.refused(city, fromPlanApi.leaveItem, { params: at, body: { edition: 1, reason: ' ' } })).toBe(
      '422 task-reason-missing',
    );
    expect(itemOf(await leave(null), '优化服务')).toMatchObject({ state: 'ready', decided: null });
  });

  test('the list counts what became of each plan', async () => {
    const { plans } = await world.as(city, fromPlanApi.listTaskPlans, { query: {} });
    expect(plans.find((each) => each.planId === planId)).toMatchObject({
      ...{ items: 4, made: 3, sent: 1, done: 0, leftOut: 0, fresh: 1, changed: 0, gone: 0, may: true },
    });
    const none = await world.as(city, fromPlanApi.listTaskPlans, { query: { text: '100%_没有' } });
    expect(none).toMatchObject({ plans: [], total: 0 });
  });

  test('a foreign region sees nothing of it and makes nothing of it', async () => {
    expect(await world.refused(sister, fromPlanApi.readTaskPlan, { params: params() })).toBe('404 plan-unknown');
    const { plans } = await world.as(sister, fromPlanApi.listTaskPlans, { query: {} });
    expect(plans.filter((each) => each.planId === planId)).toEqual([]);
    for (const [endpoint, body] of [
      [fromPlanApi.makeTasks, { edition: 1, send: true }],
      [fromPlanApi.decideNames, { names: [{ name: '各县区政府', unitIds: ['lz-gov'] }] }],
    ] as const)
      expect(await world.refused(sister, endpoint, { params: params(), body })).toBe('404 plan-unknown');
    expect(
      await world.refused('clerk-gxj', fromPlanApi.makeTasks, { params: params(), body: { edition: 1, send: true } }),
    ).toMatch(/^403/);
  });
});

describe('a newer edition', () => {
  beforeAll(async () => {
    await world.publish(
      city,
      'plan-2.txt',
      planText(
        '1.建设园区。推动专业园区建设，2098年9月底前开工，2099年10月底前交付。（责任单位：市工信局、市财政局、市自然资源局）',
        '2.引进项目。到2099年，引进重点项目24个。（责任单位：市工信局、市商务局、各县区政府）',
        '3.优化服务。提升服务水平，2099年12月底前完成。（责任单位：市工信局、市产业研究会办公室）',
        '5.培育企业。2099年6月底前培育一批企业。（责任单位：市工信局）',
      ),
      planId,
    );
  });

  test('shows what differs and changes nothing by itself', async () => {
    const plan = await world.plan(planId);
    expect(plan).toMatchObject({ edition: 2, counts: { gone: 1, ready: 2 } });
    expect(itemOf(plan, '建设园区').changes.map(({ what, applies }) => [what, applies])).toEqual([
      ['due', true],
      ['unit-new', true],
    ]);
    expect(itemOf(plan, '引进项目').changes.map(({ what }) => what)).toContain('lead');
    expect(itemOf(plan, '开展调研')).toMatchObject({ state: 'gone', changes: [{ what: 'gone', applies: true }] });
    const { plans } = await world.as(city, fromPlanApi.listTaskPlans, { query: {} });
    expect(plans.find((each) => each.planId === planId)).toMatchObject({ fresh: 2, changed: 2, gone: 1 });
    const task = itemOf(plan, '建设园区').task;
    expect(task).toMatchObject({ edition: 1, dueOn: '2099-06-30' });
  });

  test('the older edition makes no more tasks', async () => {
    const body = { edition: 1, send: false };
    expect(await world.refused(city, fromPlanApi.makeTasks, { params: params(), body })).toBe('422 task-plan-old');
  });

  test('a task that was not sent is settled anew, one that is gone is withdrawn, both with the reason', async () => {
    const apply = async (start: string) => {
      const item = itemOf(await world.plan(planId), start);
      const at = { planId, itemId: item.itemId };
      const body = { edition: 2, revision: item.task?.revision ?? 0, reason: '照新版调整。' };
      return {
        plan: await world.as(city, fromPlanApi.applyEdition, { params: at, body }),
        taskId: item.task?.id ?? '',
      };
    };
    const { plan, taskId } = await apply('建设园区');
    expect(itemOf(plan, '建设园区')).toMatchObject({ changes: [], decided: { what: 'applied', edition: 2 } });
    const task = await world.as(city, tasksApi.readTask, { params: { taskId } });
    expect(task.duties.map(({ unit, dueOn }) => [unit.id, dueOn])).toMatchObject([
      ['lj-gxj', '2099-10-31'],
      ['lj-czj', null],
      ['lj-zrzy', null],
    ]);
    const gone = await apply('开展调研');
    const withdrawn = await world.as(city, tasksApi.readTask, { params: { taskId: gone.taskId } });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { words: '照新版调整。' } });
  });

  test('who leads a task that was sent is given over, and the first keeps its trace', async () => {
    const item = itemOf(await world.plan(planId), '引进项目');
    const at = { planId, itemId: item.itemId };
    const stale = { edition: 2, revision: 1, reason: '照新版。' };
    expect(await world.refused(city, fromPlanApi.applyEdition, { params: at, body: stale })).toBe('409 record-changed');
    const kept = await world.as(city, fromPlanApi.keepItem, {
      params: at,
      body: { edition: 2, reason: '会上定过，不改。' },
    });
    expect(itemOf(kept, '引进项目')).toMatchObject({
      changes: [],
      decided: { what: 'kept', reason: '会上定过，不改。' },
    });
    expect(
      await world.refused(city, fromPlanApi.keepItem, { params: at, body: { edition: 2, reason: '再来。' } }),
    ).toBe('422 task-plan-unchanged');
  });
});

describe('an instruction', () => {
  const read = (words: string) => world.as('chief-one', overviewApi.readInstruction, { body: { words } });

  test('is read with the units of the register as the chief speaks of them', async () => {
    const found = await read('请工信局牵头、商务局配合，芦洲区参加，2099年9月底前把外贸订单对接会办好。');
    expect(found).toMatchObject({ title: '办好外贸订单对接会', dueOn: '2099-09-30' });
    expect(found.duties.map(({ unit, role }) => [role, unit.id])).toEqual([
      ['lead', 'lj-gxj'],
      ['cooperating', 'lj-swj'],
      ['cooperating', 'lz-gov'],
    ]);
    expect(found.doubts).toEqual([expect.stringContaining('芦洲区人民政府')]);
  });

  test('becomes a task that is sent at once, and waits at the unit', async () => {
    const words = '请商务局牵头，2099年8月底前办好对接会。';
    const { title, duties, dueOn } = await read(words);
    const task = await world.as('chief-one', tasksApi.createTask, {
      body: {
        ...{
          title,
          words,
          source: { kind: 'instruction' },
          chains: [],
          milestones: [],
          deliverables: [],
          dependsOn: [],
        },
        duties: duties.map(({ unit, role, part }) => ({ unitId: unit.id, unitName: unit.name, role, part, dueOn })),
        send: true,
      },
    });
    expect(task).toMatchObject({ state: 'open', source: { kind: 'instruction' }, words });
    const overview = await world.as('clerk-swj', overviewApi.readUnit, { params: { unitId: 'lj-swj' } });
    expect(overview.waits.find(({ kind }) => kind === 'sign')?.rows.map(({ title: of }) => of)).toContain(title);
  });

  test('is nobody’s who may not instruct, and says what it leaves open', async () => {
    const body = { words: '请工信局办。' };
    expect(await world.refused('clerk-gxj', overviewApi.readInstruction, { body })).toMatch(/^403/);
    expect(await world.refused('chief-one', overviewApi.readInstruction, { body: { words: '' } })).toMatch(/^400/);
    expect((await read('把对接会办好')).doubts).toHaveLength(2);
  });
});
