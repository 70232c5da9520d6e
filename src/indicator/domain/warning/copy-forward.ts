import { type Period, shifted } from '../../../kernel/index.ts';
import type { WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';

/** What came in a period by itself; of cumulative figures the difference. */
export interface OwnFigure {
  readonly period: Period;
  readonly value: bigint;
}

/**
 * The same figure in several periods in a row up to the last one, oldest first. 0 is not copied, it is nothing; nor are
 * small figures, which come again by chance. A period without a figure ends the row.
 */
export function warnOfCopies(
  subject: Subject,
  figures: readonly OwnFigure[],
  unit: bigint,
  { copyForward }: WarningLimits,
): Warning | null {
  const last = figures.at(-1);
  if (copyForward === null || last === undefined) return null;
  const { value } = last;
  if ((value < 0n ? -value : value) < BigInt(Math.max(1, copyForward.least)) * unit) return null;
  let times = 0;
  for (let period = last.period, at = figures.length - 1; at >= 0; at -= 1, period = shifted(period, -1)) {
    const each = figures[at];
    if (each?.period !== period || each.value !== value) break;
    times += 1;
  }
  if (times < copyForward.times) return null;
  const evidence = { rule: 'copy-forward', value, times, limit: copyForward.times } as const;
  return { subject, since: shifted(last.period, 1 - times), period: last.period, evidence };
}
