import { sql } from 'kysely';
import { type Asking, asAsking, asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import type { CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/ids/index.ts';
import { type Actor, loadActor } from '../../src/access/index.ts';
import { recording } from '../../src/audit/index.ts';
import { keepCycles } from '../../src/task/commands/dispatch/keep-cycles.ts';
import { createInside } from '../../src/task/commands/task/create-task.ts';
import { tasksApi } from '../../src/task/contract.ts';
import type { TaskContent, TaskDeps, TaskTables } from '../../src/task/index.ts';
import { byHeader } from '../access/gate.ts';
import { fillOrganisation, regions } from '../access/organisation.ts';
import { workingCalendarOf } from '../examples/calendar.ts';
import { content, duty } from '../examples/task.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

/** The units of the scripted year, in the city; two people in each. */
export const scriptUnits = ['甲局', '乙局', '丙局', '丁局', '戊区', '己区', '庚县', '辛县'] as const;

/** The whole server on a day that a test sets, with the invented city and units whose people are called after them. */
export interface DispatchWorld {
  readonly api: TestApi;
  readonly database: TestDatabase<TaskTables>;
  readonly deps: TaskDeps;
  /** Sets the instant that it is. */
  readonly at: (instant: string) => void;
  /** Noon of a day in Beijing. */
  readonly on: (day: string) => void;
  readonly as: <E extends Endpoint>(who: string, endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  readonly refused: (
    who: string,
    endpoint: Endpoint,
    input?: CallInput<Endpoint> & { body?: unknown },
  ) => Promise<string>;
  /** Makes a task as the office, with ids of its own. */
  readonly make: (content: Omit<TaskContent, 'regionCode'>, who?: string) => Promise<void>;
  /** Rounds until there is nothing to do. */
  readonly rounds: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const office = '调度员';
const offices = [office, '审核员0', '审核员1'];

export async function openDispatchWorld(): Promise<DispatchWorld> {
  const database = await testDatabase<TaskTables>();
  const { owner } = database;
  await fillOrganisation(owner);
  await putUnit(owner, 'office', regions.city);
  for (const unit of scriptUnits) await putUnit(owner, unit, regions.city);
  for (const who of offices) await putPerson(owner, who, 'office', 'chain-office', regions.city);
  for (const unit of scriptUnits)
    for (const no of [0, 1]) await putPerson(owner, `${unit}员${no}`, unit, 'lead-unit', regions.city);
  await putUnit(owner, '望江办', regions.sister);
  await putPerson(owner, '望江调度员', '望江办', 'chain-office', regions.sister);
  let now = '2025-01-02T04:00:00.000Z';
  const clock = { now: () => now };
  const api = await openTestApi(
    null,
    {},
    {
      ...{ database: database as never, gate: byHeader(database.db as never), clock },
    },
  );
  const deps = {
    ...{ db: database.db, clock, newId, calendar: workingCalendarOf().calendar },
    registers: () => {
      throw new Error('not asked here');
    },
    countEvents: () => Promise.reject(new Error('not asked here')),
  } as TaskDeps;
  const headersOf = (who: string) => ({ 'x-post': idOf(who), 'x-person': idOf(who) });
  return {
    ...{ api, database, deps },
    at: (instant) => {
      now = instant;
    },
    on: (day) => {
      now = `${day}T04:00:00.000Z`;
    },
    as: (who, endpoint, input) => api.call(endpoint, { ...input, headers: headersOf(who) } as never),
    refused: (who, endpoint, input = {}) => api.refused(endpoint, { ...input, headers: headersOf(who) }),
    make: async (content, who = office) => {
      const actor = await asSystem(() => actorOf(database, who));
      await asAsking(asking(who), () =>
        recording(deps, actor, async (db, note) => {
          await createInside({ db, note, deps }, actor, { ...content, regionCode: regions.city });
        }),
      );
    },
    rounds: () =>
      asSystem(async () => {
        for (;;) if ((await keepCycles(deps)) === 0) return;
      }),
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}

/** Ids and headers are plain letters. */
export const idOf = (who: string): string => Buffer.from(who).toString('hex');
const asking = (who: string): Asking => ({ postId: idOf(who), personId: idOf(who) });

async function actorOf({ db }: TestDatabase<TaskTables>, who: string): Promise<Actor> {
  const caller = { personId: idOf(who), postId: idOf(who), sessionId: null, from: 'test' };
  const actor = await loadActor(db, caller, '2026-01-01');
  if (actor === undefined) throw new Error(who);
  return actor;
}

type Owner = TestDatabase<TaskTables>['owner'];

async function putUnit(owner: Owner, name: string, region: string): Promise<void> {
  await sql`insert into unit (id, name, kind, region_id) values (${idOf(name)}, ${name}, 'department', ${region})`.execute(
    owner,
  );
  await sql`insert into unit_closure values (${idOf(name)}, ${idOf(name)})`.execute(owner);
}

async function putPerson(owner: Owner, who: string, unit: string, role: string, region: string): Promise<void> {
  const id = idOf(who);
  await sql`insert into person (id, name, created_at) values (${id}, ${who}, now())`.execute(owner);
  await sql`insert into post (id, person_id, unit_id, title) values (${id}, ${id}, ${idOf(unit)}, '岗位')`.execute(
    owner,
  );
  await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
    values (${id}, ${role}, ${region}, '{}', 'granted', now(), '@system')`.execute(owner);
}

/** Gives a chief to the city. */
export const putChief = (owner: Owner, who: string) => putPerson(owner, who, 'office', 'chain-chief', regions.city);

/** What tests of dispatches do over and over with the world that they have opened by then. */
export function stepsIn(opened: () => DispatchWorld) {
  /** A task of some units, sent and signed for by all: the first leads. */
  async function send(id: string, units: readonly string[], dueOn = '2025-12-31'): Promise<void> {
    const duties = units.map((unit, at) => ({
      ...duty(`D${at}`, unit, at === 0 ? { dueOn } : { role: 'cooperating', part: `第${at}部分`, dueOn }),
      unit: { id: idOf(unit), name: unit },
    }));
    await opened().make(content({ id, title: `任务${id}`, duties }));
    await move(office, tasksApi.assignTask, id, {});
    for (const [at, unit] of units.entries()) await move(`${unit}员0`, tasksApi.signDuty, id, { dutyId: `D${at}` });
  }
  async function move(who: string, endpoint: Parameters<DispatchWorld['as']>[1], taskId: string, body: object) {
    const params = { taskId };
    const { revision } = await opened().as(office, tasksApi.readTask, { params });
    return opened().as(who, endpoint, { params, body: { revision, ...body } } as never);
  }
  return { send, move };
}
