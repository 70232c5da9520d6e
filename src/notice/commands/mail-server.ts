import type { MailServer } from '../../../platform/outbound/index.ts';
import type { StoredMail } from '../store.ts';
import type { NoticeDeps } from './deps.ts';

/** What secrets of this slice are sealed for. */
export const purposes = { mail: 'notice mail password', hook: 'notice hook secret' } as const;

/** The mail server with its password; null when the password was sealed by another installation's key. */
export function serverOf(mail: StoredMail, { secrets }: NoticeDeps): MailServer | null {
  const { host, port, security, user } = mail;
  if (user === '') return { host, port, security, login: null };
  const password = mail.password === null ? '' : secrets.open(purposes.mail, mail.password);
  return password === null ? null : { host, port, security, login: { user, password } };
}

/** Names a mail the same way in every try (RFC 5322). */
export const messageIdOf = (deliveryId: string, { senderAddress }: StoredMail): string =>
  `<${deliveryId}@${senderAddress.slice(senderAddress.lastIndexOf('@') + 1)}>`;
