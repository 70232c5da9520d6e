import type { Static } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { listAnswer } from '../../platform/http/list-query.ts';
import * as message from './contract/message.ts';
import * as outbox from './contract/outbox.ts';
import * as settings from './contract/settings.ts';

/** The notice API: one's own messages, and for the system administrator how e-mails and web hooks go out. */

export * from './contract/message.ts';
export * from './contract/outbox.ts';
export * from './contract/settings.ts';

const { DeliveryParams } = outbox;
const { HookParams, NoticeSettingsSchema } = settings;
const setting = { status: 200, permission: 'notice.settings', answer: NoticeSettingsSchema } as const;

export const noticeApi = {
  listMessages: endpoint({
    method: 'GET',
    path: '/messages',
    summary: '我的消息，最近的在前',
    status: 200,
    permission: 'signed-in',
    query: message.MessageQuery,
    answer: listAnswer(message.MessageSchema),
  }),
  /** Cheap: meant to be asked every half minute by every open page. */
  readUnread: endpoint({
    method: 'GET',
    path: '/messages/unread',
    summary: '我有几条未读消息',
    status: 200,
    permission: 'signed-in',
    answer: message.UnreadSchema,
  }),
  markRead: endpoint({
    method: 'POST',
    path: '/messages/read',
    summary: '把几条消息记为已读',
    status: 200,
    permission: 'signed-in',
    body: message.MarkRead,
    answer: message.UnreadSchema,
  }),
  markAllRead: endpoint({
    method: 'POST',
    path: '/messages/read-all',
    summary: '把全部消息记为已读',
    status: 200,
    permission: 'signed-in',
    answer: message.UnreadSchema,
  }),
  readPreferences: endpoint({
    method: 'GET',
    path: '/messages/preferences',
    summary: '哪些消息也发到我的邮箱',
    status: 200,
    permission: 'signed-in',
    answer: message.PreferencesSchema,
  }),
  setPreferences: endpoint({
    method: 'PUT',
    path: '/messages/preferences',
    summary: '设定哪些消息也发到我的邮箱',
    status: 200,
    permission: 'signed-in',
    body: message.SetPreferences,
    answer: message.PreferencesSchema,
  }),

  listDeliveries: endpoint({
    method: 'GET',
    path: '/outbox',
    summary: '发件箱：邮件和网络钩子各发到哪一步，不含消息内容',
    status: 200,
    permission: 'notice.settings',
    query: outbox.DeliveryQuery,
    answer: listAnswer(outbox.DeliverySchema),
  }),
  readOutboxState: endpoint({
    method: 'GET',
    path: '/outbox/state',
    summary: '发件箱里各有多少',
    status: 200,
    permission: 'notice.settings',
    answer: outbox.OutboxStateSchema,
  }),
  resendDelivery: endpoint({
    method: 'POST',
    path: '/outbox/:deliveryId/resend',
    summary: '重发失败或不确定的一件',
    status: 200,
    permission: 'notice.settings',
    params: DeliveryParams,
    answer: outbox.DeliverySchema,
  }),
  dropDelivery: endpoint({
    method: 'POST',
    path: '/outbox/:deliveryId/drop',
    summary: '不再发失败或不确定的一件',
    status: 200,
    permission: 'notice.settings',
    params: DeliveryParams,
    answer: outbox.DeliverySchema,
  }),

  readSettings: endpoint({ method: 'GET', path: '/notice-settings', summary: '消息发送设置', ...setting }),
  setGeneral: endpoint({
    method: 'PUT',
    path: '/notice-settings',
    summary: '设定邮件链接的开头和网络钩子的范围',
    body: settings.SetGeneral,
    ...setting,
  }),
  setMail: endpoint({
    method: 'PUT',
    path: '/notice-settings/mail',
    summary: '设定发信服务器',
    body: settings.SetMail,
    ...setting,
  }),
  testMail: endpoint({
    method: 'POST',
    path: '/notice-settings/mail/test',
    summary: '按现在的设置试发一封邮件',
    status: 200,
    permission: 'notice.settings',
    body: settings.TestMail,
    answer: settings.TrialSchema,
  }),
  addHook: endpoint({
    method: 'POST',
    path: '/notice-settings/hooks',
    summary: '加一个网络钩子',
    body: settings.AddHook,
    ...setting,
    status: 201,
  }),
  setHook: endpoint({
    method: 'PUT',
    path: '/notice-settings/hooks/:hookId',
    summary: '改一个网络钩子',
    params: HookParams,
    body: settings.SetHook,
    ...setting,
  }),
  removeHook: endpoint({
    method: 'DELETE',
    path: '/notice-settings/hooks/:hookId',
    summary: '去掉一个网络钩子',
    params: HookParams,
    ...setting,
  }),
  testHook: endpoint({
    method: 'POST',
    path: '/notice-settings/hooks/:hookId/test',
    summary: '试着呼叫一次网络钩子',
    status: 200,
    permission: 'notice.settings',
    params: HookParams,
    answer: settings.TrialSchema,
  }),
} as const;

export type MessageJson = Static<typeof message.MessageSchema>;
export type PreferencesJson = Static<typeof message.PreferencesSchema>;
export type DeliveryJson = Static<typeof outbox.DeliverySchema>;
export type OutboxStateJson = Static<typeof outbox.OutboxStateSchema>;
export type NoticeSettingsJson = Static<typeof settings.NoticeSettingsSchema>;
export type HookJson = Static<typeof settings.HookSchema>;
export type TrialJson = Static<typeof settings.TrialSchema>;
