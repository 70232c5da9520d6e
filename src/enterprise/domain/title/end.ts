import { type Day, isDayText } from '../../../kernel/index.ts';

/**
 * The first day on which a title no longer holds that was given for so many years: the same day of the last year; of one given on
 * 29 February the first of March where the year has no such day.
 */
export function titleEnd(givenOn: Day, years: number | null): Day | null {
  if (years === null) return null;
  const [year = '', month = '', day = ''] = givenOn.split('-');
  const end = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  return isDayText(end) ? end : `${end.slice(0, 4)}-03-01`;
}
