import type { ClauseItem } from '../../../document/index.ts';
import type { Refusal } from '../../../kernel/index.ts';

const money = ['amount', 'amountMin', 'amountMax', 'cap', 'floor'] as const;
const rates = ['rate', 'rateMin', 'rateMax'] as const;

/** What no clause may say: no figure at all, a figure below zero, a lower end above the upper, a rate kind without rate. */
export function checkClause(clause: ClauseItem): Refusal[] {
  const refusals: Refusal[] = [];
  const figures = [...money, ...rates].filter((field) => clause[field] !== null);
  if (figures.filter((field) => field !== 'floor').length === 0)
    refusals.push({ code: 'clause-without-figure', field: 'content.amount' });
  for (const field of figures)
    if (clause[field]! < 0)
      refusals.push({ code: 'figure-below-zero', field: `content.${field}`, given: clause[field], limit: 0 });
  for (const [low, high] of [
    ['amountMin', 'amountMax'],
    ['rateMin', 'rateMax'],
    ['windowFrom', 'windowTo'],
  ] as const) {
    const [from, to] = [clause[low], clause[high]];
    if (from !== null && to !== null && from > to)
      refusals.push({ code: 'range-not-rising', field: `content.${high}`, given: to, limit: from });
  }
  if (clause.kind.startsWith('rate') && rates.every((field) => clause[field] === null))
    refusals.push({ code: 'rate-missing', field: 'content.rate' });
  if (clause.kind === 'rate+cap' && clause.cap === null) refusals.push({ code: 'cap-missing', field: 'content.cap' });
  return refusals;
}
