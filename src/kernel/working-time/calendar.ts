import { type Day, dayNumber, dayOfNumber, isDayText, isWeekend } from '../day.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';

/** What the State Council's notice says about a year: stretches of days off, and weekend days that are worked instead. */
export interface PublishedYear {
  readonly year: number;
  /** First and last day off, both included; a notice may begin in the December before its year. */
  readonly off: readonly { readonly from: Day; readonly to: Day }[];
  readonly work: readonly Day[];
}

/** Days of work of the years that are published; made by `workingCalendar`. */
export interface WorkingCalendar {
  /** Sorted. */
  readonly years: readonly number[];
  /** Every working day of those years as a day number, sorted. */
  readonly days: readonly number[];
}

/** Lays the notices over the weekends. Later notices come after earlier ones and may change the December between them. */
export function workingCalendar(published: readonly PublishedYear[]): WorkingCalendar {
  const inOrder = [...published].sort((a, b) => a.year - b.year);
  const worked = new Map<Day, boolean>();
  for (const { off, work } of inOrder) {
    for (const { from, to } of off)
      for (let day = dayNumber(from); day <= dayNumber(to); day++) worked.set(dayOfNumber(day), false);
    for (const day of work) worked.set(day, true);
  }
  const years = [...new Set(inOrder.map(({ year }) => year))];
  const days = years.flatMap((year) => {
    const found: number[] = [];
    for (let number = dayNumber(`${year}-01-01`); number <= dayNumber(`${year}-12-31`); number++) {
      const day = dayOfNumber(number);
      if (worked.get(day) ?? !isWeekend(day)) found.push(number);
    }
    return found;
  });
  return { years, days };
}

/**
 * Why a year has no answer; null when it has one. Beyond the last published year nobody knows the days yet; before it a
 * year can be missing because nobody needed it.
 */
export function unpublished({ years }: WorkingCalendar, year: number): Refusal | null {
  if (years.includes(year)) return null;
  const last = years.at(-1) ?? null;
  const code = last === null || year > last ? 'calendar-year-unpublished' : 'calendar-year-missing';
  return { code, field: 'day', given: year, limit: last };
}

/** The year of a day, or why it is no day or has no published calendar. */
export function publishedYear(calendar: WorkingCalendar, day: string): Result<number> {
  if (!isDayText(day)) return refuse({ code: 'day-unknown', field: 'day', given: day, limit: 'YYYY-MM-DD' });
  const year = Number(day.slice(0, 4));
  const why = unpublished(calendar, year);
  return why === null ? ok(year) : refuse(why);
}

/** How many of the working days are at or before a day number. */
export function workedUpTo({ days }: WorkingCalendar, number: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first year from one to another, both included, that has no calendar; null when all have. */
export function gapBetween(calendar: WorkingCalendar, from: number, to: number): Refusal | null {
  for (let year = Math.min(from, to); year <= Math.max(from, to); year++) {
    const why = unpublished(calendar, year);
    if (why !== null) return why;
  }
  return null;
}
