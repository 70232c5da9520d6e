import type { IndicatorItem } from '../../../document/index.ts';
import type { Refusal } from '../../../kernel/index.ts';

/** What no indicator may say: no name, a range without two rising ends, a second value without a range. */
export function checkIndicator({ name, op, value, value2 }: IndicatorItem): Refusal[] {
  const refusals: Refusal[] = [];
  if (name.trim() === '') refusals.push({ code: 'field-empty', field: 'content.name' });
  if (op === 'range' && value2 === null) refusals.push({ code: 'range-without-end', field: 'content.value2' });
  if (op !== 'range' && value2 !== null)
    refusals.push({ code: 'end-without-range', field: 'content.value2', given: value2 });
  if (op === 'range' && value2 !== null && value2 <= value)
    refusals.push({ code: 'range-not-rising', field: 'content.value2', given: value2, limit: value });
  return refusals;
}
