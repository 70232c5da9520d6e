import type { FastifyInstance } from 'fastify';
import { listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import type { NoticeDeps } from '../commands/deps.ts';
import { markRead, myMessages, myUnread } from '../commands/messages.ts';
import { readMyPreferences, setMyPreferences } from '../commands/preferences.ts';
import { messageFields, noticeApi } from '../contract.ts';
import { messageAnswer } from './answers.ts';

/** One's own messages. */
export function messageRoutes(app: FastifyInstance, deps: NoticeDeps): void {
  serve(app, noticeApi.listMessages, async ({ actor, query }) => {
    const request = listRequest(messageFields, query);
    const { rows, total, capped } = await myMessages(actor, request, query.unread === true, deps);
    return { rows: rows.map(messageAnswer), total, capped, page: request.page, pageSize: request.pageSize };
  });
  serve(app, noticeApi.readUnread, async ({ actor }) => ({ unread: await myUnread(actor, deps) }));
  serve(app, noticeApi.markRead, async ({ actor, body }) => ({ unread: await markRead(actor, body.ids, deps) }));
  serve(app, noticeApi.markAllRead, async ({ actor }) => ({ unread: await markRead(actor, 'all', deps) }));
  serve(app, noticeApi.readPreferences, ({ actor }) => readMyPreferences(actor, deps));
  serve(app, noticeApi.setPreferences, ({ actor, body }) => setMyPreferences(actor, body.kinds, deps));
}
