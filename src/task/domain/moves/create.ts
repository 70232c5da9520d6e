import { dayAt, type Refusal, refuse } from '../../../kernel/index.ts';
import { replay } from '../apply.ts';
import { checkCounted } from '../counted/index.ts';
import type { DutyContent, Settled, Stamp, Task, TaskContent, TaskEvent } from '../model/index.ts';
import { type Moved, moved } from './move.ts';

const longestTitle = 120;

/**
 * Makes a task. Refuses one without title or lead, with a unit twice in one role, with two parts of one id, or with a
 * figure that is none.
 */
export function create(content: TaskContent, { by, at }: Stamp): Moved {
  const refusals = [...checkHead(content), ...checkDuties(content), ...checkDeliverables(content)];
  const event: TaskEvent = { kind: 'created', content, by, at, on: dayAt(at), no: 1 };
  const task = replay([event]);
  return refusals.length > 0 || task === null ? refuse(...refusals) : { ok: true, value: { task, event } };
}

type Head = Pick<TaskContent, 'id' | 'title' | 'dependsOn'>;
type Owed = Pick<TaskContent, 'title' | 'duties'> & {
  readonly milestones: readonly { readonly dutyId: string | null }[];
};

function checkHead({ title, dependsOn, id }: Head): Refusal[] {
  const length = title.trim().length;
  const named = length > 0 && length <= longestTitle;
  return [
    ...(named ? [] : [{ code: 'task-title', field: 'title', given: length, limit: longestTitle }]),
    ...(dependsOn.includes(id) ? [{ code: 'dependency-circle', field: title, given: id }] : []),
  ];
}

function checkDuties({ title, duties, milestones }: Owed): Refusal[] {
  const refusals: Refusal[] = [];
  if (!duties.some(({ role }) => role === 'lead')) refusals.push({ code: 'task-lead-missing', field: title });
  const seen = new Set<string>();
  for (const { unit, role, part } of duties) {
    const key = JSON.stringify([unit.id ?? unit.name, role, part]);
    if (seen.has(key)) refusals.push({ code: 'duty-twice', field: title, given: unit.name });
    seen.add(key);
  }
  const ids = duties.map(({ id }) => id);
  for (const id of ids.filter((each, at) => ids.indexOf(each) !== at))
    refusals.push({ code: 'duty-twice', field: title, given: id });
  for (const { dutyId } of milestones)
    if (dutyId !== null && !ids.includes(dutyId)) refusals.push({ code: 'duty-unknown', field: title, given: dutyId });
  return refusals;
}

function checkDeliverables({ deliverables, duties }: Pick<TaskContent, 'deliverables' | 'duties'>): Refusal[] {
  return deliverables.flatMap((each): Refusal[] => [
    ...checkFigure(each),
    ...checkCounted(each),
    ...(each.dutyId === null || duties.some(({ id }) => id === each.dutyId)
      ? []
      : [{ code: 'duty-unknown', field: each.name, given: each.dutyId }]),
  ]);
}

function checkFigure({ name, target, from, by, decimals }: TaskContent['deliverables'][number]): Refusal[] {
  return [
    ...(Number.isSafeInteger(target) && target >= 0
      ? []
      : [{ code: 'task-figure', field: name, given: String(target) }]),
    ...(Number.isInteger(decimals) && decimals >= 0 && decimals <= 6
      ? []
      : [{ code: 'task-figure', field: name, given: String(decimals) }]),
    ...(from <= by ? [] : [{ code: 'deliverable-span', field: name, given: by, limit: from }]),
  ];
}

/**
 * Says, before anything is sent, who is meant by a name, which part each has, by when, and what is measured. Refuses what
 * could not be made, and a task of which something was sent.
 */
export function settle(task: Task, settled: Settled, stamp: Stamp): Moved {
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  if (task.duties.some(({ state }) => state !== 'planned')) return refuse({ code: 'task-sent', field: task.title });
  const content = { ...task, ...settled };
  const refusals = [...checkHead(content), ...checkDuties(content), ...checkDeliverables(content)];
  return refusals.length > 0 ? refuse(...refusals) : moved(task, stamp, { kind: 'settled', settled });
}

/** Says which tasks have to be done before this one; refuses the task itself. Circles of several are for whoever knows them all. */
export function order(task: Task, dependsOn: readonly string[], stamp: Stamp): Moved {
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  const refusals = checkHead({ ...task, dependsOn });
  return refusals.length > 0
    ? refuse(...refusals)
    : moved(task, stamp, { kind: 'ordered', dependsOn: [...new Set(dependsOn)] });
}

/** Adds a unit that is to help, or to lead as well; it is sent with the next sending. Refuses one that has the same part. */
export function addDuty(task: Task, duty: DutyContent, stamp: Stamp): Moved {
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  const live = task.duties.filter(({ state }) => state !== 'replaced');
  const refusals = checkDuties({ ...task, duties: [...live, duty], milestones: [] });
  const used = task.duties.some(({ id }) => id === duty.id) && refusals.length === 0;
  if (used) refusals.push({ code: 'duty-twice', field: task.title, given: duty.id });
  return refusals.length > 0 ? refuse(...refusals) : moved(task, stamp, { kind: 'duty-added', duty });
}

/** Sends a task to its units. Refuses while a unit is only a name that nobody has said who it is. */
export function assign(task: Task, stamp: Stamp): Moved {
  const waiting = task.duties.filter(({ state }) => state === 'planned');
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  if (waiting.length === 0) return refuse({ code: 'task-sent', field: task.title });
  const nameless = waiting.filter(({ unit }) => unit.id === null);
  if (nameless.length > 0)
    return refuse(...nameless.map(({ unit }) => ({ code: 'unit-unresolved', field: task.title, given: unit.name })));
  return moved(task, stamp, { kind: 'assigned' });
}
