import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import { tasksSearch } from './list/address.ts';
import { reportSearch } from './report/address.ts';

/** The pages of tasks, and their lines of the menu. */
export const taskMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '任务', to: '/tasks', permission: 'task.read', order: 20 },
    words: '看板 甘特 日历 清单 台账 责任单位 销号 红灯 超期 签收 进展',
  },
];

export const taskPages = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: tasksSearch,
    component: lazyRouteComponent(() => import('./list/tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks/new',
    component: lazyRouteComponent(() => import('./task/new-page.tsx'), 'NewTaskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks/$taskId',
    component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks/$taskId/report',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
  }),
];
