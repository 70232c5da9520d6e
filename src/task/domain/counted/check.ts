import type { Refusal } from '../../../kernel/index.ts';
import type { Deliverable } from '../model/index.ts';

/** Units in which sums of money are kept. */
export const moneyUnits: readonly string[] = ['元', '万元', '百万元', '亿元'];

type Counted = Pick<Deliverable, 'name' | 'unit' | 'mode' | 'counts' | 'events'>;

/**
 * Refuses a deliverable that is to be counted without saying what, in a unit that does not go with it, or a sum of investment
 * that is no sum of a time.
 */
export function checkCounted({ name, unit, mode, counts, events }: Counted): Refusal[] {
  if (counts !== 'events') return [];
  if (events === undefined || events === null) return [{ code: 'deliverable-events', field: name }];
  const money = moneyUnits.includes(unit);
  const wrongUnit = money !== (events.measure === 'investment');
  const wrongMode = events.measure === 'investment' && mode === 'level';
  const least = events.atLeastFen ?? 0;
  return [
    ...(wrongUnit ? [{ code: 'deliverable-events-unit', field: name, given: unit, limit: moneyUnits.join('、') }] : []),
    ...(wrongMode ? [{ code: 'deliverable-events-mode', field: name }] : []),
    ...(Number.isSafeInteger(least) && least >= 0 ? [] : [{ code: 'task-figure', field: name, given: String(least) }]),
  ];
}
