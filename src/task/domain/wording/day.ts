import { type Day, lengthOf, type Period } from '../../../kernel/index.ts';

/** 2026年11月21日 */
export const dayWords = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** 2026年、2026年第三季度、2026年5月 */
export function periodWords(period: Period): string {
  const year = `${Number(period.slice(0, 4))}年`;
  const length = lengthOf(period);
  if (length === 'year') return year;
  return length === 'quarter'
    ? `${year}第${'一二三四'.charAt(Number(period.slice(6)) - 1)}季度`
    : `${year}${Number(period.slice(5))}月`;
}
