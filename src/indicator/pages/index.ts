import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { DeskPart } from '../../../platform/web/shell/desk-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { sheetsSearch } from './collection/address.ts';
import { boardSearch } from './collection/progress/board.ts';
import { readingDesk, readingMenu, readingPages } from './reading/pages.ts';
import { loadSearch, plansSearch } from './target/load/address.ts';
import { limitsSearch, warningSearch } from './watch/address.ts';

export type IndicatorListSearch = ListSearch;

/** What it puts on the first page of some roles. */
export const indicatorDesk: readonly DeskPart[] = readingDesk;

/** Its lines of the menu. */
export const indicatorMenu: readonly MenuEntry[] = [
  ...readingMenu,
  {
    ...{ group: '指标', title: '填报', to: '/sheets', permission: 'indicator.read', order: 20 },
    words: '报送 月报 季报 年报 审核 退回 催报',
  },
  {
    ...{ group: '指标', title: '预警', to: '/warnings', permission: 'indicator.read', order: 70 },
    words: '落后 逾期 异常 红灯 核对 照抄 提醒',
  },
  {
    ...{ group: '指标', title: '填报进度', to: '/progress', permission: 'indicator.read', order: 35 },
    words: '完成情况 逾期 催报 延期 谁没报',
  },
  {
    ...{ group: '指标', title: '填报表', to: '/forms', permission: 'indicator.read', order: 40 },
    words: '报表 制度 表式 指标 单位 审核关系',
  },
  {
    ...{ group: '指标', title: '填报名录', to: '/roster', permission: 'indicator.read', order: 45 },
    words: '企业 名单 规上 统计 单位',
  },
  {
    ...{ group: '指标', title: '目标分解', to: '/targets', permission: 'indicator.read', order: 50 },
    words: '下达 分配 加码 调整 载入 年度目标',
  },
  {
    ...{ group: '指标', title: '指标目录', to: '/indicators', permission: 'indicator.read', order: 90 },
    words: '口径 定义 单位 统计',
  },
  {
    ...{ group: '指标', title: '接口令牌', to: '/machines', permission: 'indicator.define', order: 95 },
    words: 'API 接口 系统对接 机器',
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const indicatorRoutes = <R extends AnyRoute>(root: R) => [
  ...readingPages(root),
  createRoute({
    getParentRoute: () => root,
    path: '/sheets',
    validateSearch: sheetsSearch,
    component: lazyRouteComponent(() => import('./collection/sheets-page.tsx'), 'SheetsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sheets/$sheetId',
    component: lazyRouteComponent(() => import('./sheet/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings',
    validateSearch: warningSearch,
    component: lazyRouteComponent(() => import('./watch/warnings-page.tsx'), 'WarningsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings/limits',
    validateSearch: limitsSearch,
    component: lazyRouteComponent(() => import('./watch/limits-page.tsx'), 'LimitsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings/$warningId',
    component: lazyRouteComponent(() => import('./watch/warning-page.tsx'), 'WarningPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/progress',
    component: lazyRouteComponent(() => import('./collection/progress/boards-page.tsx'), 'BoardsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./collection/form/forms-page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/new',
    component: lazyRouteComponent(() => import('./collection/form/form-page.tsx'), 'NewFormPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/$formId',
    component: lazyRouteComponent(() => import('./collection/form/form-page.tsx'), 'FormPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/$formId/progress',
    validateSearch: boardSearch,
    component: lazyRouteComponent(() => import('./collection/progress/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/roster',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./collection/roster/roster-page.tsx'), 'RosterPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/machines',
    component: lazyRouteComponent(() => import('./collection/machine/machines-page.tsx'), 'MachinesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./target/targets-page.tsx'), 'TargetsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/load',
    validateSearch: plansSearch,
    component: lazyRouteComponent(() => import('./target/load/plans-page.tsx'), 'LoadPlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/load/$planId',
    validateSearch: loadSearch,
    component: lazyRouteComponent(() => import('./target/load/load-page.tsx'), 'LoadPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/$targetId',
    component: lazyRouteComponent(() => import('./target/one/target-page.tsx'), 'TargetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'IndicatorsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators/$indicatorId',
    component: lazyRouteComponent(() => import('./library/indicator-page.tsx'), 'IndicatorPage'),
  }),
];
