import { doubles } from '../../../platform/pack-loader/fields.ts';
import { type Day, isDayText, isWeekend, minutesOf, type PackFault } from '../../kernel/index.ts';
import type { CalendarContent } from './calendar-schema.ts';

/**
 * Every day exists and belongs to its year, or to the December before; stretches of days off run forward and do not meet;
 * only weekends are made up for, and none that is off; years come once and in order, hours in order.
 */
export function checkCalendar({ hours, years }: CalendarContent): PackFault[] {
  const faults = doubles(years.map(({ year }, i) => ({ path: ['years', i, 'year'], value: String(year) })));
  years.forEach((each, i) => {
    if (i > 0 && each.year < (years[i - 1]?.year ?? 0))
      faults.push({ code: 'calendar-order', path: ['years', i, 'year'], given: each.year });
    faults.push(...checkYear(each, ['years', i]));
  });
  hours.forEach(({ from, to }, i) => {
    const [start, end] = [minutesOf(from) ?? 0, minutesOf(to) ?? 0];
    if (end <= start || start < (minutesOf(hours[i - 1]?.to ?? '00:00') ?? 0))
      faults.push({ code: 'calendar-order', path: ['hours', i], given: `${from}–${to}` });
  });
  return faults;
}

function checkYear(
  { year, issuedOn, off, work }: CalendarContent['years'][number],
  path: PackFault['path'],
): PackFault[] {
  const faults: PackFault[] = [];
  const look = (day: Day, at: PackFault['path']): boolean => {
    const known = isDayText(day);
    const inside = known && day >= `${year - 1}-12-01` && day <= `${year}-12-31`;
    if (!inside) faults.push({ code: 'calendar-day', path: [...path, ...at], given: day, limit: year });
    return inside;
  };
  if (!isDayText(issuedOn))
    faults.push({ code: 'calendar-day', path: [...path, 'issuedOn'], given: issuedOn, limit: year });
  off.forEach(({ from, to }, i) => {
    const known = [look(from, ['off', i, 'from']), look(to, ['off', i, 'to'])].every(Boolean);
    if (known && (from > to || from <= (off[i - 1]?.to ?? '')))
      faults.push({ code: 'calendar-order', path: [...path, 'off', i], given: `${from}–${to}` });
  });
  work.forEach((day, i) => {
    if (!look(day, ['work', i])) return;
    if (!isWeekend(day) || off.some(({ from, to }) => from <= day && day <= to))
      faults.push({ code: 'calendar-make-up', path: [...path, 'work', i], given: day });
  });
  faults.push(...doubles(work.map((day, i) => ({ path: [...path, 'work', i], value: day }))));
  return faults;
}
