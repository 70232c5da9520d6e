import { lengthOf, type Period, periodOf, periodsBetween, shifted } from '../../../../kernel/index.ts';
import type { PivotSpec, ReportContent } from '../../../contract/reading-api.ts';
import type { ReportSchedule } from '../../../store/reading/tables.ts';

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

/** What a report shows on a day: with the calendar its periods lie as far back as on the day it was saved. */
export function contentOn(content: ReportContent, follow: boolean, saved: string, today: string): ReportContent {
  if (!follow) return content;
  if (content.kind === 'matrix') {
    const { period } = content.query;
    return period === undefined
      ? content
      : { ...content, query: { ...content.query, period: moved(period, saved, today) } };
  }
  return { ...content, spec: specOn(content.spec, saved, today) };
}

const specOn = (spec: PivotSpec, saved: string, today: string): PivotSpec => ({
  ...spec,
  periods: {
    ...spec.periods,
    from: moved(spec.periods.from, saved, today),
    to: moved(spec.periods.to, saved, today),
  },
});

function moved(period: Period, saved: string, today: string): Period {
  const length = lengthOf(period);
  const [from, to] = [saved, today].map((day) => periodOf(day.slice(0, 7), length));
  return shifted(period, periodsBetween(from ?? '', to ?? '', length).length - 1);
}
