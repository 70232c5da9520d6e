import type { Period } from '../../../kernel/index.ts';
import type { WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';
import { lastRun } from './run.ts';

/** A period that somebody owes figures for. */
export interface Owed {
  readonly period: Period;
  /** `YYYY-MM-DD`; with an extension the later day. */
  readonly due: string;
  /** A stated “there is none” is a report. */
  readonly isReported: boolean;
}

/** Periods at the end of the list, oldest first, that are overdue on a day: one cause, however many there are. */
export function warnOfMissing(
  subject: Subject,
  owed: readonly Owed[],
  today: string,
  { missing }: WarningLimits,
): Warning | null {
  if (missing === null) return null;
  // What is not due yet neither counts nor ends the run.
  const due = owed.filter((each) => daysBetween(each.due, today) > missing.grace);
  const run = lastRun(due, ({ isReported }) => !isReported);
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  const evidence = {
    rule: 'missing',
    periods: run.map(({ period }) => period),
    days: daysBetween(first.due, today),
  } as const;
  return { subject, since: first.period, period: last.period, evidence };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
