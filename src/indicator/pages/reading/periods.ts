import { type Period, type PeriodLength, periodOf, shifted } from '../../../kernel/index.ts';

/** The month that it is in China now. */
export const thisMonth = (now = Date.now()): Period => new Date(now + 8 * 3_600_000).toISOString().slice(0, 7);

/** The last period of a length that is over. */
export const lastOver = (length: PeriodLength, now?: number): Period => shifted(periodOf(thisMonth(now), length), -1);

/** How many periods a list of them goes back. */
const howMany = { month: 48, quarter: 24, year: 12 } as const;

/** The periods that can be looked at, the newest first; those that are looked at are among them. */
export function periodsBack(length: PeriodLength, asked: readonly (Period | undefined)[] = []): readonly Period[] {
  const now = periodOf(thisMonth(), length);
  const found = new Set(Array.from({ length: howMany[length] }, (_, back) => shifted(now, -back)));
  for (const period of asked) if (period !== undefined) found.add(period);
  return [...found].toSorted().toReversed();
}
