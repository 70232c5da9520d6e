import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import {
  appealListSearch,
  compareSearch,
  enterpriseListSearch,
  fileSearch,
  promiseSearch,
  requestSearch,
} from './address.ts';
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
    ...{ group: '企业', title: '导入奖补', to: '/enterprises/grants', permission: 'enterprise.keep', order: 35 },
    words: '拿到过什么 奖补清单 兑现 拨付 批量',
  },
  {
    ...{ group: '企业', title: '变更申请', to: '/enterprises/requests', permission: 'enterprise.read', order: 40 },
    ...{ without: 'enterprise.ask', words: '核定 改名 搬迁 企业申请' },
  },
  {
    ...{ group: '企业', title: '企业诉求', to: '/enterprises/appeals', permission: 'enterprise.read', order: 45 },
    words: '困难 问题 求助 帮扶 分办 答复 满意 用工 用地 融资',
  },
  {
    ...{ group: '企业', title: '双方承诺', to: '/enterprises/promises', permission: 'enterprise.read', order: 46 },
    ...{ without: 'enterprise.ask', words: '招商协议 兑现 逾期 投资 产值 税收 就业 土地 奖补' },
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
    path: '/enterprises/grants',
    component: lazyRouteComponent(() => import('./grants/import-page.tsx'), 'GrantsImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/promises',
    validateSearch: promiseSearch,
    component: lazyRouteComponent(() => import('./promises/promises-page.tsx'), 'PromisesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/appeals',
    validateSearch: appealListSearch,
    component: lazyRouteComponent(() => import('./appeals/appeals-page.tsx'), 'AppealsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/appeals/$appealId',
    component: lazyRouteComponent(() => import('./appeals/appeal-page.tsx'), 'AppealPage'),
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
