import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';

export interface LoginSearch {
  /** Page of ours to go on to. */
  readonly next?: string;
  /** Why single sign-on did not let somebody in: a code of a refusal. */
  readonly refused?: string;
}

/** Its lines of the menu; one's own account is in the menu of the person. */
export const accountMenu: readonly MenuEntry[] = [
  {
    ...{ group: '安全', title: '账号', to: '/admin/accounts', permission: 'account.read', order: 20 },
    words: '用户 登录 密码 锁定 停用 动态口令 一次性链接',
  },
];

const words = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The pages of this slice, each loaded when it is first opened. */
export const accountRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/login',
    staticData: { bare: true },
    validateSearch: (search: Record<string, unknown>): LoginSearch => {
      const [next, refused] = [words(search.next), words(search.refused)];
      return { ...(next !== undefined && { next }), ...(refused !== undefined && { refused }) };
    },
    component: lazyRouteComponent(() => import('./entry/login-page.tsx'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    staticData: { bare: true },
    component: lazyRouteComponent(() => import('./entry/welcome-page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me',
    component: lazyRouteComponent(() => import('./me/me-page.tsx'), 'MePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/accounts',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./accounts/accounts-page.tsx'), 'AccountsPage'),
  }),
];
