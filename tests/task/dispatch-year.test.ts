import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { sm3 } from '../../platform/digest/index.ts';
import { addDays } from '../../src/kernel/index.ts';
import { verifyCycles } from '../../src/task/commands/dispatch/verify.ts';
import { dispatchApi, tasksApi, type VerifiedJson } from '../../src/task/contract.ts';
import type { Snapshot, TaskEvent } from '../../src/task/index.ts';
import { regions } from '../access/organisation.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld } from './dispatch-world.ts';
import { naiveLights, naivePlace, naiveRates } from './naive.ts';
import { ScriptedYear } from './scripted-year.ts';

/**
 * A year of twelve dispatches through the API: a script invents what people do on each day, and its plain notes are reckoned by
 * a walk from day to day that knows nothing of the product. Every frozen snapshot has to say the same.
 */
let world: DispatchWorld;
const year = new ScriptedYear(7, 26);
const cycles: { id: string; month: string; dueOn: string }[] = [];
/** Ids that the product gave to duties which took the place of others, by task and the id of the script. */
const given = new Map<string, string>();

beforeAll(async () => {
  world = await openDispatchWorld();
  // Of the cycles only the monthly ones, so that every report is for them; the office sets that itself.
  const cycle = { monthly: { due: 0, open: 5, remind: [2, 0] }, quarterly: null, yearly: null };
  const rule = { kind: 'cycle' as const, content: cycle };
  const body = { regionId: regions.city, revision: 0, rule, from: '2025-01-02', reason: '今年只搞月调度。' };
  await world.as(office, dispatchApi.changeDispatchSettings, { body });
  for (const { events } of year.all) await play(events[0]);
  const played = new Map(year.all.map(({ naive }) => [naive.id, 1]));
  for (let day = '2025-01-03'; day <= '2025-12-31'; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    const [opensOn, dueOn] = [`${month}-20`, `${month}-25`];
    if (day.endsWith('-03')) {
      world.at(`${day}T00:10:00.000Z`);
      const body = { period: month, opensOn, dueOn };
      const { id } = await world.as(office, dispatchApi.makeCycle, { body });
      cycles.push({ id, month, dueOn });
    }
    world.at(`${day}T00:20:00.000Z`);
    if (['20', '26'].includes(day.slice(8))) await world.rounds();
    // The script itself knows nothing of cycles: for which one a report counts the product decides.
    year.live(day, null);
    const today = year.all.flatMap(({ naive, events }) => {
      const some = events.slice(played.get(naive.id) ?? 0);
      played.set(naive.id, events.length);
      return some.map((event) => ({ event, task: naive.id }));
    });
    today.sort((a, b) => (a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : 0));
    for (const { event, task } of today) await play(event, task);
    if (day.endsWith('-28')) {
      world.at(`${day}T11:00:00.000Z`);
      const cycle = cycles.at(-1);
      const params = { cycleId: cycle?.id ?? '' };
      const { revision } = await world.as(office, dispatchApi.readCycle, { params });
      await world.as(office, dispatchApi.freezeCycle, { params, body: { revision } });
    }
  }
}, 900_000);
afterAll(() => world.close());

/** Does through the API what an event of the script says. */
async function play(event: TaskEvent | undefined, taskId = ''): Promise<void> {
  if (event === undefined) throw new Error('no event');
  world.at(event.at);
  const who = event.by.id;
  if (event.kind === 'created') {
    const { content } = event;
    const duties = content.duties.map((duty) => ({
      ...duty,
      unit: { id: idOf(duty.unit.name), name: duty.unit.name },
    }));
    return world.make({ ...content, duties });
  }
  const params = { taskId };
  const { revision } = await world.as(office, tasksApi.readTask, { params });
  const send = (endpoint: Parameters<DispatchWorld['as']>[1], body: object) =>
    world.as(who, endpoint, { params, body: { revision, ...body } } as never);
  if (event.kind === 'assigned') return void (await send(tasksApi.assignTask, {}));
  if (event.kind === 'withdrawn') return void (await send(tasksApi.withdrawTask, { reason: event.reason }));
  if (!('dutyId' in event)) throw new Error(event.kind);
  const duty = { dutyId: given.get(`${taskId} ${event.dutyId}`) ?? event.dutyId };
  switch (event.kind) {
    case 'signed':
      return void (await send(tasksApi.signDuty, duty));
    case 'handed-back':
      return void (await send(tasksApi.handBackDuty, { ...duty, reason: event.reason }));
    case 'insisted':
      return void (await send(tasksApi.insistDuty, { ...duty, reason: event.reason }));
    case 'reassigned': {
      const body = { ...duty, unitId: idOf(event.unit.name), dueOn: event.dueOn, reason: event.reason };
      const { duties } = (await send(tasksApi.reassignDuty, body)) as { duties: { id: string }[] };
      const known = new Set([...given].filter(([key]) => key.startsWith(`${taskId} `)).map(([, id]) => id));
      const script = year.all.find(({ naive }) => naive.id === taskId)?.naive.duties.map(({ id }) => id) ?? [];
      const fresh = duties.find(({ id }) => !known.has(id) && !script.includes(id));
      return void given.set(`${taskId} ${event.newDutyId}`, fresh?.id ?? event.newDutyId);
    }
    case 'reported': {
      const { words, figures } = event.report;
      const body = { ...duty, words, figures, evidence: [], problem: null, help: null };
      return void (await send(tasksApi.reportDuty, body));
    }
    case 'extension-asked':
      return void (await send(tasksApi.askExtension, { ...duty, to: event.to, reason: event.reason }));
    case 'extension-answered':
      return void (await send(tasksApi.answerExtension, { ...duty, to: event.to, reason: event.reason }));
    case 'submitted': {
      const evidence = [{ id: 'https-proof', kind: 'link', name: 'https://proof.example/1' }];
      return void (await send(tasksApi.submitDuty, { ...duty, words: event.words, evidence }));
    }
    case 'taken-back':
      return void (await send(tasksApi.takeBackDuty, duty));
    case 'returned':
      return void (await send(tasksApi.giveBackDuty, { ...duty, reason: event.reason, to: event.to }));
    case 'closed':
      return void (await send(tasksApi.closeDuty, duty));
    case 'reopened':
      return void (await send(tasksApi.reopenDuty, { ...duty, reason: event.reason, to: event.to }));
    case 'urged':
      return void (await send(tasksApi.urgeDuty, { ...duty, words: event.words }));
    default:
      throw new Error(event.kind);
  }
}

const snapshots = () =>
  asSystem(async () => {
    const rows = await world.database.db.selectFrom('dispatch_snapshot').select(['cycle_id', 'text']).execute();
    return new Map(rows.map(({ cycle_id, text }) => [cycle_id, { text, read: JSON.parse(text) as Snapshot }]));
  });

describe('a year of twelve dispatches through the API', () => {
  test('ran as the script says, and a fair part of everything was in it', async () => {
    expect(cycles).toHaveLength(12);
    expect(world.api.faults).toEqual([]);
    for (const { naive, events } of year.all) {
      const rows = await asSystem(() =>
        world.database.db
          .selectFrom('task_event')
          .select('kind')
          .where('task_id', '=', naive.id)
          .orderBy('no')
          .execute(),
      );
      expect(rows.map(({ kind }) => kind)).toEqual(events.map(({ kind }) => kind));
    }
    const kinds = year.all.flatMap(({ events }) => events.map(({ kind }) => kind));
    for (const kind of ['reassigned', 'reopened', 'extension-answered', 'returned', 'handed-back', 'urged'])
      expect(kinds.filter((each) => each === kind).length, kind).toBeGreaterThan(2);
  });

  test('every light is what a walk from day to day says', async () => {
    const all = await snapshots();
    const seen = new Map<string, number>();
    for (const { id, dueOn } of cycles) {
      const { read } = all.get(id) ?? { read: null };
      for (const { naive } of year.all) {
        const wanted = naiveLights(naive, dueOn);
        const line = read?.tasks.find((task) => task.id === naive.id);
        const back = new Map(naive.duties.map((duty) => [given.get(`${naive.id} ${duty.id}`) ?? duty.id, duty.id]));
        for (const duty of line?.duties ?? []) {
          expect(`${dueOn} ${naive.id} ${duty.id} ${duty.light}`).toBe(
            `${dueOn} ${naive.id} ${duty.id} ${wanted.get(back.get(duty.id) ?? '') ?? '?'}`,
          );
          seen.set(duty.light, (seen.get(duty.light) ?? 0) + 1);
        }
        expect(line?.duties.length ?? 0).toBeGreaterThan(0);
      }
    }
    for (const light of ['red', 'yellow', 'blue', 'green', 'none'])
      expect(seen.get(light) ?? 0, light).toBeGreaterThan(5);
  });

  test('every rate and place is that of a recount, also as the API gives them', async () => {
    for (const { id, dueOn } of cycles) {
      const rates = naiveRates(
        year.all.map(({ naive }) => naive),
        '2025-01-01',
        dueOn,
      );
      const { rows } = await world.as(office, dispatchApi.listRanking, {
        ...{ params: { cycleId: id }, query: { pageSize: 200 } },
      });
      expect(rows.map(({ unit }) => unit.name).sort()).toEqual(rates.map(({ unit }) => unit).sort());
      for (const { unit, place, onTime, late, overdue, won, of, rate } of rows) {
        const own = rates.find((each) => each.unit === unit.name);
        if (own === undefined) throw new Error(unit.name);
        expect({ onTime, late, overdue, won, of }).toEqual({
          ...{ onTime: own.onTime, late: own.late, overdue: own.overdue, won: own.won, of: own.of },
        });
        expect(place).toBe(naivePlace(own, rates));
        expect(rate).toBe(Math.floor((own.won / own.of) * 1000 + 0.5 + 1e-9) / 10);
      }
    }
  });

  test('places and rates of the time before are those that the cycle before froze', async () => {
    for (const [at, { id }] of cycles.entries()) {
      const rankingOf = async (cycleId: string) =>
        (await world.as(office, dispatchApi.listRanking, { params: { cycleId }, query: { pageSize: 200 } })).rows;
      const last = at === 0 ? [] : await rankingOf(cycles[at - 1]?.id ?? '');
      const before = new Map(last.map(({ unit, place, rate }) => [unit.name, { place, rate }]));
      for (const { unit, placeBefore, rateBefore } of await rankingOf(id))
        expect({ place: placeBefore, rate: rateBefore }).toEqual(before.get(unit.name) ?? { place: null, rate: null });
      const { before: named } = await world.as(office, dispatchApi.readSnapshot, { params: { cycleId: id } });
      expect(named?.id ?? null).toBe(at === 0 ? null : (cycles[at - 1]?.id ?? ''));
    }
  });

  test('who reported in time, late and not at all is what the events say', async () => {
    const all = await snapshots();
    let late = 0;
    for (const { id, month, dueOn } of cycles) {
      const { read } = all.get(id) ?? { read: null };
      for (const { naive, events } of year.all)
        for (const line of read?.tasks.find((task) => task.id === naive.id)?.duties ?? []) {
          const own = [...given]
            .find(([key, to]) => key.startsWith(`${naive.id} `) && to === line.id)?.[0]
            .split(' ')[1];
          const told = events.filter(
            (event) =>
              event.kind === 'reported' &&
              event.dutyId === (own ?? line.id) &&
              event.on >= `${month}-20` &&
              event.on <= `${month}-28` &&
              event.at < `${month}-28T11:00:00.000Z`,
          );
          const inTime = told.filter(({ on }) => on <= dueOn);
          // Who was in time is not made late by what he adds.
          const counts = inTime.length > 0 ? inTime : told;
          expect(line.report?.on ?? null).toBe(counts.at(-1)?.on ?? null);
          expect(line.report?.late ?? false).toBe(told.length > 0 && inTime.length === 0);
          if (line.report?.late === true) late++;
        }
    }
    expect(late).toBeGreaterThan(0);
  });

  test('reckoned again at the end of the year, every snapshot is the same byte for byte', async () => {
    const verified: VerifiedJson[] = [];
    await asSystem(() => verifyCycles(world.database.db, (each) => void verified.push(each as VerifiedJson)));
    expect(verified).toHaveLength(12);
    const all = await snapshots();
    for (const { cycleId, holds, digest, again, differs, bytes } of verified) {
      expect({ holds, differs, again }).toEqual({ holds: true, differs: [], again: digest });
      const text = all.get(cycleId)?.text ?? '';
      expect(digest).toBe(sm3(text));
      expect(bytes).toBe(Buffer.byteLength(text));
    }
    const { cycleId = '' } = verified[5] ?? {};
    expect(await world.as(office, dispatchApi.verifyCycle, { params: { cycleId } })).toEqual(verified[5]);
  });

  test('a fact that somebody changes behind our back is found, and where', async () => {
    const [first] = cycles;
    const { owner } = world.database;
    const wanted = year.all.find(({ events }) =>
      events.some((event) => event.kind === 'closed' && event.on < '2025-06-01'),
    );
    const taskId = wanted?.naive.id ?? '';
    const change = (from: string, to: string) =>
      sql`update task_event set body = jsonb_set(body, '{on}', to_jsonb(${to}::text)) where task_id = ${taskId} and kind = 'assigned' and body ->> 'on' = ${from}`.execute(
        owner,
      );
    const day = wanted?.events.find(({ kind }) => kind === 'assigned')?.on ?? '';
    await change(day, '2025-12-30');
    const june = cycles.find(({ month }) => month === '2025-06')?.id ?? first?.id ?? '';
    const found = await world.as(office, dispatchApi.verifyCycle, { params: { cycleId: june } });
    expect(found.holds).toBe(false);
    expect(found.differs).toEqual([wanted?.naive.id === undefined ? '' : `任务${Number(taskId.slice(1))}`]);
    await change('2025-12-30', day);
    expect((await world.as(office, dispatchApi.verifyCycle, { params: { cycleId: june } })).holds).toBe(true);
  });

  test('nobody changes or takes away what was frozen, not even the system or the owner of the tables', async () => {
    const [first] = cycles;
    for (const statement of [
      sql`update dispatch_snapshot set text = text || ' ' where cycle_id = ${first?.id}`,
      sql`delete from dispatch_snapshot where cycle_id = ${first?.id}`,
      sql`truncate dispatch_snapshot`,
    ])
      await expect(statement.execute(world.database.owner)).rejects.toThrow('what a dispatch froze is never changed');
    const changed = await asSystem(() =>
      sql`update dispatch_snapshot set text = '' returning 1`
        .execute(world.database.db)
        .then(({ rows }) => rows.length),
    ).catch(() => 0);
    expect(changed).toBe(0);
  });

  test('a second freeze is refused', async () => {
    const params = { cycleId: cycles[3]?.id ?? '' };
    const { revision, may } = await world.as(office, dispatchApi.readCycle, { params });
    expect(may.freeze.may).toBe(false);
    expect(await world.refused(office, dispatchApi.freezeCycle, { params, body: { revision } })).toBe(
      '409 cycle-state',
    );
  });
});
