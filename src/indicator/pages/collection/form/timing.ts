import { isPeriod, lengthOf, type Period, shifted, yearOf } from '../../../../kernel/index.ts';
import { dayAfter, windowOf } from '../../../domain/form/schedule.ts';
import { periodWords } from '../../../domain/wording/period.ts';

/** When a form is filled in, as far as it is typed already. */
export interface Timing {
  readonly frequency: unknown;
  readonly firstPeriod: unknown;
  readonly opensAfter: unknown;
  readonly dueAfter: unknown;
  readonly remindBefore: unknown;
}

/** What the days mean for the first period: `2026 年 3 月的表：4 月 1 日开始填，4 月 10 日截止，4 月 7 日提醒。` Null: not known yet. */
export function timingWords({ frequency, firstPeriod, opensAfter, dueAfter, remindBefore }: Timing): string | null {
  if (typeof firstPeriod !== 'string' || !isPeriod(firstPeriod) || lengthOf(firstPeriod) !== frequency) return null;
  if (!isDays(opensAfter) || !isDays(dueAfter)) return null;
  const { opensOn, dueOn } = windowOf({ opensAfter, dueAfter }, firstPeriod);
  const day = (at: string): string => dayWords(at, yearOf(firstPeriod));
  const remind = isDays(remindBefore) && remindBefore > 0 ? `，${day(dayAfter(dueOn, -remindBefore))}提醒` : '，不提醒';
  return `${periodWords(firstPeriod)}的表：${day(opensOn)}开始填，${day(dueOn)}截止${remind}。`;
}

const isDays = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** With its year only where it is another one than that of the period. */
function dayWords(day: string, year: number): string {
  const [own, month, date] = day.split('-').map(Number);
  return `${own === year ? '' : `${own} 年 `}${month} 月 ${date} 日`;
}

/** Periods that a form may begin with, the newest first: some time back, and a year ahead. */
export function firstPeriods(today: string, frequency: unknown): Period[] {
  const now = periodAt(today, frequency);
  if (now === null) return [];
  const [ahead, back] = frequency === 'month' ? [12, 39] : frequency === 'quarter' ? [4, 16] : [1, 5];
  return Array.from({ length: ahead + back + 1 }, (_, at) => shifted(now, ahead - at));
}

export function periodAt(today: string, frequency: unknown): Period | null {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  if (frequency === 'month') return today.slice(0, 7);
  if (frequency === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  return frequency === 'year' ? year : null;
}
