import type { MoneyChoice } from '../../../../platform/web/money/money.ts';
import type { PlanItem } from '../../domain/model.ts';
import { benefitOf, targetOf } from './figures.ts';

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What an item is called in a list. */
export function titleOf(item: PlanItem): string {
  switch (item.kind) {
    case 'indicator':
      return item.content.name;
    case 'task':
      return item.content.title ?? short(item.content.text);
    case 'clause':
      return short(item.content.condition ?? item.content.subject ?? item.content.text);
    case 'table':
      return item.content.title ?? '（没有表名）';
  }
}

/** Its figure, in one line: the target, the lead unit, the benefit, the size. */
export function figureOf(item: PlanItem, choice: MoneyChoice = 'auto'): string {
  switch (item.kind) {
    case 'indicator':
      return targetOf(item.content);
    case 'task':
      return item.content.lead ?? '没有牵头单位';
    case 'clause':
      return benefitOf(item.content, choice);
    case 'table':
      return `${item.content.rows.length} 行 × ${item.content.columns.length} 列`;
  }
}

/** Every unit that an item makes responsible or lets pay. */
export function unitsOf(item: PlanItem): readonly string[] {
  if (item.kind === 'clause') return item.content.payer === null ? [] : [item.content.payer];
  if (item.kind !== 'task') return [];
  const { lead, coLeads, units, inheritedUnits, groups } = item.content;
  const all = [...(lead === null ? [] : [lead]), ...coLeads, ...units, ...inheritedUnits];
  return [...new Set([...all, ...groups.flatMap((group) => group.units)])];
}

/** Every year that an item speaks of. */
export function yearsOf(item: PlanItem): readonly number[] {
  if (item.kind === 'indicator') return item.content.year === null ? [] : [item.content.year];
  if (item.kind !== 'task') return [];
  return [...new Set(item.content.deadlines.map((deadline) => Number(deadline.slice(0, 4))))];
}
