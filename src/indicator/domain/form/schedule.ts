import { lastDay, type Period, periodOf, shifted } from '../../../kernel/index.ts';
import type { FormContent } from './model.ts';

/** A day so many calendar days later; earlier with a number below 0. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export interface Window {
  readonly period: Period;
  readonly opensOn: string;
  readonly dueOn: string;
}

/** First and last day of reporting for a period. */
export function windowOf(
  { opensAfter, dueAfter }: Pick<FormContent, 'opensAfter' | 'dueAfter'>,
  period: Period,
): Window {
  const end = lastDay(period);
  return { period, opensOn: dayAfter(end, opensAfter), dueOn: dayAfter(end, dueAfter) };
}

/** A form that begins further back would ask for years at once. */
export const mostPeriods = 40;

type Timed = Pick<FormContent, 'opensAfter' | 'dueAfter' | 'firstPeriod' | 'frequency'>;

/** Every period that is open or was, from the first one to the day; and the next one to come. Oldest first. */
export function windowsUntil(form: Timed, today: string): { readonly begun: Window[]; readonly next: Window } {
  const begun: Window[] = [];
  let window = windowOf(form, form.firstPeriod);
  while (window.opensOn <= today) {
    begun.push(window);
    window = windowOf(form, shifted(window.period, 1));
  }
  return { begun, next: window };
}

/** The period that a unit which joins today reports first: the newest that has begun, or the next. */
export function joinsWith(form: Timed, today: string): Period {
  const { begun, next } = windowsUntil(form, today);
  return begun.at(-1)?.period ?? next.period;
}

/** How many periods lie from the first one to the one that a day is in; below 0 when it is still to come. */
export function periodsSince({ firstPeriod, frequency }: Timed, today: string): number {
  const now = periodOf(today.slice(0, 7), frequency);
  let count = 0;
  for (let at = firstPeriod; at < now && count <= mostPeriods; at = shifted(at, 1)) count += 1;
  return count;
}
