import { type DeliveryState, type NoticeKind, noticeKindIds, noticeKinds } from '../domain/index.ts';

export const kindNames = Object.fromEntries(noticeKindIds.map((kind) => [kind, noticeKinds[kind].name])) as Readonly<
  Record<NoticeKind, string>
>;
export const importanceNames = { normal: '一般', high: '重要' } as const;
export const channelNames = { mail: '邮件', hook: '网络钩子' } as const;

/** What the administrator reads of a delivery. */
export const stateNames: Readonly<Record<DeliveryState, string>> = {
  pending: '等待发送',
  sending: '正在发送',
  delivering: '正在送达',
  sent: '已送达',
  failed: '发送失败',
  uncertain: '不知是否送达',
  dropped: '不再发送',
};

export const securityNames = {
  tls: '从头加密（常用 465）',
  starttls: '先连后加密（常用 587）',
  none: '不加密（只在可信内网）',
} as const;
