/**
 * The moment that a person means by a day or a moment, as ISO 8601 in UTC: a day (`2025-03-01`) is one of Chinese time
 * and means its beginning, or its end where that is asked for; null for what is neither.
 */
export function momentOf(text: string, end: 'start' | 'end'): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) {
    const start = Date.parse(`${text}T00:00:00+08:00`);
    // 2025-02-30 would silently be the second of March.
    if (Number.isNaN(start) || dayInChina(start) !== text) return null;
    return new Date(end === 'start' ? start : start + dayMs).toISOString();
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

const dayMs = 86_400_000;
const hoursAheadMs = 8 * 3_600_000;
const dayInChina = (moment: number): string => new Date(moment + hoursAheadMs).toISOString().slice(0, 10);
