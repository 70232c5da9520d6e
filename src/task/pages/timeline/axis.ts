import { addDays, type Day, dayNumber, daysFrom } from '../../../kernel/index.ts';
import type { Zoom } from '../list/address.ts';

/** A stretch of the axis with its words. */
export interface Mark {
  readonly key: string;
  readonly words: string;
  /** In pixels from the axis's beginning. */
  readonly x: number;
  readonly width: number;
}

/** A time axis of whole months: where a day lies, and what stands above. */
export interface Axis {
  readonly from: Day;
  readonly to: Day;
  readonly width: number;
  readonly pxPerDay: number;
  /** Years, or years and quarters. */
  readonly upper: readonly Mark[];
  /** Months, quarters or years: the lines of the grid. */
  readonly lower: readonly Mark[];
}

const pxPerDay: Readonly<Record<Zoom, number>> = { month: 3, quarter: 1.1, year: 0.4 };
const monthsOf: Readonly<Record<Zoom, number>> = { month: 1, quarter: 3, year: 12 };
/** A wrong year in one task must not make an axis of a thousand pages. */
const mostYears = 30;

/** An axis over all the days, in whole years, quarters or months, at least `least` pixels wide; never longer than thirty years. */
export function axisOf(days: readonly Day[], zoom: Zoom, least = 0): Axis {
  const sorted = [...days].sort();
  const first = sorted[0] ?? '2000-01-01';
  const step = monthsOf[zoom];
  const from = startOf(first, step);
  const latest = `${Number(from.slice(0, 4)) + mostYears}-01-01`;
  const last = sorted.at(-1) ?? first;
  const scale = pxPerDay[zoom];
  let end = after(startOf(last < latest ? last : latest, step), step);
  // A short axis goes on into the future rather than leave a hole beside it.
  while (daysFrom(from, end) * scale < least) end = after(end, step);
  const width = Math.round(daysFrom(from, end) * scale);
  const x = (day: Day): number => Math.round(daysFrom(from, day) * scale);
  const marks = (months: number, words: (day: Day) => string): Mark[] => {
    const found: Mark[] = [];
    for (let day = from; day < end; ) {
      const next = after(startOf(day, months), months);
      const until = next < end ? next : end;
      found.push({ key: day, words: words(day), x: x(day), width: x(until) - x(day) });
      day = next;
    }
    return found;
  };
  return {
    ...{ from, to: addDays(end, -1), width, pxPerDay: scale },
    upper: zoom === 'year' ? [] : marks(12, (day) => `${day.slice(0, 4)}年`),
    lower: marks(step, (day) => lowerWords(day, zoom)),
  };
}

function lowerWords(day: Day, zoom: Zoom): string {
  if (zoom === 'year') return `${day.slice(0, 4)}年`;
  const month = Number(day.slice(5, 7));
  return zoom === 'month' ? `${month}月` : `${Math.ceil(month / 3)}季度`;
}

/** Where the beginning of a day lies; days outside lie at the ends. */
export function xOf(axis: Axis, day: Day): number {
  const x = (dayNumber(day) - dayNumber(axis.from)) * axis.pxPerDay;
  return Math.round(Math.max(0, Math.min(axis.width, x)));
}

/** Where the end of a day lies: a deadline counts to its last minute. */
export const xAfter = (axis: Axis, day: Day): number => xOf(axis, addDays(day, 1));

/** First day of the stretch of so many months that a day lies in. */
function startOf(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7));
  const start = month - ((month - 1) % months);
  return `${day.slice(0, 4)}-${String(start).padStart(2, '0')}-01`;
}

/** First day of the next stretch. */
function after(start: Day, months: number): Day {
  const next = Number(start.slice(5, 7)) - 1 + months;
  const year = Number(start.slice(0, 4)) + Math.floor(next / 12);
  return `${year}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}
