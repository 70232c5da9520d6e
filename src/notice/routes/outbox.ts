import type { FastifyInstance } from 'fastify';
import { listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import type { NoticeDeps } from '../commands/deps.ts';
import { addHook, type HookGiven, removeHook, setHook } from '../commands/hooks.ts';
import { decideDelivery, listOutbox, outboxState } from '../commands/outbox.ts';
import { readSettings, setGeneral, setMail } from '../commands/settings.ts';
import { testHook, testMail } from '../commands/trial.ts';
import { deliveryFields, noticeApi } from '../contract.ts';
import { deliveryAnswer, settingsAnswer, trialAnswer } from './answers.ts';

/** How messages leave the house, for the system administrator. */
export function outboxRoutes(app: FastifyInstance, deps: NoticeDeps): void {
  serve(app, noticeApi.listDeliveries, async ({ actor, query }) => {
    const request = listRequest(deliveryFields, query);
    const { rows, total, capped } = await listOutbox(actor, request, deps);
    return { rows: rows.map(deliveryAnswer), total, capped, page: request.page, pageSize: request.pageSize };
  });
  serve(app, noticeApi.readOutboxState, ({ actor }) => outboxState(actor, deps));
  serve(app, noticeApi.resendDelivery, async ({ actor, params }) =>
    deliveryAnswer(await decideDelivery(actor, params.deliveryId, 'resend', deps)),
  );
  serve(app, noticeApi.dropDelivery, async ({ actor, params }) =>
    deliveryAnswer(await decideDelivery(actor, params.deliveryId, 'drop', deps)),
  );

  serve(app, noticeApi.readSettings, async ({ actor }) => settingsAnswer(await readSettings(actor, deps)));
  serve(app, noticeApi.setGeneral, async ({ actor, body }) => settingsAnswer(await setGeneral(actor, body, deps)));
  serve(app, noticeApi.setMail, async ({ actor, body }) => settingsAnswer(await setMail(actor, body, deps)));
  serve(app, noticeApi.testMail, async ({ actor, body }) => trialAnswer(await testMail(actor, body.to, deps)));
  serve(app, noticeApi.addHook, async ({ actor, body }) =>
    settingsAnswer(await addHook(actor, { ...given(body), secret: body.secret }, deps)),
  );
  serve(app, noticeApi.setHook, async ({ actor, params, body }) =>
    settingsAnswer(await setHook(actor, params.hookId, given(body), deps)),
  );
  serve(app, noticeApi.removeHook, async ({ actor, params }) =>
    settingsAnswer(await removeHook(actor, params.hookId, deps)),
  );
  serve(app, noticeApi.testHook, async ({ actor, params }) => trialAnswer(await testHook(actor, params.hookId, deps)));
}

const given = ({ on, ...hook }: Omit<HookGiven, 'active'> & { readonly on: boolean }): HookGiven => ({
  ...hook,
  active: on,
});
