import type { Refusal } from '../../../kernel/index.ts';
import type { Task } from '../model/index.ts';
import { firstDue, leadsOf, stateOf } from '../standing.ts';

type Link = Pick<Task, 'id' | 'dependsOn'>;

/** Why tasks may not depend on one another as they say: one waits for itself by way of others. Names each circle once. */
export function circles(tasks: readonly Link[]): Refusal[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const done = new Set<string>();
  const refusals: Refusal[] = [];
  for (const { id } of tasks) {
    const way = new Set<string>();
    const stack: { readonly id: string; next: number }[] = done.has(id) ? [] : [{ id, next: 0 }];
    if (stack.length > 0) way.add(id);
    while (stack.length > 0) {
      const top = stack.at(-1);
      if (top === undefined) break;
      const next = byId.get(top.id)?.dependsOn[top.next++];
      if (next === undefined) {
        done.add(top.id);
        stack.pop();
        way.delete(top.id);
      } else if (way.has(next)) {
        refusals.push({
          code: 'dependency-circle',
          field: 'dependsOn',
          given: [...[...way].slice([...way].indexOf(next)), next].join(' → '),
        });
      } else if (!done.has(next) && byId.has(next)) {
        stack.push({ id: next, next: 0 });
        way.add(next);
      }
    }
  }
  return refusals;
}

/** The tasks that have to be done first and are not: neither closed nor withdrawn. */
export const waitsFor = (task: Link, all: ReadonlyMap<string, Task>): Task[] =>
  task.dependsOn.flatMap((id) => {
    const other = all.get(id);
    return other !== undefined && ['open', 'planned'].includes(stateOf(other)) ? [other] : [];
  });

/** Those of them whose deadline lies after that of the task that waits: the plan cannot hold. */
export function dueTooLate(task: Task, all: ReadonlyMap<string, Task>): Task[] {
  const dueOf = (each: Task) =>
    leadsOf(each)
      .map((lead) => firstDue(each, lead))
      .find((day) => day !== null) ?? null;
  const mine = dueOf(task);
  return waitsFor(task, all).filter((other) => {
    const theirs = dueOf(other);
    return mine !== null && theirs !== null && theirs > mine;
  });
}
