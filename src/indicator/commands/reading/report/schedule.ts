import type { ReportSchedule } from '../../../store/reading/tables.ts';

export { contentOn } from '../../../contract/reading-api.ts';

/** Six in the morning in China: before anybody comes in. */
const hourOfDay = -2;
const dayMs = 86_400_000;

/** When a report is made next, after a moment (ISO); null: never. */
export function nextTime(schedule: ReportSchedule, after: string): string | null {
  if (schedule === 'none') return null;
  const from = Date.parse(after);
  // The next six o'clock, and then on until the day is right; days are those of China.
  let at = Math.floor((from - hourOfDay * 3_600_000) / dayMs) * dayMs + hourOfDay * 3_600_000;
  while (at <= from || !isDay(schedule, at)) at += dayMs;
  return new Date(at).toISOString();
}

function isDay(schedule: ReportSchedule, at: number): boolean {
  const day = new Date(at + 8 * 3_600_000);
  if (schedule === 'weekly') return day.getUTCDay() === 1;
  return schedule !== 'monthly' || day.getUTCDate() === 1;
}
