import { addDays, type Day, dayNumber, dayOfNumber } from '../../../kernel/index.ts';

/** `2026-11`. */
export type Month = string;

/** Weeks from Monday to Sunday that a month lies in; days of other months fill the first and the last. */
export function weeksOf(month: Month): readonly (readonly Day[])[] {
  const first = `${month}-01`;
  const last = addDays(`${shiftedMonth(month, 1)}-01`, -1);
  const weeks: Day[][] = [];
  for (let monday = addDays(first, -weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}

/** 0 Monday to 6 Sunday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

export function shiftedMonth(month: Month, by: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** What falls on each day, in the order given. */
export function byDay<T extends { readonly on: Day }>(things: readonly T[]): ReadonlyMap<Day, readonly T[]> {
  const days = new Map<Day, T[]>();
  for (const thing of things) {
    const found = days.get(thing.on);
    if (found === undefined) days.set(thing.on, [thing]);
    else found.push(thing);
  }
  return days;
}

/** The day an arrow key leads to; null for keys that do not move. */
export function dayFrom(key: string, day: Day): Day | null {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (step !== undefined) return dayOfNumber(dayNumber(day) + step);
  if (key === 'Home') return addDays(day, -weekday(day));
  if (key === 'End') return addDays(day, 6 - weekday(day));
  if (key === 'PageUp' || key === 'PageDown') {
    const month = shiftedMonth(day.slice(0, 7), key === 'PageUp' ? -1 : 1);
    const last = addDays(`${shiftedMonth(month, 1)}-01`, -1);
    const same = `${month}-${day.slice(8)}`;
    return same > last ? last : same;
  }
  return null;
}

export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 2026年11月 */
export const monthWords = (month: Month): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
