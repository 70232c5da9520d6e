import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** Its line of the menu. */
export const auditMenu: readonly MenuEntry[] = [
  {
    ...{ group: '审计', title: '审计日志', to: '/admin/audit', permission: 'audit.read', order: 10 },
    words: '操作记录 核验 留痕',
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const auditRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/audit',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./log/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/audit/$seq',
    component: lazyRouteComponent(() => import('./entry/entry-page.tsx'), 'EntryPage'),
  }),
];
