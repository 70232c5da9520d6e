import type { DiffJson } from '../../contract.ts';
import { fieldValue, fieldWord } from '../wording/fields.ts';
import { benefitOf, targetOf } from '../wording/figures.ts';

type Line = DiffJson['items'][number];

export interface ChangedField {
  readonly word: string;
  readonly from: string;
  readonly to: string;
}

/** Fields that only say where an item stands; they change whenever the text before it does. */
const PLACES = ['start', 'end', 'path', 'text', 'confidence', 'rejected', 'no', 'repeat'];
/** Fields that people read as one: a figure with its unit and comparator, all amounts of a clause. */
const TARGET = ['op', 'value', 'value2', 'unit'];
const BENEFIT = ['amount', 'amountMin', 'amountMax', 'rate', 'rateMin', 'rateMax', 'cap', 'floor', 'per'];

/** What is different in an item, as people read it: old and new, each with its unit. */
export function whatChanged({ from, to, fields }: Line): ChangedField[] {
  const names = fields.map(({ field }) => field);
  const together = new Set<string>(PLACES);
  const figures: ChangedField[] = [];
  const joined = (parts: readonly string[], word: string, old: string, now: string): void => {
    for (const part of parts) together.add(part);
    if (names.some((name) => parts.includes(name)) && old !== now) figures.push({ word, from: old, to: now });
  };
  if (from?.kind === 'indicator' && to?.kind === 'indicator')
    joined(TARGET, '目标值', targetOf(from.content), targetOf(to.content));
  if (from?.kind === 'clause' && to?.kind === 'clause')
    joined(BENEFIT, '奖补', benefitOf(from.content), benefitOf(to.content));
  const others = fields
    .filter(({ field }) => !together.has(field))
    .map((each) => ({
      word: fieldWord(each.field),
      from: fieldValue(each.field, each.from),
      to: fieldValue(each.field, each.to),
    }));
  return [...figures, ...others];
}
