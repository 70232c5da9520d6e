import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { equalJson } from '../equal.ts';
import type { DraftState, PlanHead } from '../model.ts';
import { type Change, noChange } from './change.ts';

const days = ['issuedOn', 'validFrom', 'validTo'] as const;

/** Corrects title, number, issuer and dates. Refuses an empty title, a day that no calendar has, an end before its start. */
export function correctHead(draft: DraftState, fields: Partial<PlanHead>): Result<Change> {
  const before = draft.head;
  const after: PlanHead = { ...before, ...fields };
  if (equalJson(before, after)) return ok(noChange);
  const faults: Refusal[] = [];
  if (fields.title !== undefined && (fields.title ?? '').trim() === '')
    faults.push({ code: 'field-empty', field: 'head.title' });
  for (const day of days) {
    const given = fields[day];
    if (given != null && !isDay(given)) faults.push({ code: 'day-unknown', field: `head.${day}`, given });
  }
  const { validFrom, validTo } = after;
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    faults.push({ code: 'range-not-rising', field: 'head.validTo', given: validTo, limit: validFrom });
  return faults.length > 0 ? refuse(...faults) : ok({ ...noChange, head: { before, after } });
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
}
