import type { Result } from '../../src/kernel/index.ts';
import {
  assign,
  create,
  type DutyContent,
  type Moved,
  type Stamp,
  sign,
  type Task,
  type TaskContent,
  type TaskEvent,
} from '../../src/task/index.ts';

/** A person of a unit at noon of a day in Beijing; `minute` puts acts of one day in order. */
export const stamp = (id: string, unitId: string | null, day: string, minute = 0): Stamp => ({
  by: { id, name: id, unitId },
  at: new Date(Date.parse(`${day}T04:00:00.000Z`) + minute * 60_000).toISOString(),
});

/** The office that dispatches. */
export const office = (day: string, minute = 0): Stamp => stamp('调度员', 'office', day, minute);

/** A duty of the unit `市工信局`, and so on; the id of the unit is its name. */
export const duty = (id: string, unit: string, changes: Partial<DutyContent> = {}): DutyContent => ({
  ...{ id, unit: { id: unit, name: unit }, role: 'lead', part: null, inherited: false, dueOn: null },
  ...changes,
});

export const content = (changes: Partial<TaskContent> = {}): TaskContent => ({
  id: 'T1',
  title: '建设专业园区',
  words: null,
  source: { kind: 'instruction', by: '链长', on: '2025-01-02', words: '抓紧办。' },
  regionCode: null,
  chains: [],
  duties: [
    duty('D1', '甲局', { dueOn: '2025-06-30' }),
    duty('D2', '乙局', { role: 'cooperating' }),
    duty('D3', '丙区', { role: 'cooperating', part: '供地', dueOn: '2025-05-31' }),
  ],
  milestones: [],
  deliverables: [],
  dependsOn: [],
  recurrences: [],
  parent: null,
  occurrence: null,
  ...changes,
});

/** What was decided; throws with the codes when it was refused. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** The codes of a refusal; none when it went through. */
export const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.refusals.map(({ code }) => code));

/** A task with the facts that made it, to which moves are applied one after another. */
export interface History {
  readonly task: Task;
  readonly events: readonly TaskEvent[];
}

export const begun = (made: TaskContent, by = office('2025-01-02')): History => {
  const { task, event } = done(create(made, by));
  return { task, events: [event] };
};

/** The history after some moves, each given the task as it is then. */
export const having = (history: History, ...moves: readonly ((task: Task) => Moved)[]): History =>
  moves.reduce(({ task, events }, move) => {
    const next = done(move(task));
    return { task: next.task, events: [...events, next.event] };
  }, history);

/** Sent on 3 January and signed for by everybody on the 6th. */
export const signedByAll = (made: TaskContent = content()): History =>
  having(
    begun(made),
    (task) => assign(task, office('2025-01-03')),
    ...made.duties.map(
      (each) => (task: Task) => sign(task, each.id, stamp(`${each.unit.name}员`, each.unit.id, '2025-01-06')),
    ),
  );

export const paper = { id: 'E1', kind: 'file', name: '验收单.pdf' } as const;
export const told = (words = '有进展。', cycleId: string | null = null) => ({
  ...{ cycleId, late: false, words, figures: [], evidence: [], problem: null, help: null },
});
