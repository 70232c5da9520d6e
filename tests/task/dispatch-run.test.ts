import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { keepCycles } from '../../src/task/commands/dispatch/keep-cycles.ts';
import { dispatchApi, tasksApi } from '../../src/task/contract.ts';
import { canonicalText, type Snapshot } from '../../src/task/index.ts';
import { regions } from '../access/organisation.ts';
import { content, duty } from '../examples/task.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld, putChief } from './dispatch-world.ts';

let world: DispatchWorld;
beforeAll(async () => {
  world = await openDispatchWorld();
  await putChief(world.database.owner, '链长');
  world.on('2025-03-03');
  for (const no of [1, 2, 3, 4, 5, 6]) await send(`T${no}`, ['甲局', '乙局', '丙局']);
}, 120_000);
afterAll(() => world.close());

/** A task of some units, sent and signed for by all: the first leads. */
async function send(id: string, units: readonly string[], dueOn = '2025-12-31'): Promise<void> {
  const duties = units.map((unit, at) => ({
    ...duty(`D${at}`, unit, at === 0 ? { dueOn } : { role: 'cooperating', part: `第${at}部分`, dueOn }),
    unit: { id: idOf(unit), name: unit },
  }));
  await world.make(content({ id, title: `任务${id}`, duties }));
  await move(office, tasksApi.assignTask, id, {});
  for (const [at, unit] of units.entries()) await move(`${unit}员0`, tasksApi.signDuty, id, { dutyId: `D${at}` });
}

async function move(who: string, endpoint: Parameters<DispatchWorld['as']>[1], taskId: string, body: object) {
  const params = { taskId };
  const { revision } = await world.as(office, tasksApi.readTask, { params });
  return world.as(who, endpoint, { params, body: { revision, ...body } } as never);
}
const tell = (who: string, taskId: string, dutyId: string) =>
  move(who, tasksApi.reportDuty, taskId, {
    ...{ dutyId, words: '有进展。', figures: [], evidence: [], problem: null, help: null },
  });

const cyclesBy = async (period: string) =>
  (await world.as(office, dispatchApi.listCycles, { query: {} })).rows.find(
    ({ period: of, region }) => of === period && region.id === regions.city,
  );
const read = (cycleId: string) => world.as(office, dispatchApi.readCycle, { params: { cycleId } });
const roll = async (cycleId: string, who = office) =>
  (await world.as(who, dispatchApi.listRoll, { params: { cycleId }, query: {} })).rows;
/** What is open on workbenches and was told to units. */
const asked = () =>
  asSystem(async () => {
    const work = await sql<{ unit: string; state: string; title: string }>`
      select assignee_name as unit, state, title from work_item where origin_kind = 'task-cycle-report' order by 1`.execute(
      world.database.db,
    );
    const told = await sql<{
      key: string;
    }>`select key from notice where key like 'cycle:%:remind:%' order by key`.execute(world.database.db);
    return { work: work.rows, told: told.rows.length };
  });

describe('a cycle runs by itself', () => {
  test('it is planned by the working calendar when its period has begun, once, whoever keeps it', async () => {
    await asSystem(() => Promise.all([keepCycles(world.deps), keepCycles(world.deps), keepCycles(world.deps)]));
    const { rows } = await world.as(office, dispatchApi.listCycles, { query: {} });
    expect(rows.map(({ period, state, opensOn, dueOn }) => [period, state, opensOn, dueOn]).sort()).toEqual([
      ['2025', 'planned', '2025-12-31', '2026-01-15'],
      ['2025-03', 'planned', '2025-03-24', '2025-03-31'],
      ['2025-Q1', 'planned', '2025-03-27', '2025-04-03'],
    ]);
    await world.rounds();
    expect((await world.as(office, dispatchApi.listCycles, { query: {} })).total).toBe(3);
  });

  test('by hand it does not begin before its day, and its days can be changed until then', async () => {
    const { id, revision } = (await cyclesBy('2025-03')) ?? { id: '', revision: 0 };
    const params = { cycleId: id };
    expect(await world.refused(office, dispatchApi.openCycle, { params, body: { revision } })).toBe(
      '409 cycle-not-yet',
    );
    const wrong = { revision, opensOn: '2025-03-28', dueOn: '2025-03-27' };
    expect(await world.refused(office, dispatchApi.changeCycleDays, { params, body: wrong })).toBe('422 cycle-days');
    const body = { revision, opensOn: '2025-03-25', dueOn: '2025-03-31' };
    const changed = await world.as(office, dispatchApi.changeCycleDays, { params, body });
    expect([changed.opensOn, changed.revision]).toEqual(['2025-03-25', revision + 1]);
    expect(await world.refused(office, dispatchApi.changeCycleDays, { params, body })).toBe('409 record-changed');
  });

  test('on its day it opens, and every unit that owes a report has it on its workbench once', async () => {
    world.on('2025-03-25');
    await asSystem(() => Promise.all([keepCycles(world.deps), keepCycles(world.deps)]));
    await world.rounds();
    const { id } = (await cyclesBy('2025-03')) ?? { id: '' };
    expect(await read(id)).toMatchObject({
      ...{ state: 'open', opened: { by: { id: '@system' } } },
      progress: { asked: 18, reported: 0, late: 0, units: 3, unitsMissing: 3 },
    });
    const { work } = await asked();
    expect(work.map(({ unit, state }) => [unit, state])).toEqual([
      ['丙局', 'open'],
      ['乙局', 'open'],
      ['甲局', 'open'],
    ]);
  });

  test('a report counts for it, and the workbench of a unit that has reported everything is cleared', async () => {
    const { id } = (await cyclesBy('2025-03')) ?? { id: '' };
    for (const no of [1, 2, 3, 4, 5, 6]) await tell('甲局员0', `T${no}`, 'D0');
    await tell('乙局员1', 'T1', 'D1');
    await world.rounds();
    expect((await roll(id)).map(({ unit, state, reported, missing }) => [unit.name, state, reported, missing])).toEqual(
      [
        ['丙局', 'missing', 0, 6],
        ['乙局', 'missing', 1, 5],
        ['甲局', 'done', 6, 0],
      ],
    );
    const { work } = await asked();
    expect(work.find(({ unit }) => unit === '甲局')?.state).toBe('done');
    expect(work.find(({ unit }) => unit === '乙局')?.state).toBe('open');
  });

  test('a unit sees itself in the roll and nobody else, and another city’s office does not see it at all', async () => {
    const { id } = (await cyclesBy('2025-03')) ?? { id: '' };
    expect((await roll(id, '乙局员0')).map(({ unit }) => unit.name)).toEqual(['乙局']);
    const params = { cycleId: id };
    // The sister district lies below the city, whose cycles it is told of and does not run.
    const far = await world.refused('望江调度员', dispatchApi.closeCycle, { params, body: { revision: 1 } });
    expect(far).toBe('403 cycle-far');
    expect((await roll(id, '望江调度员')).length).toBe(0);
    expect(await world.refused('望江调度员', dispatchApi.verifyCycle, { params })).toBe('403 cycle-far');
    expect(await world.refused('乙局员0', dispatchApi.freezeCycle, { params, body: { revision: 1 } })).toBe(
      '403 not-allowed',
    );
  });

  test('the round reminds on its days who has not reported, never twice on a day; a person may at any time', async () => {
    const { id } = (await cyclesBy('2025-03')) ?? { id: '' };
    const before = (await asked()).told;
    world.on('2025-03-27');
    await asSystem(() => Promise.all([keepCycles(world.deps), keepCycles(world.deps), keepCycles(world.deps)]));
    await world.rounds();
    await world.rounds();
    // Of this cycle; the quarter’s has opened meanwhile and reminds later.
    expect((await asked()).told - before).toBe(2);
    const { reminders, revision } = await read(id);
    expect(reminders.map(({ byRound, units, on }) => [byRound, units, on])).toEqual([[true, 2, '2025-03-27']]);
    const params = { cycleId: id };
    const body = { revision, unitIds: [idOf('丙局'), idOf('甲局')], words: '明天开会要用。' };
    const again = await world.as(office, dispatchApi.remindCycle, { params, body });
    // Who has reported is left alone.
    expect(again.reminders[0]).toMatchObject({ byRound: false, units: 1, words: '明天开会要用。' });
    const nobody = { revision: again.revision, unitIds: [idOf('甲局')], words: null };
    expect(await world.refused(office, dispatchApi.remindCycle, { params, body: nobody })).toBe('409 cycle-nobody');
    const all = { revision: again.revision, unitIds: null, words: null };
    expect((await world.as(office, dispatchApi.remindCycle, { params, body: all })).reminders[0]?.units).toBe(2);
    expect((await asked()).told - before).toBe(5);
  });

  test('it closes when its last day has passed; what comes then is late, and whoever dispatches is to freeze it', async () => {
    const { id } = (await cyclesBy('2025-03')) ?? { id: '' };
    const params = { cycleId: id };
    world.on('2025-03-31');
    const { revision } = await read(id);
    expect(await world.refused(office, dispatchApi.closeCycle, { params, body: { revision } })).toBe(
      '409 cycle-not-yet',
    );
    expect(await world.refused(office, dispatchApi.freezeCycle, { params, body: { revision } })).toBe(
      '409 cycle-state',
    );
    expect(await world.refused(office, dispatchApi.readSnapshot, { params })).toBe('409 cycle-not-frozen');
    world.on('2025-04-01');
    await world.rounds();
    expect(await read(id)).toMatchObject({ state: 'closed', may: { freeze: { may: true }, open: { may: false } } });
    const { rows } = await asSystem(() =>
      sql`select 1 from work_item where origin_kind = 'task-cycle' and state = 'open'`.execute(world.database.db),
    );
    expect(rows).toHaveLength(1);
    // The quarter's reporting still runs: the first report is for that, the next for the month, late.
    await tell('丙局员0', 'T1', 'D2');
    await world.as(office, dispatchApi.readCycle, { params });
    expect((await roll(id)).find(({ unit }) => unit.name === '丙局')?.late).toBe(0);
    expect((await roll((await cyclesBy('2025-Q1'))?.id ?? '')).find(({ unit }) => unit.name === '丙局')?.reported).toBe(
      1,
    );
  });
});

describe('freezing while reports arrive', () => {
  test('whoever was told that his report counts is in it, in every order, and it is the same when it is reckoned again', async () => {
    world.on('2025-04-07');
    await world.rounds();
    const id = (await cyclesBy('2025-Q1'))?.id ?? '';
    const params = { cycleId: id };
    const { revision, state } = await read(id);
    expect(state).toBe('closed');
    const told = async (who: string, no: number, dutyId: string) => {
      const done = (await tell(who, `T${no}`, dutyId)) as {
        duties: { id: string; reports: { cycleId: string | null }[] }[];
      };
      const last = done.duties.find((each) => each.id === dutyId)?.reports.at(-1);
      return { taskId: `T${no}`, dutyId, counted: last?.cycleId === id };
    };
    const [frozen, ...reports] = await Promise.all([
      world.as(office, dispatchApi.freezeCycle, { params, body: { revision } }),
      ...[1, 2, 3, 4, 5, 6].flatMap((no) => [told('乙局员0', no, 'D1'), told('丙局员1', no, 'D2')]),
      world.refused(office, dispatchApi.freezeCycle, { params, body: { revision } }),
    ]);
    expect((frozen as { state: string }).state).toBe('frozen');
    expect(['409 cycle-freezing', '409 cycle-state', '409 record-changed']).toContain(reports.pop());
    const text = await asSystem(() =>
      world.database.db
        .selectFrom('dispatch_snapshot')
        .select('text')
        .where('cycle_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    const { tasks } = JSON.parse(text.text) as Snapshot;
    for (const each of reports) {
      const { taskId, dutyId, counted } = each as Awaited<ReturnType<typeof told>>;
      const line = tasks.find((task) => task.id === taskId)?.duties.find((one) => one.id === dutyId);
      const before = taskId === 'T1' && dutyId === 'D2';
      expect([taskId, dutyId, line?.report !== null]).toEqual([taskId, dutyId, counted || before]);
    }
    const verified = await world.as(office, dispatchApi.verifyCycle, { params });
    expect(verified).toMatchObject({ holds: true, differs: [] });
    const { body } = await world.api.app.inject({
      ...{
        url: `/api/v1/dispatch/cycles/${id}/snapshot.json`,
        headers: { 'x-post': idOf(office), 'x-person': idOf(office) },
      },
    });
    expect(body).toBe(text.text);
    expect(canonicalText(JSON.parse(body))).toBe(body);
  });

  test('a report after that counts for the cycle that is still closed, or for none', async () => {
    const march = (await cyclesBy('2025-03'))?.id ?? '';
    const { duties } = (await tell('丙局员0', 'T6', 'D2')) as {
      duties: { id: string; reports: { cycleId: string | null; late: boolean }[] }[];
    };
    expect(duties.find(({ id }) => id === 'D2')?.reports.at(-1)).toMatchObject({ cycleId: march, late: true });
    const params = { cycleId: march };
    const { revision } = await read(march);
    await world.as(office, dispatchApi.freezeCycle, { params, body: { revision } });
    const after = (await tell('丙局员0', 'T6', 'D2')) as typeof duties extends infer D ? { duties: D } : never;
    expect((after.duties as typeof duties).find(({ id }) => id === 'D2')?.reports.at(-1)).toMatchObject({
      cycleId: null,
    });
    const { work } = await asked();
    expect(work.filter(({ state }) => state === 'open')).toEqual([]);
  });
});

describe('planning by hand', () => {
  const make = (body: object, who = office) => world.refused(who, dispatchApi.makeCycle, { body } as never);
  test('a second one, one that is over, one of another region and one of an unpublished year are refused', async () => {
    const days = { opensOn: null, dueOn: null };
    expect(await make({ period: '2025-03', ...days })).toBe('422 cycle-over');
    expect(await make({ period: '2025', ...days })).toBe('409 cycle-exists');
    expect(await make({ period: '2026', ...days })).toBe('422 calendar-year-unpublished');
    expect(await make({ period: '2027-01', ...days })).toBe('422 calendar-year-unpublished');
    expect(await make({ period: '2025-05', regionId: regions.city, ...days }, '望江调度员')).toBe(
      '403 dispatch-region-far',
    );
    expect(await make({ period: '2025-13', ...days })).toBe('400 form-wrong');
  });

  test('tasks of a district are in the city’s, unless the district dispatches for itself', async () => {
    const days = { opensOn: null, dueOn: null };
    await world.as(office, dispatchApi.makeCycle, { body: { period: '2025-06', ...days } });
    expect(await make({ period: '2025-06', ...days }, '望江调度员')).toBe('409 cycle-covered');
    const { id } = (await cyclesBy('2025-06')) ?? { id: '' };
    expect((await read(id)).regions).toBe(4);
    const cycle = { monthly: { due: 0, open: 3, remind: [1] }, quarterly: null, yearly: null };
    const body = {
      ...{ regionId: regions.sister, revision: 0, rule: { kind: 'cycle' as const, content: cycle } },
      ...{ from: '2025-04-07', reason: '本区自己调度。' },
    };
    await world.as('望江调度员', dispatchApi.changeDispatchSettings, { body });
    await world.as(office, dispatchApi.makeCycle, { body: { period: '2025-07', ...days } });
    await world.as('望江调度员', dispatchApi.makeCycle, { body: { period: '2025-07', ...days } });
    expect((await read((await cyclesBy('2025-07'))?.id ?? '')).regions).toBe(3);
    const { cycles } = await world.as('望江调度员', dispatchApi.proposeCycles, { query: {} });
    expect(cycles.find(({ period }) => period === '2025-05')).toMatchObject({
      opensOn: '2025-05-27',
      dueOn: '2025-05-30',
    });
    world.on('2026-11-20');
    const later = await world.as(office, dispatchApi.proposeCycles, { query: {} });
    expect(later.cycles.find(({ period }) => period === '2026')).toMatchObject({ opensOn: null, dueOn: null });
    expect(later.cycles.find(({ period }) => period === '2026')?.why).toContain('2027');
    world.on('2025-04-07');
  });
});

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
