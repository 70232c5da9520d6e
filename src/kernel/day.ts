/** A day of the calendar in its one spelling, `2025-03-01`; written so, days sort by time. */
export type Day = string;

const form = /^\d{4}-\d{2}-\d{2}$/u;
const lengthMs = 86_400_000;

/** True for a day that the calendar has; 2025-02-30 is none. The functions below throw on any other. */
export function isDayText(text: string): boolean {
  if (!form.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** Days since 1 January 1970; the difference of two is how many days lie between them. */
export function dayNumber(day: Day): number {
  if (!isDayText(day)) throw new RangeError(`no day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / lengthMs;
}

export function dayOfNumber(number: number): Day {
  const day = new Date(number * lengthMs).toISOString().slice(0, 10);
  if (!form.test(day)) throw new RangeError(`no day: ${number}`);
  return day;
}

/** So many days later; earlier with a number below 0. */
export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** How many days the second is after the first; below 0 when it is before. */
export const daysFrom = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Saturday or Sunday. Day 0 was a Thursday. */
export const isWeekend = (day: Day): boolean => {
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};

/** Offices keep Beijing time, all year eight hours ahead. */
const aheadMs = 8 * 3_600_000;

/** The moment as the clock on an office's wall shows it, `2025-03-01T10:00`, of an instant such as `2025-03-01T02:00:00.000Z`. */
export const wallMoment = (instant: string): string =>
  new Date(Date.parse(instant) + aheadMs).toISOString().slice(0, 16);

/** The day that it is in Beijing at an instant. */
export const dayAt = (instant: string): Day => wallMoment(instant).slice(0, 10);
