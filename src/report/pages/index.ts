import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { bulletinsSearch, editSearch, fieldsSearch, newSearch } from './address.ts';

/** Its lines of the menu. */
export const reportMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '通报简报', to: '/bulletins', permission: 'report.read', order: 80 },
    words: '通报 简报 台账 责任清单 督办函 文号 签发 归档 公文',
  },
  {
    ...{ group: '调度', title: '文稿模板', to: '/bulletins/templates', permission: 'report.write', order: 90 },
    words: '模板 字段 Word 格式',
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const reportRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/bulletins',
    validateSearch: bulletinsSearch,
    component: lazyRouteComponent(() => import('./list/bulletins-page.tsx'), 'BulletinsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bulletins/new',
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./new/new-page.tsx'), 'NewBulletinPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bulletins/templates',
    validateSearch: fieldsSearch,
    component: lazyRouteComponent(() => import('./template/templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bulletins/$bulletinId',
    component: lazyRouteComponent(() => import('./paper/paper-page.tsx'), 'PaperPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bulletins/$bulletinId/edit',
    validateSearch: editSearch,
    component: lazyRouteComponent(() => import('./edit/edit-page.tsx'), 'EditPage'),
  }),
];
