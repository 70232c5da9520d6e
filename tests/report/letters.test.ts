import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportApi as api } from '../../src/report/contract.ts';
import { dispatchApi, tasksApi } from '../../src/task/contract.ts';
import { regions } from '../access/organisation.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld, stepsIn } from '../task/dispatch-world.ts';

let world: DispatchWorld;
const { send, move } = stepsIn(() => world);
const chief = '审核员0';

/** A frozen month in which one unit is late with three tasks of its own and shares one with another. */
beforeAll(async () => {
  world = await openDispatchWorld();
  world.on('2025-03-03');
  for (const no of [1, 2, 3]) await send(`L${no}`, ['甲局', '乙局'], '2025-03-10');
  await send('L4', ['乙局'], '2025-03-10');
  await world.as(office, dispatchApi.changeDispatchSettings, {
    body: {
      ...{ regionId: regions.city, rule: { kind: 'sign', content: '临链督' }, from: '2025-03-03' },
      ...{ reason: '印发办法。', revision: 0 },
    },
  });
  const { id } = await world.as(office, dispatchApi.makeCycle, {
    body: { period: '2025-03', opensOn: '2025-03-20', dueOn: '2025-03-25' },
  });
  cycleId = id;
  for (const [day, step] of [
    ['2025-03-20', dispatchApi.openCycle],
    ['2025-03-26', dispatchApi.closeCycle],
    ['2025-03-27', dispatchApi.freezeCycle],
  ] as const) {
    world.on(day);
    const { revision } = await world.as(office, dispatchApi.readCycle, { params: { cycleId } });
    await world.as(office, step, { params: { cycleId }, body: { revision } });
  }
}, 120_000);
afterAll(async () => {
  expect(world.api.faults).toEqual([]);
  await world.close();
});
let cycleId = '';

const eventsOf = async (taskId: string, who = office) =>
  (await world.as(who, tasksApi.readTask, { params: { taskId } })).events.map(({ what }) => what);
const read = (taskId: string, who = office) => world.as(who, tasksApi.readTask, { params: { taskId } });
const work = async (who: string) => {
  const { sql } = await import('kysely');
  const { rows } = await sql<{ title: string; state: string; kind: string }>`
    select title, state, origin_kind as kind from work_item where assignee_id = ${idOf(who)}
      and (origin_kind = 'task-letter' or origin_kind = 'bulletin') order by title`.execute(world.database.owner);
  return rows;
};

describe('a letter that is written as a paper about several tasks', () => {
  let bulletinId = '';
  let number = '';

  test('stands in each task that it names, and nowhere else', async () => {
    world.on('2025-03-28');
    const drafted = await world.as(office, api.composeBulletin, {
      body: { kind: 'letter', cycleId, unitId: idOf('甲局'), sign: '临链督', replyBy: '2025-04-07' },
    });
    bulletinId = drafted.id;
    const params = { bulletinId };
    // The third is dropped from the letter by whoever wrote it; the second is closed before the letter goes out.
    const blocks = drafted.blocks
      .filter(({ id }) => id !== 'letter.L3.D0')
      .map((block) =>
        block.kind === 'heading' || block.kind === 'paragraph' ? block : { id: block.id, kind: 'kept' as const },
      );
    const saved = await world.as(office, api.saveBulletin, {
      params,
      body: {
        ...{ revision: drafted.revision, title: drafted.title, addressee: drafted.addressee, copies: null },
        ...{ sign: drafted.sign, templateId: null, blocks },
      },
    });
    const asked = await world.as(office, api.submitBulletin, { params, body: { revision: saved.revision } });
    const signed = await world.as(chief, api.signBulletin, { params, body: { revision: asked.revision } });
    number = signed.number ?? '';
    expect(number).toBe('临链督〔2025〕1号');
    const revision = signed.revision;
    await world.as(office, api.sendBulletin, { params, body: { revision, to: [] } });
    const standing = await Promise.all(['L1', 'L2', 'L3', 'L4'].map((id) => eventsOf(id)));
    expect(standing.map((events) => events.filter((words) => words.includes(number)).length)).toEqual([1, 1, 0, 0]);
    const { duties } = await read('L1');
    expect(duties.map(({ urgings }) => urgings.map(({ paperId, replyBy }) => [paperId, replyBy]))).toEqual([
      [[bulletinId, '2025-04-07']],
      [],
    ]);
  });

  test('asks for one answer, on one workbench entry, and is listed with each task', async () => {
    expect(await work('甲局')).toEqual([{ title: expect.stringContaining('督办函'), state: 'open', kind: 'bulletin' }]);
    const { rows } = await world.as(office, dispatchApi.listLetters, { query: {} });
    expect(rows.map(({ number: of, taskId, state, paperId }) => [of, taskId, state, paperId])).toEqual([
      [number, 'L1', 'waits', bulletinId],
      [number, 'L2', 'waits', bulletinId],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  test('is answered there and not in one task alone; the answer closes it in all', async () => {
    const own = await read('L1', '甲局员0');
    const { revision } = own;
    expect(own.duties[0]?.may.answerLetter).toMatchObject({ may: false, why: expect.stringContaining(number) });
    expect(
      await world.refused('甲局员0', tasksApi.answerLetter, {
        params: { taskId: 'L1' },
        body: { revision, dutyId: 'D0', number, words: '已办。' },
      }),
    ).toBe('409 letter-of-paper');
    // One of the tasks has gone to another unit meanwhile, which is not asked for what the first was.
    await move(office, tasksApi.reassignDuty, 'L2', {
      ...{ dutyId: 'D0', unitId: idOf('丙局'), dueOn: '2025-06-30', reason: '职能调整。' },
    });
    world.on('2025-04-01');
    await world.as('甲局员0', api.answerBulletin, { params: { bulletinId }, body: { words: '四月底前办结。' } });
    const answered = (await eventsOf('L1')).filter((words) => words.includes('回复督办函'));
    expect(answered).toEqual([`甲局回复督办函${number}。`]);
    expect((await eventsOf('L2')).filter((words) => words.includes('回复督办函'))).toEqual([]);
    expect((await work('甲局')).map(({ state }) => state)).toEqual(['done']);
    const { rows } = await world.as(office, dispatchApi.listLetters, { query: {} });
    expect(rows.find(({ taskId }) => taskId === 'L1')).toMatchObject({
      ...{ state: 'answered', answeredOn: '2025-04-01', answer: '四月底前办结。' },
    });
  });

  test('and a letter that goes out with one task takes the next number of the same sign', async () => {
    const { done, refused } = await world.as(office, dispatchApi.pressDuties, {
      body: {
        ...{ step: 'supervise', words: '请说明情况。', replyBy: '2025-04-11' },
        duties: [{ taskId: 'L4', dutyId: 'D0', revision: null }],
      },
    });
    expect([done.map((each) => each.number), refused]).toEqual([['临链督〔2025〕2号'], []]);
  });
});
