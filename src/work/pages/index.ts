import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import { boxes } from '../contract/item.ts';

export type Box = (typeof boxes)[number];
/** What the list of work takes from its address. */
export interface WorkSearch extends ListSearch {
  readonly box?: Box;
  readonly due?: 'week' | 'overdue';
}

/** Its lines of the menu. */
export const workMenu: readonly MenuEntry[] = [
  { group: '工作', title: '工作台', to: '/', permission: 'signed-in', order: 10, words: '首页 待办 已办 抄送' },
  { group: '工作', title: '全部事项', to: '/work', permission: 'signed-in', order: 20, words: '待办 已办 我发起 抄送' },
  { group: '工作', title: '交办事项', to: '/give', permission: 'work.assign', order: 30, words: '任务 催办 派单' },
];

function workSearch(raw: Record<string, unknown>): WorkSearch {
  const box = boxes.find((each) => each === raw.box);
  const due = raw.due === 'week' || raw.due === 'overdue' ? raw.due : undefined;
  return { ...listSearch(raw), ...(box !== undefined && { box }), ...(due !== undefined && { due }) };
}

/** The pages of this slice, each loaded when it is first opened. */
export const workRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    validateSearch: workSearch,
    component: lazyRouteComponent(() => import('./list/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work/$workId',
    component: lazyRouteComponent(() => import('./item/item-page.tsx'), 'ItemPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/give',
    component: lazyRouteComponent(() => import('./give/give-page.tsx'), 'GivePage'),
  }),
];
