import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
    path: '/chains/$chainId',
    validateSearch: chainSearch,
    component: lazyRouteComponent(() => import('./file/chain-page.tsx'), 'ChainPage'),
  }),
];
