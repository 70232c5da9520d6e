import type { Change } from '../draft/change.ts';
import type { ItemKind, PlanItem } from '../model.ts';
import { changedFields, type FieldChange } from './fields.ts';

/** What one step did to one item, for telling people. */
export interface ItemChange {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: string;
  readonly fields: readonly FieldChange[];
}

/** A step of the history as the items that it touched, each with its fields before and after. */
export function itemChanges({ items }: Change): ItemChange[] {
  return items.flatMap(({ before, after }): ItemChange[] => {
    const item = after ?? before;
    if (item === null) return [];
    const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
    const fields = before === null || after === null ? [] : changedFields(told(before), told(after));
    return [{ itemId: item.id, kind: item.kind, change, title: titleOf(item), fields }];
  });
}

const told = (item: PlanItem) => ({ review: item.review, ...item.content });

/** The words by which a person knows an item: its name or title, else the beginning of its text. */
export function titleOf({ kind, content }: PlanItem): string {
  if (kind === 'indicator') return content.name;
  if (kind === 'table') return content.title ?? content.columns.flat().slice(0, 4).join('、');
  const words = (kind === 'task' ? content.title : content.subject) ?? content.text;
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
