/** A year `2025`, a quarter `2025-Q1` or a month `2025-03`; written so, periods of one length sort by time. */
export type Period = string;
export type PeriodLength = 'year' | 'quarter' | 'month';

const form = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/u;

interface Parts {
  readonly year: number;
  readonly length: PeriodLength;
  /** First month, 1 to 12, and how many there are. */
  readonly month: number;
  readonly months: number;
}

/** A table of figures asks for the same few hundred periods a hundred thousand times. */
const known = new Map<Period, Parts>();
const mostKnown = 10_000;

function partsOf(period: Period): Parts {
  const found = known.get(period);
  if (found !== undefined) return found;
  const parts = parsed(period);
  if (known.size >= mostKnown) known.clear();
  known.set(period, parts);
  return parts;
}

function parsed(period: Period): Parts {
  const found = form.exec(period);
  if (found === null) throw new RangeError(`no period: ${period}`);
  const year = Number(found[1]);
  if (found[2] !== undefined) return { year, length: 'quarter', month: (Number(found[2]) - 1) * 3 + 1, months: 3 };
  if (found[3] !== undefined) return { year, length: 'month', month: Number(found[3]), months: 1 };
  return { year, length: 'year', month: 1, months: 12 };
}

/** Whether a text is a period in its one spelling. The functions below throw on any other. */
export const isPeriod = (text: string): boolean => form.test(text);
export const lengthOf = (period: Period): PeriodLength => partsOf(period).length;
export const yearOf = (period: Period): number => partsOf(period).year;

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** Written periods by length, by the number of their first month. */
const written: Readonly<Record<PeriodLength, Map<number, Period>>> = {
  year: new Map(),
  quarter: new Map(),
  month: new Map(),
};
const lengths = { year: 12, quarter: 3, month: 1 } as const;

/** The period of a length that a month lies in; months count from the year 0. */
function periodAt(month: number, length: PeriodLength): Period {
  const first = Math.floor(month / lengths[length]) * lengths[length];
  const kept = written[length];
  const found = kept.get(first);
  if (found !== undefined) return found;
  const period = spelled(month, length);
  if (kept.size >= mostKnown) kept.clear();
  kept.set(first, period);
  return period;
}

function spelled(month: number, length: PeriodLength): Period {
  const [year, inYear] = [Math.floor(month / 12), month % 12];
  if (year < 0 || year > 9999) throw new RangeError(`no year: ${year}`);
  if (length === 'year') return four(year);
  return length === 'quarter' ? `${four(year)}-Q${Math.floor(inYear / 3) + 1}` : `${four(year)}-${two(inYear + 1)}`;
}

const firstMonth = ({ year, month }: Parts): number => year * 12 + month - 1;

/** The months of a period, in order. */
export function monthsOf(period: Period): Period[] {
  const parts = partsOf(period);
  return Array.from({ length: parts.months }, (_, at) => periodAt(firstMonth(parts) + at, 'month'));
}

/** The period of another length in which this one begins: `periodOf('2025-05', 'quarter')` is `2025-Q2`. */
export const periodOf = (period: Period, length: PeriodLength): Period => periodAt(firstMonth(partsOf(period)), length);

/** So many periods of the same length later; earlier with a number below 0. */
export function shifted(period: Period, by: number): Period {
  const parts = partsOf(period);
  return periodAt(firstMonth(parts) + by * parts.months, parts.length);
}

/** The same part of the year before. */
export const yearBefore = (period: Period): Period => {
  const parts = partsOf(period);
  return periodAt(firstMonth(parts) - 12, parts.length);
};

/** Whether all of `inner` lies in `outer`. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  const [a, b] = [partsOf(outer), partsOf(inner)];
  const from = firstMonth(b) - firstMonth(a);
  return from >= 0 && from + b.months <= a.months;
}

/** The periods of a length from the one to the other, both included; none when they stand the other way round. */
export function periodsBetween(from: Period, to: Period, length: PeriodLength): Period[] {
  const [first, last] = [partsOf(from), partsOf(to)];
  const step = lengths[length];
  const start = Math.floor(firstMonth(first) / step) * step;
  const end = firstMonth(last) + last.months;
  const found: Period[] = [];
  for (let month = start; month < end; month += step) found.push(periodAt(month, length));
  return found;
}

/** First day, `YYYY-MM-DD`. */
export function firstDay(period: Period): string {
  const { year, month } = partsOf(period);
  return `${four(year)}-${two(month)}-01`;
}

/** Last day, `YYYY-MM-DD`. */
export function lastDay(period: Period): string {
  const { year, month, months } = partsOf(period);
  const last = month + months - 1;
  // Day 0 of the next month; a year below 100 would be taken for one of the twentieth century, so it is set by itself.
  const day = new Date(Date.UTC(2000, last, 0));
  day.setUTCFullYear(year, last, 0);
  return `${four(year)}-${two(last)}-${two(day.getUTCDate())}`;
}
