import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { FilePart } from '../../../../platform/web/shell/file-parts.ts';
import type { MenuEntry } from '../../../../platform/web/shell/menu.ts';
import '../../../../platform/web/shell/static-data.ts';
import { roundSearch, roundsSearch } from './address.ts';

/** Its lines of the menu: who runs rounds or looks at them, and who scores. */
export const selectionMenu: readonly MenuEntry[] = [
  {
    ...{ group: '企业', title: '遴选', to: '/selection-rounds', permission: 'enterprise.read', order: 60 },
    words: '链主 遴选 申报 评分 专家 公示 名单 动态退出 复核 异议',
  },
  {
    ...{ group: '企业', title: '专家评分', to: '/selection-sheets', permission: 'ladder.score', order: 61 },
    words: '遴选 打分 回避',
  },
];

/** What it puts into the file of an enterprise. */
export const selectionFileParts: readonly FilePart[] = [
  {
    ...{ key: 'selection', title: '申报遴选', order: 45, permission: 'enterprise.read' },
    Part: lazy(() => import('./file-part.tsx')),
  },
];

/** The pages of selection rounds, each loaded when it is first opened. */
export const selectionRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/selection-rounds',
    validateSearch: roundsSearch,
    component: lazyRouteComponent(() => import('./rounds-page.tsx'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/selection-rounds/new',
    component: lazyRouteComponent(() => import('./form/new-page.tsx'), 'NewRoundPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/selection-rounds/$roundId',
    validateSearch: roundSearch,
    component: lazyRouteComponent(() => import('./round/round-page.tsx'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/selection-rounds/$roundId/edit',
    component: lazyRouteComponent(() => import('./form/edit-page.tsx'), 'EditRoundPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/selection-sheets',
    component: lazyRouteComponent(() => import('./sheets-page.tsx'), 'SheetsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/$enterpriseId/selections',
    component: lazyRouteComponent(() => import('./prospects-page.tsx'), 'ProspectsPage'),
  }),
];
