import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { keepCycles } from '../../src/task/commands/dispatch/keep-cycles.ts';
import { dispatchApi, tasksApi } from '../../src/task/contract.ts';
import { canonicalText, type Snapshot } from '../../src/task/index.ts';
import { regions } from '../access/organisation.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld, stepsIn } from './dispatch-world.ts';

let world: DispatchWorld;
beforeAll(async () => {
  world = await openDispatchWorld();
  world.on('2025-03-03');
  for (const no of [1, 2, 3, 4, 5, 6]) await send(`T${no}`, ['甲局', '乙局', '丙局']);
}, 120_000);
afterAll(() => world.close());

const { send, move } = stepsIn(() => world);
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
    const headers = { 'x-post': idOf(office), 'x-person': idOf(office) };
    const freeze = async () => {
      const url = `/api/v1/dispatch/cycles/${id}/freeze`;
      const answer = await world.api.app.inject({ method: 'POST', url, headers, payload: { revision } });
      return answer.statusCode === 200 ? 'frozen' : answer.json().refusals[0].code;
    };
    const [one, other, ...reports] = await Promise.all([
      freeze(),
      freeze(),
      ...[1, 2, 3, 4, 5, 6].flatMap((no) => [told('乙局员0', no, 'D1'), told('丙局员1', no, 'D2')]),
    ]);
    // One of two who freeze at the same time is refused.
    const [first, second] = [one, other].sort((a) => (a === 'frozen' ? -1 : 1));
    expect(first).toBe('frozen');
    expect(['cycle-freezing', 'cycle-state', 'record-changed']).toContain(second);
    const text = await asSystem(() =>
      world.database.db
        .selectFrom('dispatch_snapshot')
        .select('text')
        .where('cycle_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    const { tasks } = JSON.parse(text.text) as Snapshot;
    for (const each of reports) {
      const { taskId, dutyId, counted } = each;
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
