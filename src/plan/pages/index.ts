import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

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
export interface LibrarySearch {
  readonly text?: string;
  readonly status?: string;
  readonly page?: number;
}

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
    path: '/',
    validateSearch: (search: Record<string, unknown>): LibrarySearch =>
      given({ text: words(search.text), status: words(search.status), page: whole(search.page) }),
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
