import type { Actor } from '../../../access/index.ts';
import { enqueue, type NewNotice } from '../../../notice/index.ts';
import { closeWork, type NamedParty, openWork, type WorkKind, type WorkOrigin } from '../../../work/index.ts';
import {
  type Ask,
  type AskKind,
  askKey,
  asksOf,
  dayWords,
  dutyOf,
  type Task,
  type TaskEvent,
} from '../../domain/index.ts';
import type { StoredTask } from '../../store/task.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';

/** What work and messages are put down with. */
export type Telling = Pick<TaskDeps, 'clock' | 'newId'>;

/** Where a task is done. */
export const linkOf = (taskId: string): string => `/tasks/${taskId}`;

/** The record behind what somebody is to do about a duty: `task-sign`, `task-close` and so on. */
export const askOrigin = (taskId: string, ask: Ask): WorkOrigin => ({
  ...{ slice: 'task', kind: `task-${ask.kind}`, id: `${taskId}.${askKey(ask)}` },
});

const holders = (id: 'task.close' | 'task.dispatch', name: string): NamedParty => ({ kind: 'holders', id, name });
const closers = holders('task.close', '审定销号的岗位');
const dispatchers = holders('task.dispatch', '调度任务的岗位');

interface Asked {
  readonly kind: WorkKind;
  readonly to: 'unit' | NamedParty;
  readonly title: (unit: string, task: string, number: string) => string;
  readonly done: string;
}
const asked: Readonly<Record<AskKind, Asked>> = {
  sign: { kind: 'assignment', to: 'unit', title: (_unit, task) => `签收任务：${task}`, done: '已签收' },
  letter: { kind: 'handle', to: 'unit', title: (_u, task, no) => `回复督办函${no}：${task}`, done: '已回复' },
  close: { kind: 'review', to: closers, title: (unit, task) => `审定销号：${task}（${unit}）`, done: '已审定' },
  extension: { kind: 'handle', to: dispatchers, title: (unit, task) => `答复延期：${task}（${unit}）`, done: '已答复' },
  dispute: { kind: 'handle', to: dispatchers, title: (unit, task) => `处理退回：${task}（${unit}）`, done: '已处理' },
  help: { kind: 'handle', to: dispatchers, title: (unit, task) => `回应求助：${task}（${unit}）`, done: '不再求助' },
};

/** Events after which nobody needs to do any more what was asked before. */
const needless: ReadonlySet<TaskEvent['kind']> = new Set(['withdrawn', 'taken-back', 'reassigned']);

/** Opens on the workbench what a task waits for now and did not before, and closes what it waits for no longer. */
export async function tellAsks(
  db: TaskDb,
  deps: Telling,
  actor: Actor,
  { before, task, event }: { readonly before: Task | null; readonly task: Task; readonly event: TaskEvent },
  stored: Pick<StoredTask, 'place' | 'sourceName'>,
): Promise<void> {
  const [was, now] = [before === null ? [] : asksOf(before), asksOf(task)];
  const stays = new Set(now.map(askKey));
  const stood = new Set(was.map(askKey));
  for (const ask of was.filter((each) => !stays.has(askKey(each)))) {
    const state = needless.has(event.kind) ? 'withdrawn' : 'done';
    await closeWork(db, deps, actor, { origin: askOrigin(task.id, ask), outcome: outcomeOf(ask, event), state });
  }
  for (const ask of now.filter((each) => !stood.has(askKey(each)))) await openAsk(db, deps, actor, task, ask, stored);
}

function outcomeOf(ask: Ask, event: TaskEvent): string {
  if (event.kind === 'withdrawn') return '任务已撤销';
  if (event.kind === 'reassigned') return '已改派';
  if (event.kind === 'taken-back') return '单位撤回了';
  if (event.kind === 'handed-back' && ask.kind === 'sign') return '已退回';
  return asked[ask.kind].done;
}

async function openAsk(
  db: TaskDb,
  deps: Telling,
  actor: Actor,
  task: Task,
  ask: Ask,
  { place, sourceName }: Pick<StoredTask, 'place' | 'sourceName'>,
): Promise<void> {
  const { kind, to, title } = asked[ask.kind];
  const { unit } = ask.duty;
  const assignee: NamedParty | null =
    to !== 'unit' ? to : unit.id === null ? null : { kind: 'unit', id: unit.id, name: unit.name };
  if (assignee === null) return;
  await openWork(db, deps, actor, {
    ...{ kind, title: title(unit.name, task.title, ask.number ?? ''), detail: ask.words.slice(0, 500) },
    ...{ link: linkOf(task.id), origin: askOrigin(task.id, ask), basis: sourceName, place, assignee },
    dueOn: ask.kind === 'extension' ? null : ask.dueOn,
    importance: ask.kind === 'letter' || ask.kind === 'help' ? 'high' : 'normal',
  });
}

/** A word to the unit about what the office did with its duty; nothing where the workbench has said it already. */
export async function tellEvent(
  db: TaskDb,
  deps: Telling,
  actor: Actor,
  task: Task,
  event: TaskEvent,
  more: readonly NewNotice[],
): Promise<void> {
  const notices = event.kind === 'withdrawn' ? ofWithdrawal(task, event) : ofDuty(task, event);
  const all = [...notices, ...more];
  if (all.length > 0) await enqueue(db, deps, ...all.map((notice) => ({ ...notice, except: actor.id })));
}

/** What every message about an event of a task has in common; the key names the event, so that it is told once. */
export const noticeOf = (task: Task, { no }: TaskEvent, about = ''): Pick<NewNotice, 'key' | 'link' | 'origin'> => ({
  ...{ key: `task:${task.id}:${no}${about}`, link: linkOf(task.id) },
  origin: { slice: 'task', kind: 'task', id: task.id },
});

const ofWithdrawal = (task: Task, event: TaskEvent & { readonly reason: string }): NewNotice[] => {
  const units = new Set(
    task.duties.flatMap(({ unit, sentOn }) => (sentOn === null || unit.id === null ? [] : unit.id)),
  );
  if (units.size === 0) return [];
  return [
    {
      ...{ ...noticeOf(task, event), kind: 'progress', title: `任务已撤销：${task.title}`, text: event.reason },
      to: [...units].map((id) => ({ to: 'unit' as const, id })),
    },
  ];
};

function ofDuty(task: Task, event: TaskEvent): NewNotice[] {
  if (!('dutyId' in event)) return [];
  const unitId = dutyOf(task, event.dutyId)?.unit.id ?? null;
  const said = wordsFor(event);
  if (unitId === null || said === null) return [];
  const { what, text, kind, importance } = said;
  return [
    {
      ...{ ...noticeOf(task, event), kind, importance, title: `${what}：${task.title}`, text },
      to: [{ to: 'unit', id: unitId }],
    },
  ];
}

interface Said {
  readonly what: string;
  readonly text: string;
  readonly kind: 'progress' | 'due';
  readonly importance: 'normal' | 'high';
}
const said = (
  what: string,
  text: string,
  kind: Said['kind'] = 'progress',
  importance: Said['importance'] = 'normal',
) => ({
  ...{ what, text, kind, importance },
});

function wordsFor(event: TaskEvent & { readonly dutyId: string }): Said | null {
  const until = (to: string | null) => (to === null ? '' : `时限改为${dayWords(to)}。`);
  switch (event.kind) {
    case 'insisted':
      return said('没有同意退回', event.reason);
    case 'reassigned':
      return said('任务已改派', `改派给${event.unit.name}。${event.reason}`);
    case 'extension-answered':
      return event.to === null
        ? said('没有同意延期', event.reason)
        : said('同意延期', `${until(event.to)}${event.reason}`);
    case 'returned':
      return said('销号申请被退回', `${until(event.to)}${event.reason}`, 'progress', 'high');
    case 'closed':
      return said('已销号', '');
    case 'reopened':
      return said('重新打开', `${until(event.to)}${event.reason}`, 'progress', 'high');
    case 'urged':
      if (event.step === 'urge') return said('催办', event.words, 'due', 'high');
      return event.step === 'escalate' ? said('已报链长', event.words, 'due', 'high') : null;
    default:
      return null;
  }
}
