import type { TableItem, TaskItem } from '../../../document/index.ts';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { equalJson } from '../equal.ts';
import type { ItemContent, PlanItem } from '../model.ts';

/**
 * The content of one item that takes in others of its kind: its own fields first, empty ones filled from the others in
 * their order, lists joined without repeats, and a place from the first to the last of them. Refuses tables with
 * different columns.
 */
export function joinContents(into: PlanItem, others: readonly PlanItem[]): Result<ItemContent> {
  const contents = [into, ...others].map((item) => item.content);
  if (into.kind === 'table') return joinTables(contents as TableItem[], into.id);
  const filled = contents.slice(1).reduce<ItemContent>(fillEmpty, into.content);
  const joined = into.kind === 'task' ? joinTasks(filled as TaskItem, contents as TaskItem[]) : filled;
  return ok({ ...joined, ...around(contents) });
}

function fillEmpty(content: ItemContent, other: ItemContent): ItemContent {
  const spare = other as unknown as Readonly<Record<string, unknown>>;
  const fields = Object.entries(content).map(([name, value]) => [name, value ?? spare[name] ?? null]);
  return Object.fromEntries(fields) as ItemContent;
}

function joinTasks(first: TaskItem, all: readonly TaskItem[]): TaskItem {
  const union = <T>(listOf: (task: TaskItem) => readonly T[]): T[] => [...new Set(all.flatMap(listOf))];
  return {
    ...first,
    units: union((task) => task.units),
    coLeads: union((task) => task.coLeads),
    inheritedUnits: union((task) => task.inheritedUnits),
    deadlines: union((task) => task.deadlines),
    recurring: union((task) => task.recurring),
    groups: all.flatMap((task) => task.groups),
  };
}

function joinTables(tables: readonly TableItem[], field: string): Result<ItemContent> {
  const first = tables[0]!;
  if (tables.some((table) => !equalJson(table.columns, first.columns)))
    return refuse({ code: 'merge-of-columns', field: 'others', given: field });
  const filled = tables.slice(1).reduce<ItemContent>(fillEmpty, first) as TableItem;
  return ok({
    ...filled,
    ...around(tables),
    rows: tables.flatMap((table) => table.rows),
    targets: tables.flatMap((table) => table.targets),
  });
}

const around = (contents: readonly ItemContent[]) => ({
  start: Math.min(...contents.map((content) => content.start)),
  end: Math.max(...contents.map((content) => content.end)),
});
