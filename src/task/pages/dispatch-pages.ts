import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import { cycleSearch, settingsSearch, urgingSearch } from './cycle/address.ts';

/** The pages of dispatches, and their lines of the menu. */
export const dispatchMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '调度', to: '/dispatch', permission: 'task.read', order: 30 },
    words: '月调度 季督查 年交账 填报 截止 冻结 名次 按时率 通报数',
  },
  {
    ...{ group: '调度', title: '催办督办', to: '/dispatch/urging', permission: 'task.dispatch', order: 31 },
    words: '催办 督办函 报链长 复函 文号',
  },
  {
    ...{ group: '调度', title: '调度设置', to: '/dispatch/settings', permission: 'task.dispatch', order: 32 },
    words: '亮灯规则 催办规则 调度日期 代字 工作日',
  },
];

export const dispatchPages = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/dispatch',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./cycle/cycles-page.tsx'), 'CyclesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/dispatch/urging',
    validateSearch: urgingSearch,
    component: lazyRouteComponent(() => import('./cycle/urging-page.tsx'), 'UrgingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/dispatch/settings',
    validateSearch: settingsSearch,
    component: lazyRouteComponent(() => import('./cycle/settings-page.tsx'), 'DispatchSettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/dispatch/$cycleId',
    validateSearch: cycleSearch,
    component: lazyRouteComponent(() => import('./cycle/cycle-page.tsx'), 'CyclePage'),
  }),
];
