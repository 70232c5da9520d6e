import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { recording } from '../../src/audit/index.ts';
import type { Definition } from '../../src/indicator/index.ts';
import { putDefinitions, recordFigures } from '../../src/indicator/store.ts';
import { createInside } from '../../src/task/commands/task/create-task.ts';
import { dueTimes } from '../../src/task/commands/task/keep/occurrences.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { assign, type Deliverable, type Recurrence, type TaskContent } from '../../src/task/index.ts';
import { keepTasks, verifyTasks } from '../../src/task/routes.ts';
import { unlight } from '../../src/task/store/due.ts';
import { readStored } from '../../src/task/store/task.ts';
import { regions, units } from '../access/organisation.ts';
import { begun, content, duty, having, office } from '../examples/task.ts';
import { cityOffice, openTaskWorld, type TaskWorld } from './world.ts';

let world: TaskWorld;
beforeAll(async () => {
  world = await openTaskWorld();
});
afterAll(() => world.close());
// Whatever was done, what is kept is what the events come to.
afterEach(async () => expect((await verifyTasks(world.deps)).wrong).toEqual([]));

const place = { regionId: regions.city, unitId: units.city, chainId: null };
/** Makes and sends a task at an instant, as the platform itself. */
const made = async (changes: Partial<TaskContent>, at: string): Promise<string> => {
  const deps = world.at(at);
  const id = deps.newId();
  await asSystem(() =>
    recording(deps, systemActor, (db, note) =>
      createInside({ db, note, deps }, systemActor, { ...content(changes), id }, { place, send: true }),
    ),
  );
  return id;
};
const keep = async (at: string): Promise<void> => {
  while ((await asSystem(() => keepTasks(world.at(at)))) > 0);
};
const row = async (id: string) => {
  const { rows } = await sql<{ light: string; lit_on: string; reason: { code: string }; progress: number | null }>`
    select light, lit_on, light_reason as reason, progress from task where id = ${id}`.execute(world.database.owner);
  return rows[0];
};
const own = (dueOn: string | null) => [duty('D1', units.own, { dueOn })];

test('a new day sets new lights, on whichever server, and once', async () => {
  const id = await made({ duties: own('2026-03-31') }, '2026-01-05T02:00:00.000Z');
  expect(await row(id)).toMatchObject({ light: 'green', lit_on: '2026-01-05' });
  await keep('2026-03-25T02:00:00.000Z');
  expect(await row(id)).toMatchObject({ light: 'blue', reason: { code: 'near', days: 6 } });
  // Two servers in the first minute of the day after the deadline, in Beijing.
  const at = '2026-03-31T16:00:30.000Z';
  await Promise.all([1, 2].map(() => asSystem(() => keepTasks(world.at(at)))));
  expect(await row(id)).toMatchObject({ light: 'red', lit_on: '2026-04-01', reason: { code: 'overdue', days: 1 } });
  const { rows } = await world.as(cityOffice, tasksApi.listTasks, { query: { filter: '{"light":{"in":["red"]}}' } });
  expect(rows.find((each) => each.id === id)?.reason).toBe('2026年3月31日到期，已超期 1 天。');
});

test('other rules set the lights anew the same day', async () => {
  const id = await made({ duties: own('2026-06-30') }, '2026-06-01T02:00:00.000Z');
  await keep('2026-06-01T03:00:00.000Z');
  expect(await row(id)).toMatchObject({ light: 'green' });
  await sql`insert into dispatch_rules (region_id, kind, from_day, content, reason, at, by_id, by_name) values
    (${regions.city}, 'light', '2026-06-01', '{"nearDays":40,"paceTolerance":10,"silentDays":45}', '', now(), 'x', 'x')`.execute(
    world.database.owner,
  );
  expect(await asSystem(() => unlight(world.deps.db, regions.city))).toBeGreaterThan(0);
  await keep('2026-06-01T04:00:00.000Z');
  expect(await row(id)).toMatchObject({ light: 'blue' });
});

const every = (every: 1 | 3 | 6 | 12, times = 1): Recurrence => ({
  ...{ kind: 'every', every, times, months: [], day: null, what: null },
});

test('times of a recurring duty are made when their part of the round begins', () => {
  const sent = (recurrence: Recurrence) => {
    const begins = begun(content({ recurrences: [recurrence] }), office('2026-02-10'));
    return having(begins, (task) => assign(task, office('2026-02-10', 1))).task;
  };
  const due = (recurrence: Recurrence, day: string) =>
    dueTimes(sent(recurrence), new Set(), day).map(({ dueOn }) => dueOn);
  expect(due(every(1), '2026-02-10')).toEqual(['2026-02-28']);
  expect(due(every(1), '2026-04-01')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  expect(due(every(3), '2026-03-31')).toEqual(['2026-03-31']);
  expect(due(every(3), '2026-04-01')).toEqual(['2026-03-31', '2026-06-30']);
  expect(due(every(12), '2026-02-10')).toEqual(['2026-12-31']);
  expect(due(every(12, 4), '2026-02-10')).toEqual(['2026-03-31']);
  expect(dueTimes(begun(content({ recurrences: [every(1)] })).task, new Set(), '2026-02-10')).toEqual([]);
});

test('each time is a task of its own, made once also by two servers, and owed by the same units', async () => {
  const id = await made({ duties: own(null), recurrences: [every(1)], title: '专题调研' }, '2026-02-10T02:00:00.000Z');
  const at = '2026-04-02T02:00:00.000Z';
  for (let round = 0; round < 3; round += 1)
    await Promise.all([1, 2, 3].map(() => asSystem(() => keepTasks(world.at(at)))));
  const task = await world.read(id);
  expect(task.occurrences.map(({ key, title, dueOn, light }) => [key, title, dueOn, light])).toEqual([
    ['0:2026-04#1', '专题调研（2026年4月）', '2026-04-30', 'green'],
    ['0:2026-03#1', '专题调研（2026年3月）', '2026-03-31', 'red'],
    ['0:2026-02#1', '专题调研（2026年2月）', '2026-02-28', 'red'],
  ]);
  const first = task.occurrences.at(-1);
  const time = await world.read(first?.id ?? '', 'post-reporting-clerk');
  expect(time).toMatchObject({ occurrenceOf: { taskId: id }, state: 'open' });
  expect(time.duties.map(({ unit, state }) => [unit.id, state])).toEqual([[units.own, 'sent']]);
  await keep('2026-05-01T02:00:00.000Z');
  expect((await world.read(id)).occurrences).toHaveLength(4);
});

test('a task whose times cannot be made does not keep the others, and is tried again the next day', async () => {
  const recurring = { duties: own(null), recurrences: [every(1)] };
  const bad = await made({ ...recurring, title: '坏' }, '2027-02-10T02:00:00.000Z');
  const good = await made({ ...recurring, title: '好' }, '2027-02-10T02:00:00.000Z');
  const unit = (id: string) =>
    sql`update task set content = jsonb_set(content, '{duties,0,unit,id}', to_jsonb(${id}::text)) where id = ${bad}`.execute(
      world.database.owner,
    );
  await unit('nobody');
  const timesOf = async (id: string) => (await world.read(id)).occurrences.length;
  const round = (at: string) => asSystem(() => keepTasks(world.at(at)));
  const rounds = async (at: string): Promise<unknown[]> => {
    const faults: unknown[] = [];
    for (let no = 0; no < 20; no += 1) await round(at).catch((cause: unknown) => faults.push(cause));
    return faults;
  };
  const faults = await rounds('2027-02-10T03:00:00.000Z');
  expect(faults).toHaveLength(1);
  expect(String((faults[0] as AggregateError).errors[0])).toContain(bad);
  expect([await timesOf(good), await timesOf(bad)]).toEqual([1, 0]);
  expect(await rounds('2027-02-11T03:00:00.000Z')).toHaveLength(1);
  await unit(units.own);
  expect(await rounds('2027-02-12T03:00:00.000Z')).toEqual([]);
  expect([await timesOf(good), await timesOf(bad)]).toEqual([1, 1]);
});

test('figures come from an indicator, known from the instant that they were looked at', async () => {
  const definition: Definition = {
    ...{
      id: 'parks',
      name: '专业园区',
      unit: '个',
      decimals: 0,
      direction: 'up',
      measures: 'flow',
      frequency: 'month',
    },
    ...{ bases: [], source: null, low: 0, high: 1_000_000, of: { kind: 'sum' } },
  };
  const nobody = { regionId: null, unitId: null, chainId: null };
  const db = world.deps.db as never;
  const save = (period: string, value: number) =>
    asSystem(() =>
      world.deps.db.transaction().execute(async (within) => {
        const key = {
          indicatorId: 'parks',
          period,
          unitId: units.own,
          enterpriseId: '',
          chainId: '',
          role: 'part',
        } as const;
        const figure = { value, reason: null, vintage: 'final' } as const;
        await recordFigures(
          within as never,
          [{ key, figure, regionId: null, seen: 0, note: null }],
          [],
          systemActor,
          '2026-03-05T00:00:00.000Z',
        );
      }),
    );
  await asSystem(() => putDefinitions(db, [{ definition, origin: 'test', ...nobody }], '2026-01-01T00:00:00.000Z'));
  await save('2025-12', 10);
  await save('2026-01', 5);
  const deliverables: Deliverable[] = [
    {
      ...{ id: 'F1', name: '园区', unit: '个', decimals: 1, target: 1000, comparator: '>=', mode: 'cumulative' },
      ...{ from: '2025-01-01', by: '2026-12-31', counts: 'indicator', indicatorId: 'parks', dutyId: null },
    },
  ];
  const id = await made({ duties: own('2026-12-31'), deliverables }, '2026-03-06T02:00:00.000Z');
  await keep('2026-03-06T03:00:00.000Z');
  let [figure] = (await world.read(id)).deliverables;
  expect(figure).toMatchObject({ value: 150, history: [{ on: '2026-01-31', value: 150 }] });
  expect(figure?.source?.words).toBe('指标“专业园区”，到2026年1月');
  expect((await row(id))?.progress).toBe(15);
  await save('2026-02', 7);
  // Not looked at again at once; and what has not changed is not kept twice.
  await keep('2026-03-06T03:05:00.000Z');
  expect((await world.read(id)).deliverables[0]?.history).toHaveLength(1);
  await keep('2026-03-06T03:20:00.000Z');
  await keep('2026-03-06T04:20:00.000Z');
  [figure] = (await world.read(id)).deliverables;
  expect(figure?.history).toEqual([
    { on: '2026-01-31', value: 150 },
    { on: '2026-02-28', value: 220 },
  ]);
  const { rows } = await sql<{
    at: Date;
    link: string;
  }>`select at, link from task_reading where task_id = ${id} order by at`.execute(world.database.owner);
  expect(rows.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-03-06T03:00:00.000Z',
    '2026-03-06T03:20:00.000Z',
  ]);
});

test('what is kept otherwise than the events say is found', async () => {
  const id = await made({ duties: own('2026-03-31') }, '2026-01-05T02:00:00.000Z');
  const { owner } = world.database;
  const wrong = async () =>
    (await verifyTasks(world.deps)).wrong.filter(({ taskId }) => taskId === id).map(({ what }) => what);
  await sql`update task set due_on = '2027-01-01' where id = ${id}`.execute(owner);
  expect(await wrong()).toEqual(['task']);
  await sql`update task set due_on = '2026-03-31' where id = ${id}`.execute(owner);
  await sql`update task_duty set state = 'signed' where task_id = ${id}`.execute(owner);
  expect(await wrong()).toEqual(['duties']);
  await sql`update task_duty set state = 'sent' where task_id = ${id}`.execute(owner);
  await sql`update task set content = jsonb_set(content, '{title}', '"别的"') where id = ${id}`.execute(owner);
  expect(await wrong()).toEqual(['content']);
  const stored = await asSystem(() => readStored(world.deps.db, id));
  await sql`update task set content = ${JSON.stringify({ ...stored?.task, title: '建设专业园区' })}::jsonb where id = ${id}`.execute(
    owner,
  );
  await sql`delete from task_party where task_id = ${id} and duty_id = 'D1'`.execute(owner);
  expect(await wrong()).toEqual(['parties']);
  await sql`insert into task_party (task_id, duty_id, role, region_id, unit_id) values (${id}, 'D1', 'lead', ${regions.district}, ${units.own})`.execute(
    owner,
  );
});
