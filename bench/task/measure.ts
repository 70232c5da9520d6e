import { setTimeout as pause } from 'node:timers/promises';
import { openBare, withBareTable } from '../../platform/db/testing/figure-rows.ts';
import {
  countReports,
  fillTaskCity,
  openTaskCycle,
  selectOne,
  type TaskCity,
  type TaskPerson,
} from '../../platform/db/testing/task-city.ts';
import { addressOf } from '../../platform/http/client.ts';
import { csrfTokenOf } from '../../platform/http/csrf.ts';
import { dispatchApi, overviewApi, tasksApi } from '../../src/task/contract.ts';
import { type Asked, run } from '../indicator/asks.ts';
import { timesOf } from '../load/figures.ts';
import { startEmpty } from '../load/server.ts';
import { fillTasks, type OpenDuty } from './fill.ts';

export interface TasksOptions {
  /** Tasks under way, and beside them those of earlier years that are closed. */
  readonly tasks: number;
  readonly closed: number;
  readonly units: number;
  /** How long each kind of request is measured. */
  readonly seconds: number;
}

export interface TasksResult {
  readonly options: TasksOptions;
  /** p95 in milliseconds of `select 1`, and of a bare insert through a pool like the server's own. */
  readonly base: { readonly select: number; readonly insert: number };
  readonly asked: readonly Asked[];
  /** Reports that were answered as kept, that stand among the events, and in the tasks themselves. */
  readonly reports: { readonly sent: number; readonly events: number; readonly kept: number };
}

/** Lists, boards and reporting over very many tasks, on a server of its own, with row-level security as always. */
export async function measureTasks(options: TasksOptions, tell: (line: string) => void): Promise<TasksResult> {
  const server = await startEmpty(tell);
  try {
    const city = await fillTaskCity(server.ownerAddress, options.units);
    const size = { open: options.tasks, closed: options.closed };
    const duties = await fillTasks(server.ownerAddress, city, size, tell);
    await openTaskCycle(server.ownerAddress);
    await server.settle();
    const base = { select: await selectOne(server.ownerAddress), insert: await bareInsert(server.ownerAddress) };
    const asked: Asked[] = [];
    for (const { name, person, paths } of looks(city)) {
      tell(`${name}……`);
      const ask = async (_person: number, turn: number) =>
        look(server.address, person, paths[turn % paths.length] ?? '');
      for (const path of paths) await look(server.address, person, path);
      asked.push(await run({ name, people: 1, seconds: options.seconds, every: 0, ask }));
    }
    const reported = await reporting(server.address, city, duties, options, tell);
    const { events, kept } = await countReports(server.ownerAddress, 'bench-');
    return { options, base, asked: [...asked, ...reported.asked], reports: { sent: reported.sent, events, kept } };
  } finally {
    await server.stop();
  }
}

async function bareInsert(ownerAddress: string): Promise<number> {
  const bare = await openBare(ownerAddress);
  try {
    const one = { name: '', people: 1, seconds: 1, every: 0 };
    return (await withBareTable(ownerAddress, (put) => run({ ...one, ask: () => bare.ask(put) }))).times.p95;
  } finally {
    await bare.close();
  }
}

const headersOf = ({ token }: TaskPerson) => ({
  accept: 'application/json',
  cookie: `jw_session=${token}`,
  'x-csrf-token': csrfTokenOf(token),
});

async function look(address: string, person: TaskPerson, path: string): Promise<boolean> {
  const answer = await fetch(`${address}${path}`, { headers: headersOf(person) });
  await answer.arrayBuffer();
  return answer.ok;
}

interface Look {
  readonly name: string;
  readonly person: TaskPerson;
  readonly paths: readonly string[];
}

const list = (query: object): string => addressOf('', tasksApi.listTasks, undefined, { pageSize: 50, ...query });
const duty = (query: object): string => addressOf('', tasksApi.listDuties, undefined, { pageSize: 50, ...query });
const board = (by: string): string => addressOf('', tasksApi.taskBoard, undefined, { by });
const days = { from: '2026-11-01', to: '2026-11-30' };

/** What a person of each kind looks at. */
function looks({ office, county, chief, clerks }: TaskCity): Look[] {
  const [clerk] = clerks;
  if (clerk === undefined) throw new Error('no unit');
  const people = [
    ['链办', office],
    ['县链办', county],
    ['链长（一条链）', chief],
    ['单位', clerk],
  ] as const;
  return people.flatMap(([who, person]): Look[] => [
    { name: `任务清单 ${who}`, person, paths: [list({}), list({ page: 3 }), list({ sort: '-dueOn' })] },
    {
      name: `任务筛选 ${who}`,
      person,
      paths: [
        list({ text: '园区' }),
        list({ filter: JSON.stringify({ light: { in: ['red', 'yellow'] } }), sort: 'lead' }),
        list({ scope: 'mine' }),
        list({ waits: 'report' }),
      ],
    },
    { name: `责任清单 ${who}`, person, paths: [duty({}), duty({ sort: 'unit' }), duty({ waits: 'help' })] },
    { name: `计数 ${who}`, person, paths: [addressOf('', tasksApi.countTasks, undefined, {})] },
    { name: `看板 ${who}`, person, paths: ['light', 'state', 'lead', 'chain'].map(board) },
    { name: `日历 ${who}`, person, paths: [addressOf('', tasksApi.taskCalendar, undefined, days)] },
    ...pages(who, person),
  ]);
}

/** Pages that are put together of many: what a unit owes, what needs a chief, whom the rules call for. */
function pages(who: string, person: TaskPerson): Look[] {
  if (who === '单位') {
    const params = { unitId: person.unitId };
    const owed = addressOf('', overviewApi.listOwed, params, { side: 'theirs' });
    return [{ name: '单位页', person, paths: [addressOf('', overviewApi.readUnit, params, undefined), owed] }];
  }
  const chief = { name: `链长页 ${who}`, person, paths: [addressOf('', overviewApi.readChief, undefined, {})] };
  if (who !== '链办') return [chief];
  const proposals = addressOf('', dispatchApi.listProposals, undefined, {});
  const cycles = addressOf('', dispatchApi.listCycles, undefined, {});
  return [chief, { name: '催办建议', person, paths: [proposals] }, { name: '调度', person, paths: [cycles] }];
}

const mostTries = 10;

/** Every unit reports: each at its own moment, and then all at the same moment. */
async function reporting(
  address: string,
  { clerks }: TaskCity,
  duties: ReadonlyMap<string, readonly OpenDuty[]>,
  { seconds }: TasksOptions,
  tell: (line: string) => void,
): Promise<{ readonly asked: Asked[]; readonly sent: number }> {
  const working = clerks.filter(({ unitId }) => (duties.get(unitId) ?? []).length > 1);
  let sent = 0;
  /** As a phone does it: what was not answered is sent again under the same key when the server says so. */
  const report = async (at: number, turn: number): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      const { status, after } = await reportOnce(at, turn);
      if (status === 200) sent += 1;
      if (status !== 503 || tries >= mostTries) return status === 200;
      await pause(after * 1000);
    }
  };
  const reportOnce = async (at: number, turn: number): Promise<{ status: number; after: number }> => {
    const person = working[at];
    const about = duties.get(person?.unitId ?? '')?.[turn];
    if (person === undefined || about === undefined) return { status: 0, after: 0 };
    const key = `bench-${about.taskId}-${about.dutyId}`;
    const body = { revision: about.revision, dutyId: about.dutyId, key, words: `${key} 有进展。` };
    const answer = await fetch(`${address}${addressOf('', tasksApi.reportDuty, { taskId: about.taskId }, undefined)}`, {
      method: 'POST',
      headers: { ...headersOf(person), 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, figures: [], evidence: [], problem: null, help: null }),
    });
    await answer.arrayBuffer();
    return { status: answer.status, after: Number(answer.headers.get('retry-after') ?? 1) };
  };
  // An hour in forty seconds: ninety times as dense as the last hour of a cycle.
  const spread = Math.max(40, seconds);
  tell(`${working.length} 个单位在 ${spread} 秒里报告……`);
  const every = spread * 1000;
  const paced = await run({
    ...{
      name: `${working.length} 个单位报告（${spread} 秒里）`,
      people: working.length,
      seconds: spread - 0.001,
      every,
    },
    ask: (at) => report(at, 0),
  });
  tell(`${working.length} 个单位同时报告……`);
  const began = performance.now();
  const took: number[] = [];
  const done = await Promise.all(
    working.map(async (_, at) => {
      const good = await report(at, 1).catch(() => false);
      took.push(performance.now() - began);
      return good;
    }),
  );
  const rate = working.length / ((performance.now() - began) / 1000);
  const failures = done.filter((good) => !good).length;
  return { asked: [paced, { name: `${working.length} 个单位同时报告`, times: timesOf(took), failures, rate }], sent };
}
