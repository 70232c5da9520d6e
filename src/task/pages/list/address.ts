import type { ListFilter } from '../../../../platform/http/list-query.ts';
import { type ListSearch, listSearch, rowsOf } from '../../../../platform/web/list/listing/address.ts';

export const taskViews = ['list', 'board', 'timeline', 'calendar'] as const;
export type TaskView = (typeof taskViews)[number];
export const taskScopes = ['mine', 'below', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];
export const waitKinds = ['sign', 'report', 'close', 'extension', 'dispute', 'letter', 'help'] as const;
export type WaitKind = (typeof waitKinds)[number];
export const boardWays = ['light', 'state', 'lead', 'chain'] as const;
export type BoardWay = (typeof boardWays)[number];
export const zooms = ['month', 'quarter', 'year'] as const;
export type Zoom = (typeof zooms)[number];

/** How the page of tasks stands: the conditions of the list, whose tasks, and in which way they are seen. */
export interface TasksSearch extends ListSearch {
  /** Left out: the usual one of whoever looks. */
  readonly scope?: TaskScope;
  readonly waits?: WaitKind;
  readonly chainId?: string;
  readonly unitId?: string;
  readonly planId?: string;
  /** Left out: the list. */
  readonly view?: Exclude<TaskView, 'list'>;
  /** Columns of the board; left out: by light. */
  readonly by?: Exclude<BoardWay, 'light'>;
  /** Of the Gantt view; left out: months. */
  readonly zoom?: Exclude<Zoom, 'month'>;
  /** Of the calendar: `2026-11`; left out: the present one. */
  readonly month?: string;
}

/** Reads an address; what cannot be meant is left out. */
export function tasksSearch(raw: Readonly<Record<string, unknown>>): TasksSearch {
  const [scope, waits] = [oneOf(taskScopes, raw.scope), oneOf(waitKinds, raw.waits)];
  const [view, by, zoom] = [oneOf(taskViews, raw.view), oneOf(boardWays, raw.by), oneOf(zooms, raw.zoom)];
  const [chainId, unitId, planId] = [idOf(raw.chainId), idOf(raw.unitId), idOf(raw.planId)];
  const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/u.test(String(raw.month)) ? String(raw.month) : undefined;
  return {
    ...listSearch(raw),
    ...(scope !== undefined && { scope }),
    ...(waits !== undefined && { waits }),
    ...(chainId !== undefined && { chainId }),
    ...(unitId !== undefined && { unitId }),
    ...(planId !== undefined && { planId }),
    ...(view !== undefined && view !== 'list' && { view }),
    ...(by !== undefined && by !== 'light' && { by }),
    ...(zoom !== undefined && zoom !== 'month' && { zoom }),
    ...(month !== undefined && { month }),
  };
}

const oneOf = <K extends string>(all: readonly K[], raw: unknown): K | undefined => all.find((each) => each === raw);

const idOf = (raw: unknown): string | undefined => {
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
  return /^[A-Za-z0-9._@-]{1,80}$/u.test(text) ? text : undefined;
};

/** Which tasks are meant, beside words and conditions. */
export function narrowedOf(
  { waits, chainId, unitId, planId }: TasksSearch,
  scope: TaskScope,
): { scope: TaskScope; waits?: WaitKind; chainId?: string; unitId?: string; planId?: string } {
  return {
    scope,
    ...(waits !== undefined && { waits }),
    ...(chainId !== undefined && { chainId }),
    ...(unitId !== undefined && { unitId }),
    ...(planId !== undefined && { planId }),
  };
}

/** The same set for every way of seeing it: narrowed, and by words and conditions. The order is the list's own. */
export function sameSet(search: TasksSearch, scope: TaskScope) {
  const { sort: _sort, ...rows } = rowsOf(search);
  return { ...narrowedOf(search, scope), ...rows };
}

/** Without what the counters on top choose, so that each still says how many there are while one is chosen. */
export function uncounted(search: TasksSearch): TasksSearch {
  const { filter, waits: _waits, ...others } = search;
  const { light: _light, state: _state, ...rest } = filter ?? {};
  return { ...others, ...(Object.keys(rest).length > 0 && { filter: rest as ListFilter }) };
}

/** What of the address is not the list's own and stays when the list changes. */
export function beside(search: TasksSearch): Omit<TasksSearch, keyof ListSearch> {
  const { text, filter, sort, page, pageSize, columns, frozen, ...kept } = search;
  return kept;
}
