import { callHook, type LetGo, type Outcome, sendMail, signatureFor } from '../../../platform/outbound/index.ts';
import { mailOf, waitBefore } from '../domain/index.ts';
import {
  addressOf,
  type Ended,
  endTry,
  readSaid,
  type StoredDelivery,
  type StoredHook,
  type StoredSettings,
  setDelivering,
} from '../store.ts';
import type { NoticeDeps } from './deps.ts';
import { messageIdOf, purposes, serverOf } from './mail-server.ts';

/** How things stand while a batch is sent. */
export interface Sending {
  readonly settings: StoredSettings;
  readonly hooks: readonly StoredHook[];
}

/**
 * Tries one claimed delivery. That it is `delivering` is committed just before its last bytes are let go, and they are
 * not when somebody else has taken it over; so after a crash everything that says `sending` certainly did not arrive.
 */
export async function tryDelivery(delivery: StoredDelivery, sending: Sending, deps: NoticeDeps): Promise<void> {
  const claim = delivery.claim ?? '';
  const letGo: LetGo = async () => {
    if (!(await setDelivering(deps.db, delivery.id, claim))) throw new Error('delivery taken over');
  };
  const outcome = await (delivery.channel === 'mail' ? mail : hook)(delivery, sending, deps, letGo);
  await endTry(deps.db, delivery.id, claim, ended(outcome, delivery.tries, deps));
}

/** What the outcome of the `tries`-th try means for the delivery. */
function ended(outcome: Outcome, tries: number, { clock, share }: NoticeDeps): Ended {
  const now = clock.now();
  if (outcome.sent) return { state: 'sent', sentAt: now, fault: null };
  const fault = { code: outcome.code, answer: outcome.answer };
  if (outcome.next === 'unknown') return { state: 'uncertain', fault };
  const wait = outcome.next === 'again' ? waitBefore(tries, share()) : null;
  if (wait === null) return { state: 'failed', fault };
  return { state: 'pending', nextAt: new Date(Date.parse(now) + wait * 1000).toISOString(), fault };
}

const not = (next: 'again' | 'never', code: string): Outcome => ({ sent: false, next, code, answer: null });

async function mail(delivery: StoredDelivery, { settings }: Sending, deps: NoticeDeps, letGo: LetGo): Promise<Outcome> {
  const stored = settings.mail;
  if (stored === null || !stored.on) return not('again', 'mail-off');
  const server = serverOf(stored, deps);
  if (server === null) return not('again', 'secret-lost');
  const to = await addressOf(deps.db, delivery.person_id ?? '');
  if (to === null) return not('never', 'mail-address-missing');
  const { said } = await readSaid(deps.db, delivery);
  const from = { name: stored.senderName, address: stored.senderAddress };
  const words = mailOf({ ...said, text: said.body }, settings.baseUrl ?? deps.publicUrl);
  return sendMail(server, { from, to, ...words, messageId: messageIdOf(delivery.id, stored), at: said.at }, letGo);
}

async function hook(
  delivery: StoredDelivery,
  { hooks, settings }: Sending,
  deps: NoticeDeps,
  letGo: LetGo,
): Promise<Outcome> {
  const called = hooks.find(({ id, active }) => id === delivery.hook_id && active);
  if (called === undefined) return not('never', 'hook-removed');
  const { said, readers } = await readSaid(deps.db, delivery);
  const { kind, importance, title, link, at } = said;
  const body = { delivery: delivery.id, kind, importance, title, link, at, readers };
  return callSigned(called, delivery.id, body, settings.privateHooks, deps, letGo);
}

/**
 * Calls a hook with a body of JSON. The headers name the delivery, the same in every try, and prove the sender and the
 * time. The text of the message is not in it: the receiver shows the title and sends the reader here.
 */
export async function callSigned(
  { url, algorithm, secret }: StoredHook,
  deliveryId: string,
  content: object,
  allowInside: boolean,
  { secrets, clock }: NoticeDeps,
  letGo: LetGo,
): Promise<Outcome> {
  const key = secrets.open(purposes.hook, secret);
  if (key === null) return not('again', 'secret-lost');
  const body = JSON.stringify(content);
  const time = clock.now();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'jingwei',
    'x-jingwei-delivery': deliveryId,
    'x-jingwei-time': time,
    'x-jingwei-signature': signatureFor(algorithm, key, time, body),
  };
  return callHook({ url, headers, body, allowInside }, letGo);
}
