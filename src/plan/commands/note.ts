import type { Place } from '../../access/index.ts';
import type { AuditNote } from '../../audit/index.ts';
import { changedFields } from '../domain/diff/fields.ts';
import type { Change } from '../domain/draft/change.ts';
import type { PlanItem } from '../domain/model.ts';
import type { HistoryAction } from '../store.ts';

type AuditChange = NonNullable<AuditNote['changes']>[number];

/** What the audit is told of a change of a plan. */
export const planNote = (
  plan: { readonly id: string; readonly title: string | null; readonly place: Place },
  action: HistoryAction,
  changes: readonly AuditChange[],
): AuditNote => ({
  action: `plan.${action}`,
  record: { kind: 'plan', id: plan.id, name: plan.title ?? plan.id },
  place: plan.place,
  basis: { planId: plan.id, itemId: onlyItem(changes) },
  changes,
});

/** The one item that all the changes are about; null when there are several or none. */
function onlyItem(changes: readonly AuditChange[]): string | null {
  const items = new Set(changes.map(({ field }) => /^([ITCB]\d+)(?:\.|$)/.exec(field)?.[1] ?? null));
  const [only] = items;
  return items.size === 1 ? (only ?? null) : null;
}

const wordsOf = (item: PlanItem | null): string | null =>
  item === null ? null : 'text' in item.content ? item.content.text : item.content.title;

/** A change of a draft field by field: `I3.value` from 300 to 500; an item that came or went by its words. */
export function whatChanged(change: Change): AuditChange[] {
  const items = change.items.flatMap(({ before, after }): AuditChange[] => {
    const id = (after ?? before)?.id ?? '';
    if (before === null || after === null) return [{ field: id, before: wordsOf(before), after: wordsOf(after) }];
    const fields = changedFields(
      { ...before.content, review: before.review },
      { ...after.content, review: after.review },
    );
    return fields.map(({ field, from, to }) => ({ field: `${id}.${field}`, before: from, after: to }));
  });
  const dismissals = change.dismissals.map(({ before, after }) => ({
    field: `finding.${(after ?? before)?.findingId ?? ''}`,
    before: before?.reason ?? null,
    after: after?.reason ?? null,
  }));
  const head = change.head === null ? [] : changedFields({ ...change.head.before }, { ...change.head.after });
  return [...head.map(({ field, from, to }) => ({ field, before: from, after: to })), ...items, ...dismissals];
}
