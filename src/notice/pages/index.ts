import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** What the list of messages takes from its address. */
export interface MessageSearch extends ListSearch {
  /** The message that is looked at. */
  readonly at?: string;
  readonly unread?: true;
}

/** Its lines of the menu. */
export const noticeMenu: readonly MenuEntry[] = [
  { group: '工作', title: '消息', to: '/messages', permission: 'signed-in', order: 40, words: '通知 提醒 未读 邮件' },
  {
    ...{ group: '系统', title: '消息发送', to: '/admin/notice', permission: 'notice.settings', order: 50 },
    words: '邮件 SMTP 网络钩子 webhook',
  },
  {
    ...{ group: '系统', title: '发件箱', to: '/admin/outbox', permission: 'notice.settings', order: 60 },
    words: '邮件 重发 失败',
  },
];

const messageSearch = (raw: Record<string, unknown>): MessageSearch => ({
  ...listSearch(raw),
  ...(typeof raw.at === 'string' && raw.at !== '' && { at: raw.at }),
  ...(raw.unread === true && { unread: true }),
});

/** The pages of this slice, each loaded when it is first opened. */
export const noticeRoutes = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/messages',
    validateSearch: messageSearch,
    component: lazyRouteComponent(() => import('./messages/messages-page.tsx'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/messages/mail',
    component: lazyRouteComponent(() => import('./messages/preferences-page.tsx'), 'PreferencesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/notice',
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/outbox',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./outbox/outbox-page.tsx'), 'OutboxPage'),
  }),
];
