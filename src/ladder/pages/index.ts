import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { FilePart } from '../../../platform/web/shell/file-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { pipelineSearch, titleSearch } from './address.ts';
import { selectionFileParts, selectionMenu, selectionRoutes } from './selection/index.ts';

/** Its lines of the menu. */
export const ladderMenu: readonly MenuEntry[] = [
  {
    ...{ group: '企业', title: '梯度培育', to: '/ladder', permission: 'enterprise.read', order: 50 },
    ...{ without: 'enterprise.ask', words: '称号 专精特新 小巨人 高企 单项冠军 规上 潜在名单 到期 复核 培育库' },
  },
  ...selectionMenu,
];

/** The pages of this slice, each loaded when it is first opened. */
export const ladderRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/ladder',
    validateSearch: pipelineSearch,
    component: lazyRouteComponent(() => import('./pipeline/overview-page.tsx'), 'PipelinePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ladder/$titleId',
    validateSearch: titleSearch,
    component: lazyRouteComponent(() => import('./pipeline/title-page.tsx'), 'TitlePage'),
  }),
  ...selectionRoutes(root),
];

/** What the ladder puts into the file of an enterprise. */
export const ladderFileParts: readonly FilePart[] = [
  {
    ...{ key: 'ladder', title: '按各称号的条件', order: 40, permission: 'enterprise.read', inside: 'titles' },
    Part: lazy(() => import('./file/file-part.tsx')),
  },
  ...selectionFileParts,
];
