/** A calendar day, `YYYY-MM-DD`. Days of this form sort as text. */
export type Day = string;

/** When something holds: from a day on, up to but without another; null is “always before” and “until further notice”. */
export interface Life {
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

const EARLIEST = '0000-01-01';
const LATEST = '9999-12-31';

/** The first day, and the day after the last, as days that can be compared. */
export const startOf = ({ validFrom }: Life): Day => validFrom ?? EARLIEST;
export const endOf = ({ validTo }: Life): Day => validTo ?? LATEST;

/** True on the first day, false on the day it ends. */
export const holdsAt = (life: Life, day: Day): boolean => startOf(life) <= day && day < endOf(life);

/** True when the life has come to its end by this day. */
export const hasEnded = (life: Life, day: Day): boolean => endOf(life) <= day;

/** The time that both hold, or null when there is none. */
export function shared(a: Life, b: Life): Life | null {
  const from = startOf(a) > startOf(b) ? a.validFrom : b.validFrom;
  const to = endOf(a) < endOf(b) ? a.validTo : b.validTo;
  const both = { validFrom: from, validTo: to };
  return startOf(both) < endOf(both) ? both : null;
}

/** True when `inner` holds at no time at which `outer` does not. */
export const liesInside = (inner: Life, outer: Life): boolean =>
  startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);

/** Lives in their order, those that touch or overlap made one. */
export function joined(lives: readonly Life[]): Life[] {
  const sorted = [...lives].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const result: Life[] = [];
  for (const life of sorted) {
    const last = result.at(-1);
    if (last === undefined || endOf(last) < startOf(life))
      result.push({ validFrom: life.validFrom, validTo: life.validTo });
    else if (endOf(last) < endOf(life))
      result[result.length - 1] = { validFrom: last.validFrom, validTo: life.validTo };
  }
  return result;
}

/** True for a day that the calendar has; 2025-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The first day of `2015`, `2019-12` or `2019-12-05`, as the registers in packs write moments. */
export const firstDay = (moment: string): Day => `${moment}-01-01`.slice(0, 10);
