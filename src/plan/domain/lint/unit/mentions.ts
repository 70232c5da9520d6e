import type { TaskItem } from '../../../../document/index.ts';
import type { Span } from '../../../../kernel/index.ts';
import { findUnit, type KnownUnit } from '../../register/index.ts';
import type { LintContext } from '../context.ts';

/** A name in the lists of responsible units: how often, where first, and whom the register takes it for. */
export interface UnitName {
  readonly name: string;
  readonly times: number;
  /** First mention in the source. */
  readonly place: Span;
  readonly path: readonly string[];
  /** Null when no register knows it, or when there is no register. */
  readonly known: KnownUnit | null;
}

/** All names of responsible units of a document, in the order in which they are first named. */
export function unitNames(context: LintContext): UnitName[] {
  const names = new Map<string, { times: number; task: TaskItem }>();
  for (const task of context.document.tasks) {
    for (const name of new Set(task.units)) {
      const seen = names.get(name);
      if (seen) seen.times++;
      else names.set(name, { times: 1, task });
    }
  }
  return [...names].map(([name, { times, task }]) => ({
    name,
    times,
    place: placeIn(context, task, name),
    path: task.path,
    known: findUnit(name, context.register, context.home?.code ?? null),
  }));
}

/** Where the task names the unit; the task itself when blanks or line ends hide it. */
function placeIn(context: LintContext, task: TaskItem, name: string): Span {
  const { text } = context;
  const from = text.at(task.start);
  const to = text.at(task.end);
  const at = text.raw.indexOf(name, from);
  return at >= 0 && at < to ? text.place({ start: at, end: at + name.length }) : { start: task.start, end: task.end };
}
