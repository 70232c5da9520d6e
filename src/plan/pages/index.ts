import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** What the workbench takes from its address. */
export interface WorkbenchSearch {
  /** A published edition instead of the draft. */
  readonly edition?: number;
  /** Item or finding that is looked at first. */
  readonly at?: string;
}
export interface DiffSearch {
  readonly from?: number;
  /** Left out: the draft. */
  readonly to?: number;
}

/** Its lines of the menu. */
export const planMenu: readonly MenuEntry[] = [
  { group: '方案', title: '方案清单', to: '/plans', permission: 'plan.read', order: 10, words: '行动方案 导入 公文' },
  { group: '方案', title: '体检规则', to: '/rules', permission: 'plan.read', order: 90, words: '公文体检' },
];

const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};
const words = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
};
/** Without the fields that are not there, so that addresses stay short. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** The pages of this slice, each loaded when it is first opened. */
export const planRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/plans',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans/$planId',
    validateSearch: (search: Record<string, unknown>): WorkbenchSearch =>
      given({ edition: whole(search.edition), at: words(search.at) }),
    component: lazyRouteComponent(() => import('./workbench/workbench-page.tsx'), 'WorkbenchPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans/$planId/diff',
    validateSearch: (search: Record<string, unknown>): DiffSearch =>
      given({ from: whole(search.from), to: whole(search.to) }),
    component: lazyRouteComponent(() => import('./diff/diff-page.tsx'), 'DiffPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules',
    component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules/$rule',
    component: lazyRouteComponent(() => import('./rules/rule-page.tsx'), 'RulePage'),
  }),
];
