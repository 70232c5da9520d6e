import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { cellSearch } from './cell/address.ts';
import { sheetsSearch } from './collection/address.ts';
import { matrixSearch } from './matrix/address.ts';

export type IndicatorListSearch = ListSearch;

/** Its lines of the menu. */
export const indicatorMenu: readonly MenuEntry[] = [
  {
    ...{ group: '指标', title: '经纬矩阵', to: '/matrix', permission: 'indicator.read', order: 10 },
    words: '链长 进度 完成率 差距 目标 亮灯',
  },
  {
    ...{ group: '指标', title: '填报', to: '/sheets', permission: 'indicator.read', order: 20 },
    words: '报送 月报 季报 年报 审核 退回 催报',
  },
  {
    ...{ group: '指标', title: '指标目录', to: '/indicators', permission: 'indicator.read', order: 90 },
    words: '口径 定义 单位 统计',
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const indicatorRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/matrix',
    validateSearch: matrixSearch,
    component: lazyRouteComponent(() => import('./matrix/matrix-page.tsx'), 'MatrixPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cells',
    validateSearch: cellSearch,
    component: lazyRouteComponent(() => import('./cell/cell-page.tsx'), 'CellPage'),
  }),
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
