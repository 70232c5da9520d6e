import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { verifyTasks } from '../../src/task/routes.ts';
import { units } from '../access/organisation.ts';
import { cityOffice, clerk, office, openTaskWorld, type TaskWorld, taskOf } from './world.ts';

let world: TaskWorld;
let closers: readonly [string, string];
beforeAll(async () => {
  world = await openTaskWorld();
  closers = [
    await world.clerkOf(units.city, 'reviewer', 'closer-1'),
    await world.clerkOf(units.city, 'reviewer', 'closer-2'),
  ];
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  // Whatever came at once, what is kept is what the events say.
  expect((await verifyTasks(world.deps)).wrong).toEqual([]);
  await world.close();
});

const of = (task: TaskJson, dutyId = 'D1') => ({
  params: { taskId: task.id },
  body: { revision: task.revision, dutyId },
});
/** How two or more that are asked at the same moment end: `done`, or the code of the refusal; in order. */
const ends = async (asked: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(asked))
    .map((each) => (each.status === 'fulfilled' ? 'done' : (/"code":"([^"]+)"/u.exec(String(each.reason))?.[1] ?? '')))
    .sort();
const alone = () => world.sent({ duties: taskOf().duties.slice(0, 1) });
const link = { id: 'L1', kind: 'link', name: 'https://linjiang.example/yanshou' } as const;

test('of several who do the same at the same moment one does it, and the others are told that it went on', async () => {
  let task = await alone();
  const sign = () => world.as(clerk, tasksApi.signDuty, of(task));
  expect(await ends([sign(), sign(), sign()])).toEqual(['done', 'record-changed', 'record-changed']);
  task = await world.read(task.id);
  const handIn = () =>
    world.as(clerk, tasksApi.submitDuty, {
      ...of(task),
      body: { ...of(task).body, words: '已经完成。', evidence: [link] },
    });
  expect(await ends([handIn(), handIn()])).toEqual(['done', 'record-changed']);
  task = await world.read(task.id);
  expect(await ends(closers.map((post) => world.as(post, tasksApi.closeDuty, of(task))))).toEqual([
    'done',
    'record-changed',
  ]);
  expect(await world.read(task.id)).toMatchObject({ state: 'closed', revision: 5 });
});

test('a report that is sent three times at once under one key is kept once', async () => {
  const task = await alone();
  const signed = await world.as(clerk, tasksApi.signDuty, of(task));
  const words = { words: '有进展。', figures: [], evidence: [], problem: null, help: null, key: 'K1' };
  const report = () => world.as(clerk, tasksApi.reportDuty, { ...of(signed), body: { ...of(signed).body, ...words } });
  expect(await ends([report(), report(), report()])).toEqual(['done', 'done', 'done']);
  expect((await world.read(task.id)).duties[0]?.reports).toHaveLength(1);
});

test('a day that there is not is refused before anything is asked', async () => {
  for (const dueOn of ['2026-02-30', '2025-02-29', '0000-01-01', '2026-04-31'])
    expect(await ends([world.sent({ duties: taskOf().duties.map((each) => ({ ...each, dueOn })) })])).toEqual([
      'day-unknown',
    ]);
  const filter = JSON.stringify({ dueOn: { from: '2026-02-30' } });
  expect(await ends([world.as(cityOffice, tasksApi.listTasks, { query: { filter } })])).not.toEqual(['done']);
});

test('what is not there, of another office or seen too long ago is refused by name', async () => {
  const task = await world.sent();
  expect(await ends([world.as(office, tasksApi.closeDuty, of(task))])).toEqual(['task-other-office']);
  expect(await ends([world.as(clerk, tasksApi.signDuty, of(task, 'D9'))])).toEqual(['duty-unknown']);
  const other = { ...of(task), params: { taskId: 'nobody' } };
  expect(await ends([world.as(clerk, tasksApi.signDuty, other)])).toEqual(['task-unknown']);
  const ahead = { ...of(task), body: { ...of(task).body, revision: 99 } };
  expect(await ends([world.as(clerk, tasksApi.signDuty, ahead)])).toEqual(['record-changed']);
});
