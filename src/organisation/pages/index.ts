import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** Its lines of the menu. */
export const organisationMenu: readonly MenuEntry[] = [
  {
    group: '机构',
    title: '组织机构',
    to: '/admin/organisation',
    permission: 'organisation.read',
    order: 10,
    words: '单位 地区 部门 乡镇 园区 企业',
  },
  {
    group: '机构',
    title: '人员和岗位',
    to: '/admin/people',
    permission: 'organisation.read',
    order: 20,
    words: '通讯录 任职',
  },
  { group: '机构', title: '产业链', to: '/admin/chains', permission: 'organisation.read', order: 30, words: '链' },
  {
    group: '机构',
    title: '导入导出',
    to: '/admin/organisation/import',
    permission: 'organisation.write',
    order: 40,
    words: 'Excel 模板 撤销',
  },
  { group: '机构', title: '委托', to: '/delegations', permission: 'signed-in', order: 50, words: '代理 出差' },
  {
    group: '安全',
    title: '岗位授权',
    to: '/admin/grants',
    permission: 'access.read',
    order: 10,
    words: '权限 确认 收回',
  },
  { group: '安全', title: '角色', to: '/admin/roles', permission: 'access.read', order: 20, words: '权限' },
];

/** A list, and the record that is open over it. */
export interface UnitsSearch extends ListSearch {
  readonly unit?: string;
}
export interface PeopleSearch extends ListSearch {
  readonly at?: string;
}
const open = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The pages of this slice, each loaded when it is first opened. */
export const organisationRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/organisation',
    validateSearch: (raw: Record<string, unknown>): UnitsSearch => {
      const unit = open(raw.unit);
      return { ...listSearch(raw), ...(unit !== undefined && { unit }) };
    },
    component: lazyRouteComponent(() => import('./units/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/organisation/import',
    component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/people',
    validateSearch: (raw: Record<string, unknown>): PeopleSearch => {
      const at = open(raw.at);
      return { ...listSearch(raw), ...(at !== undefined && { at }) };
    },
    component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/chains',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./chains/chains-page.tsx'), 'ChainsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/grants',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./grants/grants-page.tsx'), 'GrantsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/roles',
    component: lazyRouteComponent(() => import('./roles/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/delegations',
    component: lazyRouteComponent(() => import('./delegations/delegations-page.tsx'), 'DelegationsPage'),
  }),
];
