import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { compareSearch, enterpriseListSearch, fileSearch, requestSearch } from './address.ts';
import { pairsSearch } from './doubles/address.ts';

/** Its lines of the menu. */
export const enterpriseMenu: readonly MenuEntry[] = [
  {
    ...{ group: '企业', title: '本企业', to: '/my-enterprise', permission: 'enterprise.ask', order: 5 },
    words: '我的档案 变更 申请 称号 能拿什么',
  },
  {
    ...{ group: '企业', title: '企业名录', to: '/enterprises', permission: 'enterprise.read', order: 10 },
    ...{ without: 'enterprise.ask', words: '一企一档 信用代码 登记 称号 规上 专精特新 对比' },
  },
  {
    ...{ group: '企业', title: '疑似重复', to: '/enterprises/doubles', permission: 'enterprise.review', order: 20 },
    words: '重复 合并 查重 同一户',
  },
  {
    ...{ group: '企业', title: '导入', to: '/enterprises/imports', permission: 'enterprise.keep', order: 30 },
    words: '导入企业 名单 CSV Excel 批量',
  },
  {
    ...{ group: '企业', title: '变更申请', to: '/enterprises/requests', permission: 'enterprise.read', order: 40 },
    ...{ without: 'enterprise.ask', words: '核定 改名 搬迁 企业申请' },
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const enterpriseRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises',
    validateSearch: enterpriseListSearch,
    component: lazyRouteComponent(() => import('./list/enterprises-page.tsx'), 'EnterprisesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/new',
    component: lazyRouteComponent(() => import('./edit/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/compare',
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/doubles',
    validateSearch: pairsSearch,
    component: lazyRouteComponent(() => import('./doubles/doubles-page.tsx'), 'DoublesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/imports',
    component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/$enterpriseId',
    validateSearch: fileSearch,
    component: lazyRouteComponent(() => import('./file/enterprise-page.tsx'), 'EnterprisePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/$enterpriseId/profile',
    component: lazyRouteComponent(() => import('./profile/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/my-enterprise',
    validateSearch: fileSearch,
    component: lazyRouteComponent(() => import('./own/own-page.tsx'), 'OwnPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/requests',
    validateSearch: requestSearch,
    component: lazyRouteComponent(() => import('./request/requests-page.tsx'), 'RequestsPage'),
  }),
];
