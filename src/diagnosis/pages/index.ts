import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { FilePart } from '../../../platform/web/shell/file-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { diagnosesSearch, fillSearch } from './address.ts';

/** Its line of the menu. */
export const diagnosisMenu: readonly MenuEntry[] = [
  {
    ...{ group: '企业', title: '数字化诊断', to: '/diagnoses', permission: 'enterprise.read', order: 70 },
    words: '评测 自评 核验 等级 问卷 全覆盖 服务商 数字化水平',
  },
];

/** What it puts into the file of an enterprise. */
export const diagnosisFileParts: readonly FilePart[] = [
  {
    ...{ key: 'diagnosis', title: '数字化诊断', order: 80, permission: 'enterprise.read' },
    Part: lazy(() => import('./parts/file-part.tsx')),
  },
];

/** The pages of this slice, each loaded when it is first opened. */
export const diagnosisRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/diagnoses',
    validateSearch: diagnosesSearch,
    component: lazyRouteComponent(() => import('./list/diagnoses-page.tsx'), 'DiagnosesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/diagnosis-rounds/$campaignId',
    component: lazyRouteComponent(() => import('./rounds/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/$enterpriseId/diagnosis',
    component: lazyRouteComponent(() => import('./parts/prospect-page.tsx'), 'ProspectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/diagnoses/$diagnosisId',
    validateSearch: fillSearch,
    component: lazyRouteComponent(() => import('./fill/fill-page.tsx'), 'FillPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/diagnoses/$diagnosisId/result',
    component: lazyRouteComponent(() => import('./result/result-page.tsx'), 'ResultPage'),
  }),
];
