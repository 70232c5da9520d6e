import type { Static } from 'typebox';
import { lengthOf, type Period, periodOf, periodsBetween, shifted } from '../../../kernel/index.ts';
import type { PivotSpecSchema } from './pivot.ts';
import type { ReportContent } from './report.ts';

type PivotSpec = Static<typeof PivotSpecSchema>;

/**
 * What a report shows on a day, for whoever opens it as for whoever is sent it: with the calendar its periods lie as far back as on the day it was
 * saved.
 */
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
