import type { Day } from '../../../kernel/index.ts';
import type { TaskRowJson } from '../../contract.ts';
import { type Axis, xAfter, xOf } from './axis.ts';

/** Of a task on the axis, in pixels. */
export const rowHeight = 40;

/** A piece of a bar in pixels from the axis's beginning. */
export interface Piece {
  readonly x: number;
  readonly width: number;
}

/** How one task lies on the axis. */
export interface Bar {
  /** From the day it was made to the deadline that counts; null: there is none, it only begins. */
  readonly planned: Piece | null;
  /** Where it begins. */
  readonly start: number;
  /** Where it ends: what lines of dependencies set out from. */
  readonly end: number;
  /** The first deadline, where more time was given: the part of the bar that came later. */
  readonly extended: Piece | null;
  /** From the deadline to today, while it is open and late. */
  readonly overdue: Piece | null;
  readonly milestones: readonly { readonly id: string; readonly x: number; readonly reached: boolean }[];
}

type Lying = Pick<TaskRowJson, 'createdOn' | 'dueOn' | 'firstDueOn' | 'state' | 'light' | 'milestones'>;
const thinnest = 4;

export function barOf(axis: Axis, row: Lying, today: Day): Bar {
  const { createdOn, dueOn, firstDueOn } = row;
  const start = xOf(axis, createdOn);
  // A deadline of the past that a plan brought along ends before the task began.
  const from = dueOn !== null && dueOn < createdOn ? xOf(axis, dueOn) : start;
  const end = dueOn === null ? start + thinnest : Math.max(xAfter(axis, dueOn), from + thinnest);
  const late = dueOn !== null && row.state === 'open' && row.light === 'red' && dueOn < today;
  const moved = firstDueOn !== null && dueOn !== null && firstDueOn < dueOn;
  const first = firstDueOn === null ? end : Math.max(from, xAfter(axis, firstDueOn));
  return {
    ...{ start: from, end },
    planned: dueOn === null ? null : { x: from, width: end - from },
    extended: moved && end > first ? { x: first, width: end - first } : null,
    overdue: late ? { x: end, width: Math.max(0, xAfter(axis, today) - end) } : null,
    milestones: row.milestones.map(({ id, dueOn: on, reachedOn }) => ({
      ...{ id, x: xAfter(axis, on), reached: reachedOn !== null },
    })),
  };
}

/** All days that an axis must reach for these rows. */
export const daysOf = (rows: readonly Pick<Lying, 'createdOn' | 'dueOn' | 'milestones'>[]): Day[] =>
  rows.flatMap(({ createdOn, dueOn, milestones }) => [
    createdOn,
    ...(dueOn === null ? [] : [dueOn]),
    ...milestones.map((each) => each.dueOn),
  ]);

/** From the end of what comes first to the beginning of what waits for it, with corners; `top` is the middle of a row. */
export function linkPath(
  before: { readonly end: number; readonly top: number },
  then: { readonly start: number; readonly top: number },
): string {
  const out = before.end + 6;
  const into = then.start - 8;
  if (into >= out) return `M${before.end},${before.top}H${out}V${then.top}H${then.start - 2}`;
  // What waits begins before the other ends: the line goes round between the rows.
  const between = before.top + (then.top > before.top ? 1 : -1) * 14;
  return `M${before.end},${before.top}H${out}V${between}H${into}V${then.top}H${then.start - 2}`;
}
