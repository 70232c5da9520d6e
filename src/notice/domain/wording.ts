import { type NoticeKind, noticeKinds } from './kinds.ts';

/** An e-mail address that a page may show: `z***@linjiang.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
}

interface Told {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
}

/** Subject and text of the e-mail for a message. Without a base address the reader is sent to the product by name. */
export function mailOf({ kind, title, text, link }: Told, baseUrl: string | null): { subject: string; text: string } {
  const where =
    link === null ? '' : baseUrl === null ? '请登录经纬查看。' : `请打开：${baseUrl.replace(/\/+$/, '')}${link}`;
  const parts = [title, text, where, '—— 经纬（系统自动发出，请不要回复。可以在「消息」页设定哪些消息发到邮箱。）'];
  return {
    subject: `【${noticeKinds[kind].name}】${title}`,
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
  };
}
