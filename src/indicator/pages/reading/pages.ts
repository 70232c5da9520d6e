import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { DeskPart } from '../../../../platform/web/shell/desk-parts.ts';
import type { MenuEntry } from '../../../../platform/web/shell/menu.ts';
import { cellSearch } from '../cell/address.ts';
import { regionMapSearch } from '../map/address.ts';
import { matrixSearch } from '../matrix/address.ts';
import { pivotSearch } from '../pivot/address.ts';

/** Lines of the menu for whoever reads figures. */
export const readingMenu: readonly MenuEntry[] = [
  {
    ...{ group: '指标', title: '经纬矩阵', to: '/matrix', permission: 'indicator.read', order: 10 },
    words: '链长 进度 完成率 差距 目标 亮灯',
  },
  {
    ...{ group: '指标', title: '分析', to: '/analysis', permission: 'indicator.read', order: 60 },
    words: '透视表 同比 环比 累计 占比 位次 排名 图 地图 导出',
  },
  {
    ...{ group: '指标', title: '报表', to: '/reports', permission: 'indicator.read', order: 75 },
    words: '保存 共享 订阅 定时 下载',
  },
  {
    ...{ group: '指标', title: '地区地图', to: '/region-map', permission: 'indicator.define', order: 95 },
    words: 'GeoJSON 边界 上传地图 换地图',
  },
];

/** A chain chief begins with the matrix. */
export const readingDesk: readonly DeskPart[] = [
  {
    ...{ key: 'matrix', roles: ['chain-chief'], permission: 'indicator.read' },
    Part: lazy(async () => ({ default: (await import('../matrix/matrix-desk.tsx')).MatrixDesk })),
  },
];

/** Their pages, each loaded when it is first opened. */
export const readingPages = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/matrix',
    validateSearch: matrixSearch,
    component: lazyRouteComponent(() => import('../matrix/matrix-page.tsx'), 'MatrixPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cells',
    validateSearch: cellSearch,
    component: lazyRouteComponent(() => import('../cell/cell-page.tsx'), 'CellPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/analysis',
    validateSearch: pivotSearch,
    component: lazyRouteComponent(() => import('../pivot/pivot-page.tsx'), 'PivotPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$reportId',
    component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/region-map',
    validateSearch: regionMapSearch,
    component: lazyRouteComponent(() => import('../map/region-map-page.tsx'), 'RegionMapPage'),
  }),
];
