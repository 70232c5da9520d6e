import { periodWords } from '../../../task/domain/index.ts';
import type { Block, LineChartBlock } from '../document/index.ts';
import type { Pointer } from '../figure/index.ts';
import type { Writer } from '../writing/index.ts';

/** So many charts are read; the table before them has all. */
const mostCharts = 6;
const fewestPoints = 2;

type FrozenFigure = Writer['facts']['current']['snapshot']['tasks'][number]['figures'][number];

interface Frozen {
  readonly period: string;
  readonly at: Pointer;
  readonly figure: FrozenFigure;
}

/** One deliverable of a task as each dispatch of the year froze it, the oldest first. */
interface Course {
  readonly key: string;
  readonly taskTitle: string;
  readonly now: FrozenFigure;
  readonly frozen: readonly Frozen[];
}

/**
 * Line charts of plan against done, dispatch by dispatch since the beginning of the year, of the deliverables that are furthest
 * behind their plan. Every point is a figure that was frozen; a dispatch that nobody reported for leaves a gap.
 */
export function courses(writer: Writer): Block[] {
  return coursesOf(writer)
    .filter(({ frozen }) => frozen.filter(({ figure }) => figure.value !== null).length >= fewestPoints)
    .sort((a, b) => reached(a) - reached(b) || (a.key < b.key ? -1 : 1))
    .slice(0, mostCharts)
    .map((course) => chart(writer, course));
}

function coursesOf({ facts }: Writer): Course[] {
  const { course = [], current } = facts;
  const cycles = [
    ...course.map((each, at) => ({ each, at: `course/${at}` })),
    { each: current, at: 'current' as Pointer },
  ].map(({ each, at }) => ({ ...each.snapshot, at: `${at}/snapshot/tasks` }));
  const places = cycles.map(({ tasks }) => new Map(tasks.map(({ id }, at) => [id, at])));
  return current.snapshot.tasks.flatMap((task) =>
    task.figures
      .filter(({ expected }) => expected !== null)
      .map((now) => ({
        ...{ key: `${task.id}.${now.id}`, taskTitle: task.title, now },
        frozen: cycles.flatMap(({ cycle, tasks, at }, nth): Frozen[] => {
          const taskAt = places[nth]?.get(task.id);
          const figures = taskAt === undefined ? [] : (tasks[taskAt]?.figures ?? []);
          const figureAt = figures.findIndex((each) => isSame(each, now));
          const figure = figures[figureAt];
          return figure === undefined
            ? []
            : [{ period: cycle.period, at: `${at}/${taskAt}/figures/${figureAt}`, figure }];
        }),
      })),
  );
}

/** What is measured otherwise than before is another figure. */
const isSame = (a: FrozenFigure, b: FrozenFigure): boolean =>
  a.id === b.id && a.unit === b.unit && a.decimals === b.decimals;

/** How much of what the plan wanted by now is there; nothing wanted yet is all of it. */
const reached = ({ now: { value, expected } }: Course): number =>
  expected === null || expected === 0 ? 1 : (value ?? 0) / expected;

function chart(writer: Writer, { key, taskTitle, now, frozen }: Course): LineChartBlock {
  const line = (of: 'value' | 'expected', name: string) =>
    frozen.map(({ period, at }) => {
      const isNow = at.startsWith('current/');
      const id = `figure.${key}.${of}${isNow ? '' : `.${period}`}`;
      const named = isNow ? `“${now.name}”${name}` : `“${now.name}”${periodWords(period)}${name}`;
      const piece = writer.value({ id, name: named, unit: now.unit, decimals: now.decimals }, `${at}/${of}`);
      return piece?.figure ?? null;
    });
  return {
    ...{ id: `course.${key}`, kind: 'chart', type: 'line', caption: `${taskTitle}：${now.name}`, unit: now.unit },
    along: frozen.map(({ period }) => periodWords(period)),
    lines: [
      { name: '按进度应到', planned: true, figures: line('expected', '按进度应到') },
      { name: '完成', figures: line('value', '完成') },
    ],
  };
}
