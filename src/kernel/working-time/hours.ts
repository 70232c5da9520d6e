import { type Day, isDayText } from '../day.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { WorkingCalendar } from './calendar.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** When an office is open on a working day: `[{from: '09:00', to: '12:00'}, {from: '13:00', to: '17:00'}]`, in order. */
export type WorkingHours = readonly { readonly from: string; readonly to: string }[];

/** How long somebody has: so many working days, or so many hours or minutes of work. */
export type WorkingSpan = { readonly days: number } | { readonly hours: number } | { readonly minutes: number };

const time = /^([01]\d|2[0-3]):([0-5]\d)$/u;
const moment = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d)$/u;

/** Minutes since midnight of `09:30`; null for what is no time of day. */
export function minutesOf(text: string): number | null {
  const found = time.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a day in minutes. Refuses hours that are none, run backwards or overlap, and a day without any. */
function stretchesOf(hours: WorkingHours): Result<readonly Stretch[]> {
  const found: Stretch[] = [];
  for (const { from, to } of hours) {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (start === null || end === null || end <= start || start < (found.at(-1)?.to ?? 0))
      return refuse({ code: 'working-hours-order', field: 'hours', given: `${from}–${to}` });
    found.push({ from: start, to: end });
  }
  return found.length === 0 ? refuse({ code: 'working-hours-order', field: 'hours', given: null }) : ok(found);
}

/**
 * By when something is due that came in at a moment of the office's clock (`2025-03-03T16:30`). Working days end when the
 * office closes, the day itself not counted; working hours run only while the office is open, and what comes in outside
 * begins when it opens next. Gives a moment; refuses unpublished years, a span that is not above 0, and hours finer than a
 * minute.
 */
export function deadlineAfter(
  calendar: WorkingCalendar,
  hours: WorkingHours,
  from: string,
  span: WorkingSpan,
): Result<string> {
  const stretches = stretchesOf(hours);
  if (!stretches.ok) return stretches;
  const [, day = '', clock = ''] = moment.exec(from) ?? [];
  if (!isDayText(day)) return refuse({ code: 'moment-unknown', field: 'from', given: from, limit: 'YYYY-MM-DDTHH:mm' });
  const wanted = 'days' in span ? span.days : 'hours' in span ? span.hours * 60 : span.minutes;
  if (!Number.isSafeInteger(wanted) || wanted <= 0)
    return refuse({ code: 'working-span', field: 'span', given: Object.values(span)[0] ?? null });
  if (!('days' in span)) return afterMinutes(calendar, stretches.value, day, minutesOf(clock) ?? 0, wanted);
  const last = addWorkingDays(calendar, day, wanted);
  return last.ok ? ok(at(last.value, stretches.value.at(-1)?.to ?? 0)) : last;
}

/** Walks from day to day; whole days are stepped over at once, so that a span of years costs no more than one of hours. */
function afterMinutes(
  calendar: WorkingCalendar,
  stretches: readonly Stretch[],
  day: Day,
  minute: number,
  wanted: number,
): Result<string> {
  const aDay = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const worked = isWorkingDay(calendar, day);
  if (!worked.ok) return worked;
  const leftToday = worked.value
    ? stretches.reduce((sum, s) => sum + Math.max(0, s.to - Math.max(s.from, minute)), 0)
    : 0;
  if (wanted <= leftToday) return ok(at(day, minuteAfter(stretches, minute, wanted)));
  const rest = wanted - leftToday;
  const days = Math.ceil(rest / aDay);
  const last = addWorkingDays(calendar, day, days);
  return last.ok ? ok(at(last.value, minuteAfter(stretches, 0, rest - (days - 1) * aDay))) : last;
}

/** The minute of a day when so much has been worked since another; an end of a stretch rather than the start of the next. */
function minuteAfter(stretches: readonly Stretch[], since: number, wanted: number): number {
  let left = wanted;
  for (const { from, to } of stretches) {
    const start = Math.max(from, since);
    if (start >= to) continue;
    if (left <= to - start) return start + left;
    left -= to - start;
  }
  return stretches.at(-1)?.to ?? 0;
}

const two = (number: number): string => String(number).padStart(2, '0');
const at = (day: Day, minute: number): string => `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
