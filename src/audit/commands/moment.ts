import { RefusalError } from '../../kernel/index.ts';
import { momentOf } from '../domain/moment.ts';

/** The moment meant by a day or a moment that was typed; refuses (`moment-unreadable`) what is neither. */
export function readMoment(given: string | undefined, field: string, end: 'start' | 'end'): string | undefined {
  if (given === undefined) return undefined;
  const moment = momentOf(given, end);
  if (moment === null) throw new RefusalError({ code: 'moment-unreadable', field, given, limit: '2025-03-01' });
  return moment;
}
