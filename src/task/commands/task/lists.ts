import { mostExported } from '../../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../../access/index.ts';
import {
  addDays,
  daysFrom,
  isDayText,
  isWorkingDay,
  RefusalError,
  type WorkingCalendar,
} from '../../../kernel/index.ts';
import type { DutyRowJson, TaskRowJson } from '../../contract.ts';
import { type Light, lightNames, lights, taskStateNames } from '../../domain/index.ts';
import { type BoardBy, countTasks as countIn, readBoard, readCalendar } from '../../store/list/board.ts';
import { listDuties as dutiesIn, type ListedDuty, listDutyIds, readListedDuties } from '../../store/list/duties.ts';
import type { Narrowed, Waiting } from '../../store/list/narrow.ts';
import {
  type ListedTask,
  listTaskIds,
  readListedTasks,
  type Searched,
  listTasks as tasksIn,
} from '../../store/list/tasks.ts';
import { placeNames } from '../../store/names.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { saidReason, sourceJson } from './json.ts';

/** Which tasks a list is about, as it is asked for. */
export interface Asked {
  readonly scope?: Narrowed['scope'] | undefined;
  readonly waits?: Waiting | undefined;
  readonly chainId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly planId?: string | undefined;
}

const narrowedFor = (actor: Actor, { scope, waits, chainId, unitId, planId }: Asked): Narrowed => ({
  ...{ scope: scope ?? 'all', waits: waits ?? null, chainId: chainId ?? null, unitId: unitId ?? null },
  ...{ planId: planId ?? null, own: actor.post?.unitId ?? null, reach: actor.reach },
});

interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly capped: boolean;
}

/** One page of the tasks in sight. */
export async function listTasks(
  actor: Actor,
  asked: Asked,
  request: ListRequest,
  { db }: TaskDeps,
): Promise<Page<TaskRowJson>> {
  permit(actor, 'task.read');
  const { rows, ...counted } = await tasksIn(db, narrowedFor(actor, asked), request);
  return { rows: await taskRows(db, actor, rows), ...counted };
}

/** Ids of an export in order, and how rows are read by them. */
export async function tasksToExport(
  actor: Actor,
  asked: Asked,
  request: ExportRequest,
  { db }: TaskDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<TaskRowJson[]> }> {
  permit(actor, 'task.read');
  const ids = await listTaskIds(db, narrowedFor(actor, asked), request, mostExported);
  return { ids, read: async (some) => taskRows(db, actor, await readListedTasks(db, some)) };
}

/** One page of the duties in sight. */
export async function listDuties(
  actor: Actor,
  asked: Asked,
  request: ListRequest,
  { db }: TaskDeps,
): Promise<Page<DutyRowJson>> {
  permit(actor, 'task.read');
  const { rows, ...counted } = await dutiesIn(db, narrowedFor(actor, asked), request);
  return { rows: await dutyRows(db, rows), ...counted };
}

export async function dutiesToExport(
  actor: Actor,
  asked: Asked,
  request: ExportRequest,
  { db }: TaskDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<DutyRowJson[]> }> {
  permit(actor, 'task.read');
  const ids = await listDutyIds(db, narrowedFor(actor, asked), request, mostExported);
  return { ids, read: async (some) => dutyRows(db, await readListedDuties(db, some)) };
}

export async function countTasks(actor: Actor, asked: Asked, searched: Searched, { db }: TaskDeps) {
  permit(actor, 'task.read');
  const { states, lights: known, ...troubles } = await countIn(db, narrowedFor(actor, asked), searched);
  return {
    lights: lights.map((light) => ({ light, tasks: known.find((each) => each.light === light)?.tasks ?? 0 })),
    ...{ open: states.open ?? 0, closed: states.closed ?? 0, planned: states.planned ?? 0 },
    ...troubles,
  };
}

/** Columns beyond these are counted only: nobody looks through hundreds side by side. */
const mostColumns = 24;
/** Cards of a column at first; fewer where there are many columns. */
const usualCards: Readonly<Record<BoardBy, number>> = { light: 20, state: 20, lead: 10, chain: 10 };

/** A board of the tasks in sight; by light and state every column stands there, also an empty one. */
export async function readTaskBoard(
  actor: Actor,
  asked: Asked & { readonly by: BoardBy; readonly perColumn?: number | undefined },
  searched: Searched,
  { db }: TaskDeps,
) {
  permit(actor, 'task.read');
  const { by } = asked;
  const perColumn = asked.perColumn ?? usualCards[by];
  const board = { by, perColumn, most: mostColumns };
  const { cells, columns } = await readBoard(db, narrowedFor(actor, asked), searched, board);
  const listed = await readListedTasks(
    db,
    cells.map(({ id }) => id),
  );
  const rows = new Map((await taskRows(db, actor, listed)).map((row) => [row.id, row]));
  const byKey = Map.groupBy(cells, ({ key }) => key);
  const fixed: readonly string[] | null = by === 'light' ? lights : by === 'state' ? Object.keys(taskStateNames) : null;
  const shown = fixed ?? [...byKey.keys()];
  const nameOf = await columnNames(db, by, shown);
  return {
    columns: shown.map((key) => {
      const ofKey = byKey.get(key) ?? [];
      return {
        ...{ key, name: nameOf(key), total: ofKey[0]?.total ?? 0 },
        rows: ofKey.flatMap(({ id }) => rows.get(id) ?? []),
      };
    }),
    more: fixed === null ? Math.max(0, columns - shown.length) : 0,
  };
}

async function columnNames(db: TaskDb, by: BoardBy, keys: readonly string[]): Promise<(key: string) => string> {
  if (by === 'light') return (key) => lightNames[key as Light];
  if (by === 'state') return (key) => taskStateNames[key as keyof typeof taskStateNames];
  const ids = keys.filter((key) => key !== '');
  const names = await placeNames(db, {
    regions: [],
    units: by === 'lead' ? ids : [],
    chains: by === 'chain' ? ids : [],
  });
  if (by === 'lead') return (key) => (key === '' ? '没有选定单位' : names.unit(key));
  return (key) => (key === '' ? '不分产业链' : names.chain(key));
}

const mostDays = 400;
const mostOnCalendar = 2000;

/** What falls on each day of a stretch of time, with the days off. Refuses more than some four hundred days. */
export async function readTaskCalendar(
  actor: Actor,
  asked: Asked & { readonly from: string; readonly to: string },
  searched: Searched,
  { db, calendar }: TaskDeps,
) {
  permit(actor, 'task.read');
  const { from, to } = asked;
  for (const given of [from, to])
    if (!isDayText(given)) throw new RefusalError({ code: 'day-unknown', field: 'day', given, limit: 'YYYY-MM-DD' });
  const length = daysFrom(from, to) + 1;
  if (length < 1 || length > mostDays)
    throw new RefusalError({ code: 'value-out-of-bounds', field: 'to', given: to, limit: mostDays });
  const span = { from, to, most: mostOnCalendar + 1 };
  const found = await readCalendar(db, narrowedFor(actor, asked), searched, span);
  return {
    days: found.slice(0, mostOnCalendar).map(({ on, kind, taskId, title, what, light }) => ({
      ...{ on, kind, taskId, title, light },
      words: kind === 'due' ? `${what}牵头的任务到期` : kind === 'milestone' ? `节点：${what}` : `复函：${what}`,
    })),
    capped: found.length > mostOnCalendar,
    daysOff: daysOff(calendar, from, length),
  };
}

/** Days on which nobody works; null where a year of them is not published. */
function daysOff(calendar: WorkingCalendar, from: string, length: number): string[] | null {
  const off: string[] = [];
  for (let at = 0; at < length; at += 1) {
    const day = addDays(from, at);
    const works = isWorkingDay(calendar, day);
    if (!works.ok) return null;
    if (!works.value) off.push(day);
  }
  return off;
}

async function taskRows(db: TaskDb, { post }: Actor, rows: readonly ListedTask[]): Promise<TaskRowJson[]> {
  const names = await placeNames(db, {
    regions: rows.map(({ regionId }) => regionId),
    units: [],
    chains: rows.flatMap(({ chainIds }) => chainIds),
  });
  return rows.map(({ duties, reason, source, sourceName, regionId, chainIds, ...row }) => {
    const mine = duties.find(({ unitId, state }) => unitId !== null && unitId === post?.unitId && state !== 'planned');
    return {
      ...{ id: row.id, revision: row.revision, title: row.title, state: row.state, light: row.light, kind: row.kind },
      ...{ reason: saidReason(reason), source: sourceJson(source, sourceName) },
      ...{ regionId, regionName: names.region(regionId) },
      chains: chainIds.map((id) => ({ id, name: names.chain(id) })),
      leads: duties
        .filter(({ role }) => role === 'lead')
        .map(({ unitId, unitName }) => ({ id: unitId, name: unitName })),
      cooperating: duties.filter(({ role }) => role === 'cooperating').length,
      ...{ createdOn: row.createdOn, firstDueOn: row.firstDueOn, dueOn: row.dueOn },
      milestones: row.milestones.map(({ id, name, dueOn, reachedOn }) => ({ id, name, dueOn, reachedOn })),
      ...{ progress: row.progress, reportedOn: row.reportedOn, disputed: row.disputed, help: row.help },
      ...{ extensionAsked: row.extensionAsked, doubts: row.doubts, dependsOn: [...row.dependsOn] },
      mine: mine === undefined ? null : { dutyId: mine.id, role: mine.role, state: mine.state, dueOn: mine.dueOn },
    };
  });
}

async function dutyRows(db: TaskDb, rows: readonly ListedDuty[]): Promise<DutyRowJson[]> {
  const names = await placeNames(db, { regions: [], units: [], chains: rows.flatMap(({ chainIds }) => chainIds) });
  return rows.map(({ reason, source, sourceName, chainIds, unitId, unitName, ...row }) => ({
    ...row,
    ...{
      reason: saidReason(reason),
      source: sourceJson(source, sourceName).words,
      unit: { id: unitId, name: unitName },
    },
    chains: chainIds.map((id) => ({ id, name: names.chain(id) })),
  }));
}
