import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { dispatchApi, tasksApi } from '../../src/task/contract.ts';
import { regions } from '../access/organisation.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld, putChief, stepsIn } from './dispatch-world.ts';

let world: DispatchWorld;
beforeAll(async () => {
  world = await openDispatchWorld();
  await putChief(world.database.owner, '链长');
  world.on('2025-04-07');
  for (const no of [1, 2, 3, 4, 5, 6]) await send(`T${no}`, ['甲局', '乙局', '丙局']);
}, 120_000);
afterAll(() => world.close());

const { send, move } = stepsIn(() => world);

describe('settings', () => {
  const sign = { kind: 'sign' as const, content: '临链督' };
  const ask = { regionId: regions.city, rule: sign, from: '2025-04-07', reason: '印发办法。' };
  test('only for one’s own region, from today on, well formed, and of what one has seen', async () => {
    const change = (body: object, who = office) =>
      world.refused(who, dispatchApi.changeDispatchSettings, { body: { ...ask, revision: 0, ...body } } as never);
    expect(await change({}, '望江调度员')).toBe('403 dispatch-region-far');
    expect(await change({}, '乙局员0')).toBe('403 not-allowed');
    expect(await change({ from: '2025-04-06' })).toBe('422 rules-day-past');
    expect(await change({ from: '2025-04-31' })).toBe('422 day-unknown');
    expect(await change({ rule: { kind: 'sign', content: 'LL' } })).toBe('422 letter-sign');
    expect(
      await change({ rule: { kind: 'light', content: { nearDays: -1, paceTolerance: 10, silentDays: 45 } } }),
    ).toMatch(/^400 /u);
    expect(await change({ revision: 3 })).toBe('409 record-changed');
  });

  test('a letter needs a sign; the history says who set it, why and from when', async () => {
    const body = {
      step: 'supervise' as const,
      words: '请说明情况。',
      replyBy: '2025-04-11',
      duties: [{ taskId: 'T1', dutyId: 'D0', revision: null }],
    };
    const { refused } = await world.as(office, dispatchApi.pressDuties, { body });
    expect(refused[0]?.why).toContain('代字');
    const settings = await world.as(office, dispatchApi.changeDispatchSettings, { body: { ...ask, revision: 0 } });
    expect(settings).toMatchObject({ rules: { sign: '临链督' }, revision: 1, may: true });
    expect(settings.history[0]).toMatchObject({ rule: sign, from: '2025-04-07', by: office, reason: '印发办法。' });
    expect((await world.as('乙局员0', dispatchApi.readDispatchSettings, { query: {} })).may).toBe(false);
  });
});

describe('urging', () => {
  test('letters that are sent at the same moment have numbers one after another, none twice', async () => {
    world.on('2025-04-08');
    const one = (taskId: string, dutyId: string, who = office) =>
      world.as(who, dispatchApi.pressDuties, {
        body: {
          step: 'supervise',
          words: '请说明情况。',
          replyBy: '2025-04-11',
          duties: [{ taskId, dutyId, revision: null }],
        },
      });
    const answers = await Promise.all([
      ...[1, 2, 3, 4, 5, 6].map((no) => one(`T${no}`, 'D1')),
      ...[1, 2, 3, 4, 5, 6].map((no) => one(`T${no}`, 'D2', '审核员0')),
    ]);
    const numbers = answers.flatMap(({ done }) => done.map(({ number }) => number));
    expect(
      numbers.toSorted((a, b) => Number(/\d+(?=号)/u.exec(a ?? '')?.[0]) - Number(/\d+(?=号)/u.exec(b ?? '')?.[0])),
    ).toEqual(Array.from({ length: 12 }, (_, at) => `临链督〔2025〕${at + 1}号`));
    const { rows, total } = await world.as(office, dispatchApi.listLetters, { query: {} });
    expect(total).toBe(12);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waits']));
    const own = await world.as('乙局员0', dispatchApi.listLetters, { query: {} });
    expect(own.total).toBeGreaterThanOrEqual(6);
  });

  test('one that is refused does not use up a number', async () => {
    const press = (duties: { taskId: string; dutyId: string; revision: number | null }[], replyBy = '2025-04-11') =>
      world.as(office, dispatchApi.pressDuties, {
        body: { step: 'supervise', words: '请说明情况。', replyBy, duties },
      });
    const late = await press([{ taskId: 'T1', dutyId: 'D0', revision: null }], '2025-04-08');
    expect([late.done.length, late.refused.length]).toEqual([0, 1]);
    const some = await press([
      { taskId: 'T1', dutyId: 'D9', revision: null },
      { taskId: 'T1', dutyId: 'D0', revision: null },
      { taskId: 'T404', dutyId: 'D0', revision: null },
    ]);
    expect(some.done).toEqual([{ taskId: 'T1', dutyId: 'D0', number: '临链督〔2025〕13号' }]);
    expect(some.refused.map(({ taskId, title }) => [taskId, title])).toEqual([
      ['T1', '任务T1'],
      ['T404', 'T404'],
    ]);
    expect(
      await world.refused('望江调度员', dispatchApi.pressDuties, { body: { step: 'urge', words: '', duties: [] } }),
    ).toMatch(/^400 /u);
  });

  test('an answer is seen in the list, and one that did not come in time is overdue', async () => {
    const { rows } = await world.as(office, dispatchApi.listLetters, { query: {} });
    const letter = rows.find(({ taskId, dutyId }) => taskId === 'T1' && dutyId === 'D1');
    await move('乙局员0', tasksApi.answerLetter, 'T1', {
      dutyId: 'D1',
      number: letter?.number ?? '',
      words: '月底办结。',
    });
    world.on('2025-04-14');
    const after = await world.as(office, dispatchApi.listLetters, { query: {} });
    expect(after.rows.find(({ number }) => number === letter?.number)).toMatchObject({
      ...{ state: 'answered', answeredOn: '2025-04-08', answer: '月底办结。' },
    });
    expect(after.rows.filter(({ state }) => state === 'overdue')).toHaveLength(12);
  });

  test('the list proposes what the rules call for, and many are urged at once', async () => {
    world.on('2025-04-14');
    await send('T7', ['丁局', '戊区'], '2025-04-18');
    const list = () => world.as(office, dispatchApi.listProposals, { query: {} });
    const { rows } = await list();
    const own = rows.filter(({ taskId }) => taskId === 'T7');
    expect(own.map(({ step, reason, unit }) => [step, reason, unit.name])).toEqual([
      ['urge', '还有 4 个工作日到期。', '丁局'],
      ['urge', '还有 4 个工作日到期。', '戊区'],
    ]);
    const duties = own.map(({ taskId, dutyId, revision }) => ({ taskId, dutyId, revision }));
    const { done } = await world.as(office, dispatchApi.pressDuties, {
      body: { step: 'urge', words: '请抓紧。', duties },
    });
    expect(done).toHaveLength(2);
    expect((await list()).rows.filter(({ taskId }) => taskId === 'T7')).toEqual([]);
    world.on('2025-05-19');
    const overdue = (await list()).rows.filter(({ taskId }) => taskId === 'T7');
    expect(overdue.map(({ step }) => step)).toEqual(['escalate', 'escalate']);
    expect((await world.as('望江调度员', dispatchApi.listProposals, { query: {} })).total).toBe(0);
  });

  test('a chief finds what was brought before him on his workbench; a post that is no chief’s is refused', async () => {
    const { chiefs } = await world.as(office, dispatchApi.findDispatchChiefs, { query: { taskIds: 'T7' } });
    expect(chiefs.map(({ name }) => name)).toEqual(['链长（office岗位）']);
    const duties = [{ taskId: 'T7', dutyId: 'D0', revision: null }];
    const press = (postId: string) =>
      world.as(office, dispatchApi.pressDuties, { body: { step: 'escalate', words: '超期一个月。', postId, duties } });
    expect((await press(idOf('甲局员0'))).refused).toHaveLength(1);
    expect((await press(chiefs[0]?.postId ?? '')).done).toHaveLength(1);
    const { rows } = await asSystem(() =>
      sql<{
        title: string;
      }>`select title from work_item where assignee_kind = 'post' and assignee_id = ${idOf('链长')}`.execute(
        world.database.db,
      ),
    );
    expect(rows.map(({ title }) => title)).toEqual(['研究处理：任务T7（丁局）']);
    expect(world.api.faults).toEqual([]);
  });
});
