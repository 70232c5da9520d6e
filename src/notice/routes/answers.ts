import type { Static } from 'typebox';
import type { ReadonlyDeep } from '../../../platform/http/types.ts';
import { say } from '../../../platform/messages/index.ts';
import type { Outcome } from '../../../platform/outbound/index.ts';
import type { NoticeSettings } from '../commands/settings.ts';
import type { DeliverySchema, MessageSchema, NoticeSettingsSchema, TrialSchema } from '../contract.ts';
import type { StoredDelivery, StoredMessage } from '../store.ts';

/** What the commands give, as the contract says it to the world. */

export const messageAnswer = (row: StoredMessage): ReadonlyDeep<Static<typeof MessageSchema>> => ({
  id: row.notice_id,
  kind: row.kind,
  importance: row.importance,
  title: row.title,
  text: row.body,
  link: row.link,
  origin:
    row.origin_slice === null || row.origin_kind === null || row.origin_id === null
      ? null
      : { slice: row.origin_slice, kind: row.origin_kind, id: row.origin_id },
  at: row.at,
  readAt: row.read_at,
});

export const deliveryAnswer = (row: StoredDelivery): ReadonlyDeep<Static<typeof DeliverySchema>> => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  target: row.target,
  state: row.state,
  tries: row.tries,
  createdAt: row.created_at,
  nextAt: row.state === 'pending' ? row.next_at : null,
  sentAt: row.sent_at,
  fault:
    row.fault_code === null
      ? null
      : { code: row.fault_code, message: say({ code: row.fault_code }), answer: row.fault_answer },
});

/** Without passwords and secrets: only that there are some. */
export function settingsAnswer(settings: NoticeSettings): ReadonlyDeep<Static<typeof NoticeSettingsSchema>> {
  const { revision, mail, baseUrl, publicUrl, privateHooks, hooks } = settings;
  return {
    revision,
    mail: mail === null ? null : mailAnswer(mail),
    baseUrl,
    publicUrl,
    privateHooks,
    hooks: hooks.map(({ id, name, url, algorithm, kinds, active }) => ({
      id,
      name,
      url,
      algorithm,
      kinds,
      on: active,
    })),
  };
}

const mailAnswer = ({ password, ...mail }: NonNullable<NoticeSettings['mail']>) => ({
  ...mail,
  hasPassword: password !== null,
});

export const trialAnswer = (outcome: Outcome): Static<typeof TrialSchema> =>
  outcome.sent
    ? { done: true, message: '已经送到对方服务器。', answer: outcome.answer }
    : { done: false, message: say({ code: outcome.code }), answer: outcome.answer };
