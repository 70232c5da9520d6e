import { lengthOf, type Period, shifted, yearOf } from '../../../kernel/index.ts';

const quarters = ['一', '二', '三', '四'];

/** `2026 年 3 月`, `2026 年第一季度`, `2026 年`. */
export const periodWords = (period: Period): string => `${yearOf(period)} 年${within(period)}`;

/** Without its year: ` 3 月`, `第一季度`. */
function within(period: Period): string {
  if (period.length === 4) return '';
  const part = period.slice(5);
  return part.startsWith('Q') ? `第${quarters[Number(part.slice(1)) - 1] ?? ''}季度` : ` ${Number(part)} 月`;
}

/** Periods of one length: `2026 年 2 月、4 月至 6 月，2027 年 1 月`. Any order; each once. */
export function periodsWords(periods: readonly Period[]): string {
  const sorted = [...new Set(periods)].toSorted();
  const runs: { first: Period; last: Period }[] = [];
  for (const period of sorted) {
    const run = runs.at(-1);
    const follows = run !== undefined && shifted(run.last, 1) === period && isOneYear(run.first, period);
    if (run !== undefined && follows) run.last = period;
    else runs.push({ first: period, last: period });
  }
  let said: number | null = null;
  return runs
    .map(({ first, last }, at) => {
      const isNew = yearOf(first) !== said;
      said = yearOf(first);
      const begin = isNew ? periodWords(first) : within(first).trimStart();
      const mark = at === 0 ? '' : isNew && lengthOf(first) !== 'year' ? '，' : '、';
      if (first === last) return `${mark}${begin}`;
      const end = lengthOf(first) === 'year' ? `${yearOf(last)} 年` : within(last).trimStart();
      return `${mark}${begin}${shifted(first, 1) === last ? '、' : '至 '}${end}`;
    })
    .join('');
}

const isOneYear = (a: Period, b: Period): boolean => lengthOf(a) === 'year' || yearOf(a) === yearOf(b);

/** How people call the period before one of this length, and the same one of last year. */
export const lastNames = { month: '上月', quarter: '上季度', year: '上年' } as const;
export const lastYearNames = { month: '上年同月', quarter: '上年同季', year: '上年' } as const;
export const thisNames = { month: '本月', quarter: '本季度', year: '本年' } as const;
