import { atOnce, type Outcome, sendMail } from '../../../platform/outbound/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { readSettings } from '../store.ts';
import type { NoticeDeps } from './deps.ts';
import { loadHook, recordOf } from './hooks.ts';
import { messageIdOf, serverOf } from './mail-server.ts';
import { callSigned } from './try-delivery.ts';

/** Sends one mail by the present settings, whether they are switched on or not, and gives what came of it. */
export async function testMail(actor: Actor, to: string, deps: NoticeDeps): Promise<Outcome> {
  permit(actor, 'notice.settings');
  const { mail } = await readSettings(deps.db);
  const server = mail === null ? null : serverOf(mail, deps);
  if (mail === null) throw new RefusalError({ code: 'mail-off' });
  if (server === null) throw new RefusalError({ code: 'secret-lost' });
  const at = deps.clock.now();
  const outcome = await sendMail(
    server,
    {
      from: { name: mail.senderName, address: mail.senderAddress },
      to,
      subject: '经纬试发的邮件',
      text: '收到这封邮件，说明发信服务器设置正确。不必回复。\n',
      messageId: messageIdOf(deps.newId(), mail),
      at,
    },
    atOnce,
  );
  await recording(deps, actor, async (_db, note) => {
    const record = { kind: 'notice-settings', id: 'notice', name: '发信服务器' } as const;
    note({
      action: 'notice.test-mail',
      record,
      changes: [trialOf(outcome), { field: 'email', before: null, after: to }],
    });
  });
  return outcome;
}

/** Calls a web hook once with a body that says it is a trial, and gives what came of it. */
export async function testHook(actor: Actor, id: string, deps: NoticeDeps): Promise<Outcome> {
  permit(actor, 'notice.settings');
  const { privateHooks } = await readSettings(deps.db);
  const hook = await loadHook(deps.db, id);
  const deliveryId = deps.newId();
  const body = { delivery: deliveryId, kind: 'trial', title: '经纬试发的消息', at: deps.clock.now() };
  const outcome = await callSigned(hook, deliveryId, body, privateHooks, deps, atOnce);
  await recording(deps, actor, async (_db, note) =>
    note({ action: 'notice.test-hook', record: recordOf(hook), changes: [trialOf(outcome)] }),
  );
  return outcome;
}

const trialOf = (outcome: Outcome) => ({
  field: 'outcome',
  before: null,
  after: outcome.sent ? 'sent' : outcome.code,
});
