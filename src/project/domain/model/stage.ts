import type { Day } from '../../../kernel/index.ts';

/**
 * Where a project has come to by what happened to it, in order. Planned and waiting are both the stage before the start:
 * what divides them is that somebody has looked the project over and let it into the library of those that wait.
 */
export const positions = ['planned', 'waiting', 'started', 'completed', 'producing', 'reached'] as const;
export type Position = (typeof positions)[number];

export const positionNames: Readonly<Record<Position, string>> = {
  planned: '谋划',
  waiting: '入储备库',
  started: '开工',
  completed: '竣工',
  producing: '投产',
  reached: '达标达效',
};

/** The stages that people speak of. Going on is not something that happens: it is having begun in an earlier year. */
export const stages = ['before', 'started', 'continuing', 'completed', 'producing', 'reached'] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, string>> = {
  before: '前期',
  started: '开工',
  continuing: '续建',
  completed: '竣工',
  producing: '投产',
  reached: '达标达效',
};

export const libraries = ['planned', 'waiting', 'building', 'done'] as const;
export type Library = (typeof libraries)[number];

export const libraryNames: Readonly<Record<Library, string>> = {
  planned: '谋划库',
  waiting: '储备库',
  building: '在建库',
  done: '竣工投产库',
};

export const libraryOf = (position: Position): Library => {
  if (position === 'planned' || position === 'waiting') return position;
  return position === 'started' ? 'building' : 'done';
};

/** The stage on a day, of a project that began on another. */
export function stageOf(position: Position, startedOn: Day | null, day: Day): Stage {
  if (position === 'planned' || position === 'waiting') return 'before';
  if (position !== 'started') return position;
  return startedOn !== null && startedOn.slice(0, 4) < day.slice(0, 4) ? 'continuing' : 'started';
}

/** Below 0 when the first comes before the second. */
export const comparePositions = (a: Position, b: Position): number => positions.indexOf(a) - positions.indexOf(b);
