import { type Day, dayNumber, dayOfNumber } from '../day.ts';
import { isPeriod, lastDay, type Period } from '../period.ts';
import { ok, type Result, refuse } from '../result.ts';
import { gapBetween, publishedYear, type WorkingCalendar, workedUpTo } from './calendar.ts';

/** Whether people work on a day. Refuses what is no day, and a year that is not published. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): Result<boolean> {
  const year = publishedYear(calendar, day);
  if (!year.ok) return year;
  const number = dayNumber(day);
  return ok(workedUpTo(calendar, number) > workedUpTo(calendar, number - 1));
}

/**
 * The day that is so many working days after a day, the day itself not counted, whether it is worked or not; with a number
 * below 0 so many before it; with 0 the day itself. Refuses when a year on the way is not published.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Result<Day> {
  const year = publishedYear(calendar, from);
  if (!year.ok) return year;
  if (!Number.isSafeInteger(count)) return refuse({ code: 'working-days-count', field: 'days', given: String(count) });
  if (count === 0) return ok(from);
  const number = dayNumber(from);
  const at = count > 0 ? workedUpTo(calendar, number) + count - 1 : workedUpTo(calendar, number - 1) + count;
  const found = calendar.days[at];
  // Off either end: the first year that would have been needed is the one without an answer.
  const reached = found === undefined ? beyond(calendar, count) : Number(dayOfNumber(found).slice(0, 4));
  const gap = gapBetween(calendar, year.value, reached);
  if (gap !== null || found === undefined)
    return refuse(gap ?? { code: 'working-days-count', field: 'days', given: count });
  return ok(dayOfNumber(found));
}

const beyond = ({ years }: WorkingCalendar, count: number): number =>
  count > 0 ? (years.at(-1) ?? 0) + 1 : (years[0] ?? 0) - 1;

/**
 * How many working days after the first day, up to and with the second: what has to be added to the first to be there.
 * Below 0 when the second is earlier. Refuses when a year from the one to the other is not published.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): Result<number> {
  const years = [publishedYear(calendar, from), publishedYear(calendar, to)] as const;
  const [first, last] = years;
  if (!first.ok) return first;
  if (!last.ok) return last;
  const gap = gapBetween(calendar, first.value, last.value);
  if (gap !== null) return refuse(gap);
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return ok(
    b >= a
      ? workedUpTo(calendar, b) - workedUpTo(calendar, a)
      : workedUpTo(calendar, b - 1) - workedUpTo(calendar, a - 1),
  );
}

/** The last working day of a month `2025-03`, also of a quarter or a year. */
export function lastWorkingDay(calendar: WorkingCalendar, period: Period): Result<Day> {
  if (!isPeriod(period)) return refuse({ code: 'month-unknown', field: 'month', given: period, limit: 'YYYY-MM' });
  const last = lastDay(period);
  const worked = isWorkingDay(calendar, last);
  if (!worked.ok) return worked;
  return worked.value ? ok(last) : addWorkingDays(calendar, last, -1);
}
