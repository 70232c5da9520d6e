import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { replay } from '../../src/task/index.ts';
import { units } from '../access/organisation.ts';
import { cityOffice, clerk, lead, office, openTaskWorld, reviewer, type TaskWorld, taskOf } from './world.ts';

let world: TaskWorld;
let beside: string;
let closer: string;
beforeAll(async () => {
  world = await openTaskWorld();
  beside = await world.clerkOf(units.beside);
  // A second person of the city, who closes out.
  closer = await world.clerkOf(units.city, 'reviewer', 'closer');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const duty = (task: TaskJson, id = 'D1') => task.duties.find((each) => each.id === id)!;
const of = (task: TaskJson, dutyId = 'D1') => ({
  params: { taskId: task.id },
  body: { revision: task.revision, dutyId },
});
const link = { id: 'L1', kind: 'link', name: 'https://linjiang.example/yanshou' } as const;
/** Open work of a unit or of the holders of a permission about a task. */
const work = async (taskId: string): Promise<string[]> => {
  const { rows } = await sql<{ what: string }>`select origin_kind || ' ' || assignee_id as what from work_item
    where origin_slice = 'task' and origin_id like ${`${taskId}.%`} and state in ('open', 'claimed') order by 1`.execute(
    world.database.owner,
  );
  return rows.map(({ what }) => what);
};
const told = async (taskId: string): Promise<string[]> => {
  const { rows } = await sql<{ title: string }>`select title from notice
    where origin_slice = 'task' and origin_id = ${taskId} order by at, title`.execute(world.database.owner);
  return rows.map(({ title }) => title);
};

describe('from sending to close-out', () => {
  test('every step is done by whose it is, and each stands on the workbench of the next', async () => {
    let task = await world.sent();
    expect(task).toMatchObject({ state: 'open', revision: 2, light: 'green', dueOn: '2099-12-31' });
    expect(await work(task.id)).toEqual(['task-sign beside', 'task-sign own']);
    expect(duty(task).may.sign).toMatchObject({ may: false });

    task = await world.as(clerk, tasksApi.signDuty, of(task));
    expect(await work(task.id)).toEqual(['task-sign beside']);
    task = await world.as(beside, tasksApi.signDuty, of(task, 'D2'));
    expect(duty(task, 'D2')).toMatchObject({
      state: 'signed',
      may: { report: { may: true }, closeOut: { may: false } },
    });

    const report = { words: '完成供地。', figures: [], evidence: [], problem: null, help: '请协调用电。' };
    const reported = of(task, 'D2');
    task = await world.as(beside, tasksApi.reportDuty, { ...reported, body: { ...reported.body, ...report } });
    expect(task.events.at(-1)).toMatchObject({ what: '单位beside报进展。', words: '完成供地。\n求助：请协调用电。' });
    expect(await work(task.id)).toEqual(['task-help task.dispatch']);

    const shown = { words: '已供地。', evidence: [link] };
    const submitted = of(task, 'D2');
    task = await world.as(beside, tasksApi.submitDuty, { ...submitted, body: { ...submitted.body, ...shown } });
    expect(await work(task.id)).toEqual(['task-close task.close', 'task-help task.dispatch']);
    expect(duty(task, 'D2').may.takeBack).toEqual({ may: true, why: null });

    task = await world.as(closer, tasksApi.closeDuty, of(task, 'D2'));
    expect(duty(task, 'D2')).toMatchObject({ state: 'closed', light: 'green' });
    expect(await work(task.id)).toEqual([]);
    const asked = of(task);
    task = await world.as(clerk, tasksApi.submitDuty, { ...asked, body: { ...asked.body, ...shown } });
    task = await world.as(closer, tasksApi.closeDuty, of(task));
    expect(task.state).toBe('closed');
    expect(await told(task.id)).toEqual(['已销号：建设专业园区', '已销号：建设专业园区']);

    const again = of(task);
    const reopened = { ...again.body, reason: '验收不合格。', to: null };
    task = await world.as(closer, tasksApi.reopenDuty, { ...again, body: reopened });
    expect(task.state).toBe('open');
    const body = { revision: task.revision, reason: '并入别的任务。' };
    task = await world.as(cityOffice, tasksApi.withdrawTask, { params: { taskId: task.id }, body });
    expect(task).toMatchObject({ state: 'withdrawn', light: 'none', withdrawn: { words: '并入别的任务。' } });

    const { rows } = await sql<{ content: object; events: never[] }>`
      select content, (select jsonb_agg(body order by no) from task_event where task_id = ${task.id}) as events
      from task where id = ${task.id}`.execute(world.database.owner);
    expect(replay(rows[0]?.events ?? [])).toEqual(rows[0]?.content);
  });

  test('a hand-back is a dispute: the office insists, or gives it to another unit, and the first keeps its trace', async () => {
    let task = await world.sent();
    const back = of(task);
    task = await world.as(clerk, tasksApi.handBackDuty, {
      ...back,
      body: { ...back.body, reason: '不是我局的职责。' },
    });
    expect(await work(task.id)).toEqual(['task-dispute task.dispatch', 'task-sign beside']);
    const insisted = of(task);
    task = await world.as(cityOffice, tasksApi.insistDuty, {
      ...insisted,
      body: { ...insisted.body, reason: '请牵头。' },
    });
    expect(await work(task.id)).toEqual(['task-sign beside', 'task-sign own']);
    const given = of(task);
    task = await world.as(cityOffice, tasksApi.reassignDuty, {
      ...given,
      body: { ...given.body, unitId: units.foreign, dueOn: null, reason: '由望江区办。' },
    });
    expect(task.duties.map(({ id, state, replaces, unit }) => [id, state, replaces, unit.name])).toEqual([
      ['D1', 'replaced', null, '单位own'],
      ['D3', 'sent', 'D1', '单位foreign'],
      ['D2', 'sent', null, '单位beside'],
    ]);
    expect(await work(task.id)).toEqual(['task-sign beside', 'task-sign foreign']);
    expect((await world.read(task.id, clerk)).duties[0]?.handBacks).toHaveLength(1);
  });

  test('more time is asked for, refused and granted; the first deadline stays', async () => {
    let task = await world.sent();
    const ask = of(task);
    const wanted = { ...ask.body, to: '2100-03-31', reason: '手续较长。' };
    task = await world.as(lead, tasksApi.askExtension, { ...ask, body: wanted });
    expect(await work(task.id)).toContain('task-extension task.dispatch');
    const answer = of(task);
    task = await world.as(cityOffice, tasksApi.answerExtension, {
      ...answer,
      body: { ...answer.body, to: '2100-01-31', reason: '先延一个月。' },
    });
    expect(duty(task)).toMatchObject({ firstDueOn: '2099-12-31', dueOn: '2100-01-31' });
    expect(task).toMatchObject({ firstDueOn: '2099-12-31', dueOn: '2100-01-31' });
    expect(await told(task.id)).toEqual(['同意延期：建设专业园区']);
  });
});

describe('what is refused', () => {
  test('a duty of another unit, a stale revision, a second signature', async () => {
    const task = await world.sent();
    expect(await world.refused(beside, tasksApi.signDuty, of(task))).toBe('403 duty-other-unit');
    await world.as(clerk, tasksApi.signDuty, of(task));
    expect(await world.refused(clerk, tasksApi.signDuty, of(task))).toBe('409 record-changed');
    expect(await world.refused(clerk, tasksApi.signDuty, of({ ...task, revision: 3 }))).toBe('409 duty-state');
    expect(await world.refused(clerk, tasksApi.signDuty, of({ ...task, revision: 99 }))).toBe('409 record-changed');
    // What another unit did meanwhile is no reason.
    await world.as(beside, tasksApi.signDuty, of(task, 'D2'));
  });

  test('another office, a post without the permission, and what there is none of', async () => {
    const task = await world.sent();
    const urged = { params: { taskId: task.id }, body: { ...of(task).body, words: '请抓紧。' } };
    expect(await world.refused(office, tasksApi.urgeDuty, urged)).toBe('403 task-other-office');
    expect(await world.refused(clerk, tasksApi.urgeDuty, urged)).toBe('403 not-allowed');
    expect(await world.refused(clerk, tasksApi.signDuty, of({ ...task, id: 'none' }))).toBe('404 task-unknown');
    expect(await world.refused(clerk, tasksApi.signDuty, of(task, 'D9'))).toBe('422 duty-unknown');
    const foreign = await world.clerkOf(units.foreign, 'reporting-clerk', 'stranger');
    expect(await world.refused(foreign, tasksApi.signDuty, of(task))).toBe('404 task-unknown');
    expect(await world.refused(foreign, tasksApi.readTask, { params: { taskId: task.id } })).toBe('404 task-unknown');
  });

  test('closing what one reported oneself; two who close at the same time', async () => {
    const own = await world.clerkOf(units.city, 'chain-office', 'two-hats');
    const duties = [
      { unitId: units.city, unitName: '单位city', role: 'lead' as const, part: null, dueOn: '2099-12-31' },
    ];
    let task = await world.sent({ duties });
    task = await world.as(own, tasksApi.signDuty, of(task));
    const asked = of(task);
    task = await world.as(own, tasksApi.submitDuty, {
      ...asked,
      body: { ...asked.body, words: '已办。', evidence: [link] },
    });
    expect(await world.refused(own, tasksApi.closeDuty, of(task))).toBe('403 duty-second-person');
    expect(duty(await world.read(task.id, own)).may.closeOut).toMatchObject({ may: false });
    const closing = [closer, cityOffice, closer, cityOffice].map((post) =>
      world.refused(post, tasksApi.closeDuty, of(task)).catch(() => 'closed'),
    );
    expect((await Promise.all(closing)).sort()).toEqual([
      '409 record-changed',
      '409 record-changed',
      '409 record-changed',
      'closed',
    ]);
  });

  test('sending to a unit that nobody has said who it is, or that is far away', async () => {
    const nameless = [{ unitId: null, unitName: '有关部门', role: 'lead' as const, part: null, dueOn: null }];
    expect(await world.refused(cityOffice, tasksApi.createTask, { body: taskOf({ duties: nameless }) })).toBe(
      '422 unit-unresolved',
    );
    const far = [{ unitId: units.city, unitName: '单位city', role: 'lead' as const, part: null, dueOn: null }];
    expect(await world.refused(office, tasksApi.createTask, { body: taskOf({ duties: far }) })).toBe(
      '403 task-unit-far',
    );
    const none = [{ unitId: 'no-such', unitName: '无', role: 'lead' as const, part: null, dueOn: null }];
    expect(await world.refused(office, tasksApi.createTask, { body: taskOf({ duties: none }) })).toBe(
      '404 unit-unknown',
    );
    expect(await world.refused(office, tasksApi.createTask, { body: taskOf({ chains: ['no-such'] }) })).toBe(
      '404 chain-unknown',
    );
  });
});

describe('reports', () => {
  const told = (task: TaskJson, key: string, words = '有进展。') => {
    const asked = of(task);
    return { ...asked, body: { ...asked.body, words, figures: [], evidence: [], problem: null, help: null, key } };
  };
  test('the same key is kept once, also when it comes twice at the same time', async () => {
    let task = await world.sent();
    task = await world.as(clerk, tasksApi.signDuty, of(task));
    await Promise.all([1, 2, 3].map(() => world.as(clerk, tasksApi.reportDuty, told(task, 'K1'))));
    task = await world.as(clerk, tasksApi.reportDuty, told(task, 'K1', '别的话。'));
    expect(duty(task).reports.map(({ words }) => words)).toEqual(['有进展。']);
    task = await world.as(clerk, tasksApi.reportDuty, told(task, 'K2', '又有进展。'));
    expect(duty(task).reports).toHaveLength(2);
  });

  test('units of one task that report at the same time are all kept', async () => {
    let task = await world.sent();
    await world.as(clerk, tasksApi.signDuty, of(task));
    task = await world.as(beside, tasksApi.signDuty, of(task, 'D2'));
    const sent = (post: string, dutyId: string, key: string) => {
      const asked = told(task, key, key);
      return world.as(post, tasksApi.reportDuty, { ...asked, body: { ...asked.body, dutyId } });
    };
    await Promise.all([sent(clerk, 'D1', 'A'), sent(beside, 'D2', 'B')]);
    task = await world.read(task.id);
    expect(task.duties.flatMap(({ reports }) => reports.map(({ words }) => words)).sort()).toEqual(['A', 'B']);
  });

  test('figures count at once', async () => {
    const deliverables = [
      {
        ...{
          name: '园区',
          unit: '个',
          decimals: 0,
          target: 150,
          comparator: '>=' as const,
          mode: 'cumulative' as const,
        },
        ...{ from: '2025-01-01', by: '2099-12-31', counts: 'reported' as const, indicatorId: null, dutyId: null },
      },
    ];
    let task = await world.sent({ deliverables });
    task = await world.as(clerk, tasksApi.signDuty, of(task));
    const asked = told(task, 'F1');
    const figures = [{ deliverableId: 'F1', value: 45 }];
    task = await world.as(clerk, tasksApi.reportDuty, { ...asked, body: { ...asked.body, figures } });
    expect(task.deliverables[0]).toMatchObject({ value: 45, target: 150, source: { words: '责任单位报送' } });
    const { rows } = await world.as(cityOffice, tasksApi.listTasks, { query: { text: '专业园区', pageSize: 200 } });
    expect(rows.find(({ id }) => id === task.id)?.progress).toBe(30);
  });
});

test('a reviewer of the district closes nothing that the city keeps', async () => {
  const task = await world.sent();
  expect(await world.refused(reviewer, tasksApi.closeDuty, of(task))).toBe('403 task-other-office');
});
