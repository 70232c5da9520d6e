/** Days are those of the official time of the country, UTC+8, which knows no summer time. */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day of a moment (ISO 8601), as `YYYY-MM-DD`. */
export const dayOf = (moment: string): string => dayAt(Date.parse(moment) + offsetMs);

/** Monday and Sunday of the week in which a day lies. */
export function weekOf(day: string): { readonly from: string; readonly to: string } {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  const monday = at - sinceMonday * dayMs;
  return { from: dayAt(monday), to: dayAt(monday + 6 * dayMs) };
}

/** Whether a day is one of the calendar: not the 30th of February. */
export const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && dayAt(Date.parse(day)) === day;
