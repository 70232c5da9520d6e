import type { Day } from '../../../kernel/index.ts';
import type { Duty, DutyContent, Settled, Task, TaskContent, UnitRef } from '../model/index.ts';
import { dueNow, isLive, stateOf } from '../standing.ts';
import { dayWords } from '../wording/day.ts';

type Content = Omit<TaskContent, 'id'>;

/** What can be done to a task so that it is as a newer edition has it. */
export type EditionStep =
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'settle'; readonly settled: Settled }
  | { readonly kind: 'extend'; readonly dutyId: string; readonly to: Day }
  | { readonly kind: 'add'; readonly duty: Omit<DutyContent, 'id'> }
  | { readonly kind: 'reassign'; readonly dutyId: string; readonly unit: UnitRef; readonly dueOn: Day | null };

/** Something that a newer edition says otherwise. Without steps the task's own page has to be used. */
export interface EditionChange {
  readonly what: 'gone' | 'due' | 'lead' | 'unit-new' | 'unit-gone' | 'figure' | 'text';
  readonly words: string;
  readonly steps: readonly EditionStep[];
}

/**
 * What an edition says otherwise than the one that a task was made from, and what would follow of it. Editions are compared,
 * not the task: what the office settled since is its own. A task that was not sent is settled anew; one that was sent gets
 * more time, another lead or another unit, and never less time.
 */
export function changesOfEdition(task: Task, was: Content, now: Content | null, edition: number): EditionChange[] {
  if (now === null) return [{ what: 'gone', words: `第${edition}版里没有这一项了。`, steps: [{ kind: 'withdraw' }] }];
  const changes = [
    ...ofDue(task, was, now),
    ...ofLeads(task, was, now),
    ...ofHelpers(task, was, now),
    ...ofFigures(was, now),
  ];
  if (changes.length === 0) {
    return (was.words ?? was.title).trim() === (now.words ?? now.title).trim()
      ? []
      : [{ what: 'text', words: '文字有改动，单位、时限和数量不变。', steps: [] }];
  }
  if (stateOf(task) !== 'planned') return changes;
  const { duties, milestones, deliverables, recurrences } = now;
  const settled: Settled = { duties, milestones, deliverables, recurrences, dependsOn: task.dependsOn };
  return changes.map((change) => ({ ...change, steps: [{ kind: 'settle', settled }] }));
}

const dueOf = ({ duties }: Content): Day | null => duties.find(({ role }) => role === 'lead')?.dueOn ?? null;
const keyOf = (unit: UnitRef): string => unit.id ?? unit.name;
const inRole = ({ duties }: Content, role: DutyContent['role']): Map<string, DutyContent> =>
  new Map(duties.filter((duty) => duty.role === role).map((duty) => [keyOf(duty.unit), duty]));
const liveOf = (task: Task, unit: UnitRef, role: DutyContent['role']): Duty | undefined =>
  task.duties.find((duty) => duty.role === role && keyOf(duty.unit) === keyOf(unit) && isLive(duty));

const movable: ReadonlySet<Duty['state']> = new Set(['sent', 'signed']);

function ofDue(task: Task, was: Content, now: Content): EditionChange[] {
  const [before, after] = [dueOf(was), dueOf(now)];
  if (before === after) return [];
  const said = (day: Day | null) => (day === null ? '没有时限' : dayWords(day));
  const words = `时限由${said(before)}改为${said(after)}。`;
  if (after === null) return [{ what: 'due', words, steps: [] }];
  const steps = task.duties.flatMap((duty): EditionStep[] => {
    const due = dueNow(task, duty);
    const waits = duty.extensions.some(({ answer }) => answer === null);
    const may = duty.role === 'lead' && movable.has(duty.state) && due !== null && due < after && !waits;
    return may ? [{ kind: 'extend', dutyId: duty.id, to: after }] : [];
  });
  return [{ what: 'due', words, steps }];
}

function ofLeads(task: Task, was: Content, now: Content): EditionChange[] {
  const [before, after] = [inRole(was, 'lead'), inRole(now, 'lead')];
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, duty]) => duty);
  const fresh = [...after].filter(([key]) => !before.has(key)).map(([, duty]) => duty);
  const [from, to] = [gone[0], fresh[0]];
  if (gone.length === 1 && fresh.length === 1 && from !== undefined && to !== undefined) {
    const duty = liveOf(task, from.unit, 'lead');
    const may = duty !== undefined && movable.has(duty.state) && to.unit.id !== null;
    return [
      {
        ...{ what: 'lead', words: `牵头单位由${from.unit.name}改为${to.unit.name}。` },
        steps: may ? [{ kind: 'reassign', dutyId: duty.id, unit: to.unit, dueOn: to.dueOn }] : [],
      },
    ];
  }
  return [
    ...gone.map(({ unit }): EditionChange => ({ what: 'unit-gone', words: `不再由${unit.name}牵头。`, steps: [] })),
    ...fresh.map((duty) => added(task, duty, `增加${duty.unit.name}牵头。`)),
  ];
}

function ofHelpers(task: Task, was: Content, now: Content): EditionChange[] {
  const [before, after] = [inRole(was, 'cooperating'), inRole(now, 'cooperating')];
  const leads = inRole(now, 'lead');
  return [
    ...[...before]
      .filter(([key]) => !after.has(key) && !leads.has(key))
      .map(([, { unit }]): EditionChange => ({ what: 'unit-gone', words: `${unit.name}不再配合。`, steps: [] })),
    ...[...after]
      .filter(([key]) => !before.has(key))
      .map(([, duty]) => added(task, duty, `增加${duty.unit.name}配合。`)),
  ];
}

function added(task: Task, { id: _id, ...duty }: DutyContent, words: string): EditionChange {
  const has = liveOf(task, duty.unit, duty.role) !== undefined;
  return { what: 'unit-new', words, steps: has || duty.unit.id === null ? [] : [{ kind: 'add', duty }] };
}

function ofFigures(was: Content, now: Content): EditionChange[] {
  const keysOf = ({ deliverables }: Content) =>
    new Map(
      deliverables.map(({ name, target, decimals, unit, by }) => [
        `${name} ${target} ${decimals} ${unit} ${by}`,
        `${name}${target / 10 ** decimals}${unit}（${by.slice(0, 4)}年）`,
      ]),
    );
  const [before, after] = [keysOf(was), keysOf(now)];
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, words]) => words);
  const fresh = [...after].filter(([key]) => !before.has(key)).map(([, words]) => words);
  if (gone.length + fresh.length === 0) return [];
  const words = [
    ...(gone.length > 0 ? [`原来有${gone.join('、')}`] : []),
    ...(fresh.length > 0 ? [`现在是${fresh.join('、')}`] : ['现在没有了']),
  ];
  return [{ what: 'figure', words: `数量有改动：${words.join('，')}。`, steps: [] }];
}
