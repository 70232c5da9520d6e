import { asSystem } from '../../../../platform/db/index.ts';
import type { ListedRows } from '../../../../platform/http/list-rows.ts';
import { say } from '../../../../platform/messages/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { addDays, addWorkingDays, type Day, dayAt, RefusalError } from '../../../kernel/index.ts';
import {
  type LetterRowJson,
  letterFields,
  type PressedJson,
  type ProposalRowJson,
  proposalFields,
} from '../../contract.ts';
import {
  type Duty,
  dueNow,
  dutyOf,
  type Light,
  type Proposal,
  proposals,
  proposalWords,
  type Task,
} from '../../domain/index.ts';
import { regionsUnderWay, urgingCandidates } from '../../store/dispatch/candidates.ts';
import { type Chief, chiefsFor } from '../../store/dispatch/chiefs.ts';
import { readLetters } from '../../store/dispatch/letters.ts';
import { rulesOfRegions } from '../../store/dispatch/rules.ts';
import { readStoredTasks, type StoredTask } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';
import { keepsTask } from '../task/move-task.ts';
import { type Press, pressDuty } from './press.ts';

/** Where the working calendar does not reach: days within which anything may be called for. */
const horizonDays = 120;
const batchSize = 500;

export interface ProposalList extends ListedRows<ProposalRowJson> {
  /** Why some could not be decided. */
  readonly why: readonly string[];
}

/** What the rules call for today about the tasks of the actor's office, the strongest first; a person decides. */
export async function proposalList(actor: Actor, deps: TaskDeps): Promise<ProposalList> {
  permit(actor, 'task.dispatch');
  const { db, calendar } = deps;
  const day = dayAt(deps.clock.now());
  const dueBy = await horizonOf(deps, day);
  const candidates = await urgingCandidates(db, { reach: actor.reach, dueBy, sentBy: day });
  const lights = new Map(candidates.map(({ taskId, dutyId, light }) => [`${taskId}.${dutyId}`, light]));
  const ids = [...new Set(candidates.map(({ taskId }) => taskId))];
  const rows: ProposalRowJson[] = [];
  const why = new Set<string>();
  for (let from = 0; from < ids.length; from += batchSize) {
    const stored = (await readStoredTasks(db, ids.slice(from, from + batchSize))).filter((each) =>
      keepsTask(actor, each),
    );
    const rules = await rulesOfRegions(db, [...new Set(stored.map(({ place }) => place.regionId))], day);
    for (const { task, place } of stored) {
      const { urging } = rules(place.regionId);
      const found = proposals(task, calendar, urging, day);
      // A letter may be sent where a weaker or a stronger step is proposed as well: it has the same days for an answer.
      const reply = addWorkingDays(calendar, day, urging.reply);
      const replyBy = reply.ok ? reply.value : null;
      if (found.ok)
        rows.push(...found.value.flatMap((each) => rowOf(task, { ...each, replyBy: each.replyBy ?? replyBy }, lights)));
      else for (const refusal of found.refusals) why.add(say(refusal));
    }
  }
  const rank = { escalate: 0, supervise: 1, urge: 2 } as const;
  rows.sort((a, b) => rank[a.step] - rank[b.step] || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  return {
    fields: proposalFields,
    rows,
    fieldOf: (row, key) => (key === 'unit' ? row.unit.name : key in proposalFields ? row[key as 'title'] : null),
    searched: ({ title, unit, reason }) => `${title} ${unit.name} ${reason}`,
    why: [...why],
  };
}

/** The last deadline that is near by the rules of any office: what is due later is not read. */
async function horizonOf({ db, calendar }: TaskDeps, day: Day): Promise<Day> {
  const regions = await regionsUnderWay(db);
  const rules = await rulesOfRegions(db, regions, day);
  const ends = regions.map((region) => addWorkingDays(calendar, day, rules(region).urging.before));
  return ends.map((end) => (end.ok ? end.value : addDays(day, horizonDays))).reduce((a, b) => (a > b ? a : b), day);
}

function rowOf(task: Task, proposal: Proposal, lights: ReadonlyMap<string, Light>): ProposalRowJson[] {
  const duty: Duty | undefined = dutyOf(task, proposal.dutyId);
  if (duty === undefined) return [];
  const id = `${task.id}.${duty.id}`;
  return [
    {
      ...{ id, taskId: task.id, dutyId: duty.id, revision: task.revision, title: task.title, step: proposal.step },
      unit: { id: duty.unit.id, name: duty.unit.name },
      ...{ reason: proposalWords(proposal), replyBy: proposal.replyBy, light: lights.get(id) ?? 'none' },
      ...{ dueOn: dueNow(task, duty), urgedTimes: duty.urgings.length, urgedOn: duty.urgings.at(-1)?.on ?? null },
    },
  ];
}

/** How some duties are asked after at once. */
export type PressMany = {
  readonly duties: readonly { readonly taskId: string; readonly dutyId: string; readonly revision: number | null }[];
  readonly words: string;
} & (
  | { readonly step: 'urge' }
  | { readonly step: 'supervise'; readonly replyBy: Day }
  | { readonly step: 'escalate'; readonly postId: string }
);

/** Asks after some duties, each by itself: what is refused of one does not stand in the way of the others. */
export async function pressMany(actor: Actor, { duties, ...how }: PressMany, deps: TaskDeps): Promise<PressedJson> {
  permit(actor, 'task.dispatch');
  const answer: PressedJson = { done: [], refused: [] };
  for (const { taskId, dutyId, revision } of duties) {
    try {
      const { event } = await pressDuty(actor, { ...how, taskId, dutyId, revision } as Press, deps);
      answer.done.push({ taskId, dutyId, number: event.kind === 'urged' ? event.number : null });
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
      answer.refused.push({ taskId, dutyId, title: '', why: cause.refusals.map(say).join('') });
    }
  }
  if (answer.refused.length > 0) {
    const named = new Map(
      (
        await readStoredTasks(
          deps.db,
          answer.refused.map(({ taskId }) => taskId),
        )
      ).map(({ task }) => [task.id, task.title]),
    );
    for (const each of answer.refused) each.title = named.get(each.taskId) ?? each.taskId;
  }
  return answer;
}

const mostTasks = 200;

/** The chiefs before whom every one of some tasks can be brought. */
export async function chiefsOf(actor: Actor, taskIds: readonly string[], deps: TaskDeps): Promise<Chief[]> {
  permit(actor, 'task.dispatch');
  const day = dayAt(deps.clock.now());
  const stored: StoredTask[] = await readStoredTasks(deps.db, taskIds.slice(0, mostTasks));
  const kinds = Map.groupBy(stored, ({ task, place }) => JSON.stringify([place.regionId, [...task.chains].sort()]));
  let common: Chief[] | null = null;
  for (const key of kinds.keys()) {
    const [regionId, chains] = JSON.parse(key) as [string, string[]];
    const found = await asSystem(() => chiefsFor(deps.db, { regionId, chains }, day));
    const known = new Set(found.map(({ postId }) => postId));
    common = common === null ? found : common.filter(({ postId }: Chief) => known.has(postId));
  }
  return common ?? [];
}

/** The letters about tasks in sight, those that wait for an answer first. */
export async function letterList(actor: Actor, deps: TaskDeps): Promise<ListedRows<LetterRowJson>> {
  permit(actor, 'task.read');
  const day = dayAt(deps.clock.now());
  const rank = { overdue: 0, waits: 1, answered: 2 } as const;
  const rows = (await readLetters(deps.db)).map(
    ({ unitId, unitName, ...letter }): LetterRowJson => ({
      ...letter,
      ...{ id: `${letter.number}.${letter.taskId}.${letter.dutyId}`, unit: { id: unitId, name: unitName } },
      state: letter.answeredOn !== null ? 'answered' : (letter.replyBy ?? day) < day ? 'overdue' : 'waits',
    }),
  );
  return {
    fields: letterFields,
    rows: rows.sort((a, b) => rank[a.state] - rank[b.state]),
    fieldOf: (row, key) => (key === 'unit' ? row.unit.name : key in letterFields ? row[key as 'title'] : null),
    searched: ({ number, title, unit, words }) => `${number} ${title} ${unit.name} ${words}`,
  };
}
