import { RefusalError } from '../../../src/kernel/index.ts';

/** `2026-11-21` as documents write it: 2026年11月21日; the field of a template stays. Refuses what is no day. */
export function writtenDay(day: string): string {
  if (/^\{[^{}]+\}$/.test(day)) return day;
  const [year, month, date] = day.split('-').map(Number);
  const real = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) {
    throw new RefusalError({ code: 'document-day', given: day, limit: '2026-11-21' });
  }
  return `${year}年${month}月${date}日`;
}
