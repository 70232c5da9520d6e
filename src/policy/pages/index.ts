import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';

/** The day that is asked about; left out: today. */
export interface DaySearch {
  readonly on?: string;
}
/** What the library takes from its address. */
export interface LibrarySearch extends ListSearch, DaySearch {
  /** Whole documents instead of single clauses. */
  readonly by?: 'document';
}
export interface ConflictSearch extends ListSearch, DaySearch {}

/** Which policy is tried; left out: none was chosen yet. */
export interface SandboxSearch extends DaySearch {
  readonly policy?: string;
}

/** Its lines of the menu. */
export const policyMenu: readonly MenuEntry[] = [
  {
    ...{ group: '政策', title: '政策库', to: '/policies', permission: 'policy.read', order: 10 },
    words: '奖补 条款 惠企 补贴 受理',
  },
  {
    ...{ group: '政策', title: '我能拿什么', to: '/entitlements', permission: 'signed-in', order: 20 },
    words: '奖补 补贴 申报 资格 差多少 惠企 便民',
  },
  {
    ...{ group: '政策', title: '试算', to: '/sandbox', permission: 'policy.try', order: 30 },
    words: '沙盘 测算 预算 断崖 漏斗 得失 财政',
  },
  {
    ...{ group: '政策', title: '政策冲突', to: '/policy-conflicts', permission: 'policy.conflicts', order: 40 },
    words: '重复 矛盾 断档 冲突报告',
  },
];

const day = ({ on }: Record<string, unknown>): DaySearch =>
  typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(on) ? { on } : {};

const librarySearch = (raw: Record<string, unknown>): LibrarySearch => ({
  ...listSearch(raw),
  ...day(raw),
  ...(raw.by === 'document' && { by: 'document' as const }),
});
const conflictSearch = (raw: Record<string, unknown>): ConflictSearch => ({ ...listSearch(raw), ...day(raw) });

const sandboxSearch = ({ policy, ...raw }: Record<string, unknown>): SandboxSearch => ({
  ...day(raw),
  ...(typeof policy === 'string' && /^[a-z0-9.-]{1,60}$/u.test(policy) && { policy }),
});

/** What follows from the facts of an enterprise, for its file. */
export const policyEntitlementView = lazy(async () => ({
  default: (await import('./entitlements/entitlement-view.tsx')).EntitlementView,
}));

/** The pages of this slice, each loaded when it is first opened. */
export const policyRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/policies',
    validateSearch: librarySearch,
    component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policies/$policyId',
    validateSearch: day,
    component: lazyRouteComponent(() => import('./document/policy-page.tsx'), 'PolicyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policies/$policyId/$clauseId',
    validateSearch: day,
    component: lazyRouteComponent(() => import('./clause/clause-page.tsx'), 'ClausePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policy-conflicts',
    validateSearch: conflictSearch,
    component: lazyRouteComponent(() => import('./conflicts/conflicts-page.tsx'), 'ConflictsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/entitlements',
    component: lazyRouteComponent(() => import('./entitlements/entitlements-page.tsx'), 'EntitlementsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/public/entitlements',
    staticData: { bare: true },
    component: lazyRouteComponent(() => import('./entitlements/public-page.tsx'), 'PublicEntitlementsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sandbox',
    validateSearch: sandboxSearch,
    component: lazyRouteComponent(() => import('./sandbox/sandbox-page.tsx'), 'SandboxPage'),
  }),
];
