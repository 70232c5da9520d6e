import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { FilePart } from '../../../platform/web/shell/file-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import { chainSearch, chainsSearch } from './address.ts';
import { chainMapSearch } from './map/address.ts';

/** Its line of the menu. */
export const chainMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '产业链', to: '/chains', permission: 'chain.read', order: 70 },
    words: '链长 牵头单位 推进会 调研 四图五清单 协会',
  },
  {
    ...{ group: '调度', title: '产业链图谱', to: '/chain-map', permission: 'chain.read', order: 75 },
    words: '环节 上游 下游 断点 堵点 补链 强链 招商 供给率',
  },
];

/** What it puts into the file of an enterprise. */
export const chainFileParts: readonly FilePart[] = [
  {
    ...{ key: 'chain-place', title: '在产业链中的位置', order: 30, permission: 'enterprise.read' },
    Part: lazy(() => import('./map/panel/place-part.tsx').then(({ PlacePart }) => ({ default: PlacePart }))),
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const chainRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/chains',
    validateSearch: chainsSearch,
    component: lazyRouteComponent(() => import('./list/chains-page.tsx'), 'ChainsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/chain-map',
    validateSearch: chainMapSearch,
    component: lazyRouteComponent(() => import('./map/map-page.tsx'), 'ChainMapPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/chains/$chainId/maps/$mapId',
    component: lazyRouteComponent(() => import('./made/made-page.tsx'), 'MadeMapPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/chains/$chainId',
    validateSearch: chainSearch,
    component: lazyRouteComponent(() => import('./file/chain-page.tsx'), 'ChainPage'),
  }),
];
