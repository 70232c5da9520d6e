import type { Period } from '../../../kernel/index.ts';
import { RATE } from '../target/target.ts';
import type { WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';
import { lastRun } from './run.ts';

/** What a place over others reports itself, and what they come to; null: not known, or not all of them are. */
export interface Sides {
  readonly period: Period;
  readonly own: bigint | null;
  readonly parts: bigint | null;
}

/** Own report and sum of the parts differ in the last period, for as many in a row as they do. Oldest first. */
export function warnOfMismatch(
  subject: Subject,
  periods: readonly Sides[],
  { mismatch }: WarningLimits,
): Warning | null {
  if (mismatch === null) return null;
  const limitOf = (own: bigint): bigint => {
    const share = (absolute(own) * BigInt(mismatch.millionths)) / BigInt(RATE);
    return share > BigInt(mismatch.figure) ? share : BigInt(mismatch.figure);
  };
  const run = lastRun(
    periods,
    ({ own, parts }) => own !== null && parts !== null && absolute(own - parts) > limitOf(own),
  );
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last?.own == null || last.parts === null) return null;
  const { own, parts } = last;
  const evidence = { rule: 'mismatch', own, parts, limit: limitOf(own), months: run.length } as const;
  return { subject, since: first.period, period: last.period, evidence };
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
