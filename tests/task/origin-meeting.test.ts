import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingJson, TaskJson } from '../../src/task/contract.ts';
import { meetingApi, overviewApi, tasksApi } from '../../src/task/contract.ts';
import { city, sister } from '../indicator/target-world.ts';
import { type OriginWorld, openOriginWorld } from './origin-world.ts';

let world: OriginWorld;
beforeAll(async () => {
  world = await openOriginWorld();
});
afterAll(() => world.close());

const day = (from: number): string => new Date(Date.now() + (8 + from * 24) * 3_600_000).toISOString().slice(0, 10);

const sent = (title: string, dueOn: string): Promise<TaskJson> =>
  world.as(city, tasksApi.createTask, {
    body: {
      ...{ title, words: `${title}的原话。`, source: { kind: 'instruction' }, chains: ['lj-textile'], send: true },
      duties: [
        { id: 'D1', unitId: 'lj-gxj', unitName: '市工信局', role: 'lead', part: null, dueOn },
        { id: 'D2', unitId: 'lj-swj', unitName: '市商务局', role: 'cooperating', part: '提供企业名单', dueOn },
      ],
      ...{ milestones: [], deliverables: [], dependsOn: [] },
    },
  });
const asUnit = (
  post: string,
  endpoint: Parameters<OriginWorld['as']>[1],
  task: TaskJson,
  body: object,
): Promise<TaskJson> =>
  world.as(post, endpoint as typeof tasksApi.signDuty, {
    params: { taskId: task.id },
    body: { revision: task.revision, ...body } as never,
  });

const head = {
  title: '周调度',
  heldOn: day(0),
  place: '三楼',
  chair: '分管领导',
  chainId: null,
  sits: ['lj-gxj', 'lj-swj'],
};
const open = (compose: MeetingJson['items'][number]['kind'][], changes: object = {}) =>
  world.as(city, meetingApi.createMeeting, { body: { ...head, compose, ...changes } });

describe('a meeting', () => {
  let late: TaskJson;
  let asked: TaskJson;
  let disputed: TaskJson;
  let meeting: MeetingJson;
  beforeAll(async () => {
    late = await sent('超期的任务', day(-3));
    asked = await sent('要延期的任务', day(30));
    asked = await asUnit('clerk-gxj', tasksApi.signDuty, asked, { dutyId: 'D1' });
    asked = await asUnit('clerk-gxj', tasksApi.askExtension, asked, {
      dutyId: 'D1',
      to: day(60),
      reason: '环评没有完成。',
    });
    disputed = await sent('退回的任务', day(40));
    disputed = await asUnit('clerk-swj', tasksApi.handBackDuty, disputed, { dutyId: 'D2', reason: '不是我们的职能。' });
    meeting = await open(['red', 'disputed', 'help', 'extension', 'escalated']);
  });
  const at = () => ({ meetingId: meeting.id });
  const itemAbout = (title: string, kind: string) => {
    const found = meeting.items.find((item) => item.kind === kind && item.title.startsWith(title));
    if (found === undefined) throw new Error(`${title} in ${meeting.items.map((item) => item.title).join(', ')}`);
    return found;
  };
  const decide = async (itemId: string, decision: object): Promise<void> => {
    meeting = await world.as(city, meetingApi.decideItem, {
      params: { meetingId: meeting.id, itemId },
      body: { revision: meeting.revision, decision: decision as never },
    });
  };
  const refused = (itemId: string, decision: object) =>
    world.refused(city, meetingApi.decideItem, {
      params: { meetingId: meeting.id, itemId },
      body: { revision: meeting.revision, decision },
    });

  test('has an agenda of what is disputed, asks and is red, the most urgent first, each duty once', () => {
    expect(meeting.items.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'disputed 退回的任务（市商务局）',
      'extension 要延期的任务（市工信局）',
      'red 超期的任务（市工信局）',
      'red 超期的任务（市商务局）',
    ]);
    expect(itemAbout('退回', 'disputed')).toMatchObject({
      why: '单位退回：不是我们的职能。',
      task: { handedBack: '不是我们的职能。' },
    });
    expect(meeting.sits.map(({ name }) => name)).toEqual(['临江市工业和信息化局', '临江市商务局']);
  });

  test('is put in order by hand; what is new comes, and nothing stands twice', async () => {
    const ids = meeting.items.map(({ id }) => ({ id }));
    const items = [ids[2], ids[0], ids[1], ids[3], { kind: 'free', title: '听取汇报' }];
    meeting = await world.as(city, meetingApi.putAgenda, {
      params: at(),
      body: { revision: meeting.revision, items: items as never },
    });
    expect(meeting.items.map(({ kind }) => kind)).toEqual(['red', 'disputed', 'extension', 'red', 'free']);
    const twice = { revision: meeting.revision, items: [ids[0], ids[0]] };
    expect(await world.refused(city, meetingApi.putAgenda, { params: at(), body: twice })).toBe(
      '422 meeting-item-twice',
    );
    const foreign = { revision: meeting.revision, items: [{ kind: 'red', taskId: 'nothing', dutyId: 'D1' }] };
    expect(await world.refused(city, meetingApi.putAgenda, { params: at(), body: foreign })).toBe('404 task-unknown');
    const stale = { revision: 1, items: ids };
    expect(await world.refused(city, meetingApi.putAgenda, { params: at(), body: stale })).toBe('409 record-changed');
  });

  test('an extension is answered on the spot', async () => {
    const { id } = itemAbout('要延期', 'extension');
    expect(await refused(id, { kind: 'extension', to: day(20), words: '早些。' })).toBe('422 extension-day');
    await decide(id, { kind: 'extension', to: day(50), words: '只给二十天。' });
    const task = await world.as(city, tasksApi.readTask, { params: { taskId: asked.id } });
    expect(task.duties[0]).toMatchObject({ dueOn: day(50), firstDueOn: day(30) });
    expect(task.duties[0]?.extensions[0]?.answer).toMatchObject({ to: day(50), words: '只给二十天。（周调度）' });
    expect(await refused(id, { kind: 'extension', to: day(70), words: '再给。' })).toBe('409 extension-none');
  });

  test('a duty is given to another unit, and the item goes on with it', async () => {
    const { id } = itemAbout('退回', 'disputed');
    await decide(id, { kind: 'reassign', unitId: 'lj-fgw', dueOn: null, words: '改由发改委承担。' });
    expect(itemAbout('退回', 'disputed').task?.unit).toMatchObject({ id: 'lj-fgw' });
    const task = await world.as(city, tasksApi.readTask, { params: { taskId: disputed.id } });
    expect(task.duties.map(({ unit, state }) => [unit.id, state])).toContainEqual(['lj-swj', 'replaced']);
  });

  test('a decision becomes a task at once, whose source is the meeting', async () => {
    const { id } = itemAbout('听取', 'free');
    const duties = [{ unitId: 'lj-gxj', unitName: '市工信局', role: 'lead', part: null, dueOn: day(30) }];
    await decide(id, { kind: 'task', title: '拿出整改时间表', words: '', duties, milestones: [] });
    const made = itemAbout('听取', 'free').decisions[0]?.task;
    const task = await world.as(city, tasksApi.readTask, { params: { taskId: made?.id ?? '' } });
    expect(task).toMatchObject({ state: 'open', source: { kind: 'meeting', name: '周调度' }, dueOn: day(30) });
    expect(await refused(id, { kind: 'urge', words: '快办。' })).toBe('422 meeting-item-task');
    expect(await refused(id, { kind: 'note', words: ' ' })).toBe('422 task-reason-missing');
  });

  test('a refused decision leaves neither the move nor the minutes', async () => {
    const { id } = itemAbout('超期', 'red');
    const before = await world.as(city, tasksApi.readTask, { params: { taskId: late.id } });
    expect(await refused(id, { kind: 'escalate', postId: 'clerk-gxj', words: '报链长。' })).toMatch(
      /^4\d\d chief-unknown$/,
    );
    expect(await refused(id, { kind: 'insist', words: '不改。' })).toBe('409 duty-state');
    const after = await world.as(city, tasksApi.readTask, { params: { taskId: late.id } });
    expect(after.revision).toBe(before.revision);
    const same = await world.as(city, meetingApi.readMeeting, { params: at() });
    expect(same.revision).toBe(meeting.revision);
    await decide(id, { kind: 'escalate', postId: 'chief-one', words: '请领导过问。' });
    expect(itemAbout('超期', 'red').decisions).toMatchObject([
      { kind: 'escalate', what: expect.stringContaining('chief-one') },
    ]);
  });

  test('what was decided cannot be dropped, and what has ended is not changed', async () => {
    const body = { revision: meeting.revision, items: [] };
    expect(await world.refused(city, meetingApi.putAgenda, { params: at(), body })).toMatch(
      /^422 meeting-item-decided/,
    );
    const end = { revision: meeting.revision, note: '抓好落实。' };
    meeting = await world.as(city, meetingApi.endMeeting, { params: at(), body: end });
    expect(meeting).toMatchObject({ state: 'ended', note: '抓好落实。', may: false });
    expect(
      await world.refused(city, meetingApi.endMeeting, { params: at(), body: { ...end, revision: meeting.revision } }),
    ).toBe('409 meeting-ended');
    const { meetings } = await world.as(city, meetingApi.listMeetings, { query: {} });
    expect(meetings.find(({ id }) => id === meeting.id)).toMatchObject({ items: 5, decided: 4, tasks: 1, closed: 0 });
  });

  test('is nobody’s of a foreign region, nor of who may not dispatch', async () => {
    expect(await world.refused(sister, meetingApi.readMeeting, { params: at() })).toBe('404 meeting-unknown');
    expect((await world.as(sister, meetingApi.listMeetings, { query: {} })).total).toBe(0);
    expect(await world.refused('chief-one', meetingApi.createMeeting, { body: { ...head, compose: [] } })).toMatch(
      /^403/,
    );
    expect(
      await world.refused(city, meetingApi.createMeeting, { body: { ...head, sits: ['nobody'], compose: [] } }),
    ).toBe('404 unit-unknown');
    expect(
      await world.refused(city, meetingApi.createMeeting, { body: { ...head, heldOn: '2026-02-30', compose: [] } }),
    ).toMatch(/day-unknown/);
  });

  test('the chief sees what was brought before him, with the words behind it, and how the chain stands', async () => {
    const chief = await world.as('chief-one', overviewApi.readChief, { query: {} });
    const kinds = Object.fromEntries(chief.needs.map(({ kind, rows }) => [kind, rows]));
    expect(kinds.escalated?.[0]).toMatchObject({ title: '超期的任务', words: '超期的任务的原话。' });
    expect(kinds.red?.length).toBe(2);
    expect(chief.chains.find(({ chain }) => chain?.id === 'lj-textile')?.lights).toContainEqual({
      light: 'red',
      count: 1,
    });
    expect((await world.as(sister, overviewApi.readChief, { query: {} })).needs).toEqual([]);
  });

  test('a unit sees what it owes, what others owe it, and its honest rate', async () => {
    const params = { unitId: 'lj-gxj' };
    const unit = await world.as('clerk-gxj', overviewApi.readUnit, { params });
    expect(unit).toMatchObject({
      unit: { name: '临江市工业和信息化局' },
      open: 4,
      closed: 0,
      rate: { overdue: 1, permille: 0 },
    });
    expect(unit.waits.map(({ kind }) => kind)).toContain('sign');
    const owes = await world.as('clerk-gxj', overviewApi.listOwed, { params, query: { side: 'owes' } });
    expect(owes.rows.map(({ dueOn }) => dueOn)).toEqual([...owes.rows.map(({ dueOn }) => dueOn)].sort());
    expect(owes.rows[0]).toMatchObject({ title: '超期的任务', light: 'red', by: 'own' });
    const theirs = await world.as('clerk-gxj', overviewApi.listOwed, { params, query: { side: 'theirs' } });
    expect(theirs.rows.map(({ unit: { id }, by }) => [id, by])).toContainEqual(['lj-swj', 'lead']);
    expect(await world.refused('clerk-gxj', overviewApi.readUnit, { params: { unitId: 'nobody' } })).toBe(
      '404 unit-unknown',
    );
    // A foreign office sees that there is such a unit, and nothing of what it owes.
    expect(await world.as(sister, overviewApi.readUnit, { params })).toMatchObject({ open: 0, theirs: 0, waits: [] });
  });
});
