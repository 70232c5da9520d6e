import { type Day, daysFrom } from '../../../kernel/index.ts';
import type { Deliverable, Duty, Reading, Task } from '../model/index.ts';
import type { LightRules } from './rules.ts';

/** How a deliverable stands on a day against an even pace from its first day to its last. */
export interface Pace {
  readonly deliverableId: string;
  /** To date; null: nobody has said. */
  readonly value: number | null;
  readonly target: number;
  /** What an even pace would have reached by now, rounded down; null for a level, which does not grow from nothing. */
  readonly expected: number | null;
  readonly behind: boolean;
}

/** The newest figure to date that is true by the day: of reports of those who owe it, or of the readings from elsewhere. */
export function valueOn(task: Task, deliverable: Deliverable, readings: readonly Reading[], day: Day): number | null {
  const { id, counts, dutyId, from } = deliverable;
  const known: { readonly on: Day; readonly at: string; readonly value: number }[] = [];
  if (counts === 'reported') {
    const whose = task.duties.filter((duty) => (dutyId === null ? duty.role === 'lead' : owes(task, duty, dutyId)));
    for (const { on, at, figures } of whose.flatMap(({ reports }) => reports))
      for (const { deliverableId, value } of figures) if (deliverableId === id) known.push({ on, at, value });
  } else known.push(...readings.filter((each) => each.deliverableId === id));
  const inTime = known.filter(({ on }) => on >= from && on <= day);
  inTime.sort((a, b) => (a.on === b.on ? (a.at < b.at ? -1 : 1) : a.on < b.on ? -1 : 1));
  return inTime.at(-1)?.value ?? null;
}

/** The duty itself, or one whose place it took. */
function owes(task: Task, duty: Duty, dutyId: string): boolean {
  for (let each = task.duties.find(({ id }) => id === dutyId); each !== undefined; ) {
    if (each.id === duty.id) return true;
    const before = each.replaces;
    each = before === null ? undefined : task.duties.find(({ id }) => id === before);
  }
  return false;
}

/** Null before its first day, and for what is not to grow. A level is behind only when its last day has come unmet. */
export function paceOf(
  task: Task,
  deliverable: Deliverable,
  readings: readonly Reading[],
  day: Day,
  { paceTolerance, silentDays }: LightRules,
): Pace | null {
  const { id, target, from, by, comparator, mode } = deliverable;
  if (comparator === '<=' || day < from) return null;
  const whole = daysFrom(from, by) + 1;
  const gone = Math.min(whole, daysFrom(from, day) + 1);
  const value = valueOn(task, deliverable, readings, day);
  if (mode === 'level')
    return { deliverableId: id, value, target, expected: null, behind: gone === whole && (value ?? -1) < target };
  // Products of whole numbers of any size: no rounding decides about a light.
  const expected = (BigInt(target) * BigInt(gone)) / BigInt(whole);
  const allowed = gone === whole ? 0n : BigInt(paceTolerance) * BigInt(target) * BigInt(whole);
  const short = BigInt(target) * BigInt(gone) * 100n - BigInt(value ?? 0) * BigInt(whole) * 100n;
  const behind = value === null ? target > 0 && (gone === whole || gone > silentDays) : short > allowed;
  return { deliverableId: id, value, target, expected: Number(expected), behind };
}
