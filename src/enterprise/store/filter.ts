import type { Condition, ListFilter } from '../../../platform/http/list-query.ts';
import { addDays, isDayText } from '../../kernel/index.ts';

/** Conditions as people write them, in 万元 and days, brought into what is stored, so that an index can follow them. */
export const storedFilter = (filter: ListFilter): ListFilter =>
  Object.fromEntries(Object.entries(filter).map(([key, condition]) => [key, stored(key, condition)]));

const scales: Readonly<Record<string, number>> = { revenue: 10_000, capital: 1_000_000, employees: 1, revenueYear: 1 };
/** Beyond what any column holds; exact in either direction. */
const most = Number.MAX_SAFE_INTEGER;

function stored(key: string, condition: Condition): Condition {
  if (!('from' in condition || 'to' in condition)) return condition;
  const { from, to } = condition;
  const scale = scales[key];
  if (scale !== undefined)
    return {
      ...(from === undefined ? {} : { from: bounded(Math.ceil(rounded(Number(from) * scale))) }),
      ...(to === undefined ? {} : { to: bounded(Math.floor(rounded(Number(to) * scale))) }),
    };
  if (key === 'foundedOn' || key === 'changedAt')
    return {
      ...(from === undefined ? {} : { from: startOf(key, firstDay(String(from))) }),
      ...(to === undefined ? {} : { to: endOf(key, lastDay(String(to))) }),
    };
  return condition;
}

/** 0.07 万元 is 700 yuan, not 700.0000000000001. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const bounded = (value: number): number => Math.max(-most, Math.min(most, value));

/** The last day up to a text that looks like one; 2025-02-31 is none, and 28 February comes before it. */
function lastDay(text: string): string {
  let day = text;
  while (!isDayText(day)) day = `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, '0')}`;
  return day;
}
const firstDay = (text: string): string => (isDayText(text) ? text : addDays(lastDay(text), 1));
const startOf = (key: string, day: string): string => (key === 'changedAt' ? `${day}T00:00:00+08:00` : day);
const endOf = (key: string, day: string): string => (key === 'changedAt' ? `${day}T23:59:59.999+08:00` : day);
