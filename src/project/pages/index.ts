import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { importSearch, normsSearch, oneSearch, pairsSearch, projectSearch } from './address.ts';

/** Its lines of the menu. */
export const projectMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '项目', to: '/projects', permission: 'project.read', order: 60 },
    words: '投资 开工 竣工 投产 储备 在建 包联 手续 重大项目 项目库',
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const projectRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/projects',
    validateSearch: projectSearch,
    component: lazyRouteComponent(() => import('./list/projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/new',
    component: lazyRouteComponent(() => import('./new/new-page.tsx'), 'NewProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/import',
    validateSearch: importSearch,
    component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/doubles',
    validateSearch: pairsSearch,
    component: lazyRouteComponent(() => import('./doubles/doubles-page.tsx'), 'DoublesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/norms',
    validateSearch: normsSearch,
    component: lazyRouteComponent(() => import('./norms/norms-page.tsx'), 'NormsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$projectId',
    validateSearch: oneSearch,
    component: lazyRouteComponent(() => import('./one/project-page.tsx'), 'ProjectPage'),
  }),
];
