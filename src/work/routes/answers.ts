import type { Static } from 'typebox';
import type { ReadonlyDeep } from '../../../platform/http/types.ts';
import type { CellValue } from '../../../platform/workbook/csv.ts';
import type { WholeItem } from '../commands/read-work.ts';
import type { WorkItemSchema, WorkRowSchema } from '../contract.ts';
import { dayOf, isOpen, stateNames, type WorkItem, workKinds } from '../domain/index.ts';

/** What the commands give, as the contract says it to the world. `today` decides what is late. */

export const isLate = ({ dueOn, state }: WorkItem, today: string): boolean =>
  isOpen(state) && dueOn !== null && dueOn < today;

export function rowAnswer(item: WorkItem, today: string): ReadonlyDeep<Static<typeof WorkRowSchema>> {
  const { detail: _detail, origin: _origin, basis: _basis, place: _place, ...row } = item;
  return { ...row, overdue: isLate(item, today) };
}

export const itemAnswer = (
  { item, copies, steps, can }: WholeItem,
  today: string,
): ReadonlyDeep<Static<typeof WorkItemSchema>> => ({
  ...rowAnswer(item, today),
  detail: item.detail,
  origin: item.origin,
  basis: item.basis,
  place: item.place,
  copies,
  steps,
  can: [...can],
});

/** A cell of an exported list. */
export function cellOf(item: WorkItem, column: string): CellValue {
  switch (column) {
    case 'title':
      return item.title;
    case 'kind':
      return workKinds[item.kind];
    case 'state':
      return stateNames[item.state];
    case 'importance':
      return item.importance === 'high' ? '重要' : '一般';
    case 'dueOn':
      return item.dueOn;
    case 'assignee':
      return item.assignee.name;
    case 'createdBy':
      return item.createdBy.name;
    case 'createdAt':
      return dayOf(item.createdAt);
    default:
      return item.closedAt === null ? null : dayOf(item.closedAt);
  }
}
