import type { Refusal } from '../../../kernel/index.ts';
import { equalJson } from '../equal.ts';
import type { ItemContents, ItemKind } from '../model.ts';
import { checkClause } from './check-clause.ts';
import { checkIndicator } from './check-indicator.ts';
import { checkTable } from './check-table.ts';
import { checkTask } from './check-task.ts';

const checks: { readonly [K in ItemKind]: (content: ItemContents[K]) => Refusal[] } = {
  indicator: checkIndicator,
  task: checkTask,
  clause: checkClause,
  table: checkTable,
};

/** Everything that contradicts itself in the content of one item. */
export const checkContent = <K extends ItemKind>(kind: K, content: ItemContents[K]): Refusal[] => checks[kind](content);

/**
 * What a correction makes wrong: faults that the machine's reading already had do not stop a person from mending
 * another field first.
 */
export function newFaults<K extends ItemKind>(kind: K, before: ItemContents[K], after: ItemContents[K]): Refusal[] {
  const old = checkContent(kind, before);
  return checkContent(kind, after).filter((fault) => !old.some((known) => equalJson(known, fault)));
}
