import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import { follow } from '../../platform/http/events.ts';
import { serve } from '../../platform/http/serve.ts';
import { offer, sendList } from '../../platform/http/sheet.ts';
import { say } from '../../platform/messages/index.ts';
import type { AuditDeps } from './commands/deps.ts';
import { exportChain } from './commands/export-chain.ts';
import { exportEntries, lookAtEntry, lookAtHead, searchLog } from './commands/search-log.ts';
import { verifyLog } from './commands/verify-log.ts';
import { entryFields } from './contract/fields.ts';
import { auditApi } from './contract.ts';
import { startCheck, verifyQuery } from './routes/verification.ts';
import { cellOf, refusedText } from './routes/words.ts';

/** Every route of the audit API. */
export function routes(app: FastifyInstance, deps: AuditDeps, noteFault: NoteFault): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });

  serve(app, auditApi.listEntries, async ({ actor, query }) => {
    const { rows, ...page } = await searchLog(actor, query, deps);
    const shown = rows.map(({ refusals, changes, ...row }) => ({
      ...row,
      changed: changes.length,
      refused: refusedText({ refusals }),
    }));
    return { ...page, rows: shown };
  });
  serve(app, auditApi.readEntry, async ({ actor, params }) => {
    const { refusals, ...entry } = await lookAtEntry(actor, params.seq, deps);
    return { ...entry, refusals: refusals.map((refusal) => ({ code: refusal.code, message: say(refusal) })) };
  });
  serve(app, auditApi.readHead, ({ actor }) => lookAtHead(actor, deps));

  serve(app, auditApi.exportEntries, async ({ actor, query, reply }) => {
    const { numbers, columns, read } = await exportEntries(actor, query, deps);
    return sendList(reply, {
      ...{ name: '审计日志', format: query.format, fields: entryFields, columns, ids: numbers.map(String) },
      read: (ids) => read(ids.map(Number)),
      idOf: ({ seq }) => String(seq),
      cellOf,
    });
  });
  serve(app, auditApi.exportChain, async ({ actor, query, reply }) => {
    const lines = await exportChain(actor, query, deps);
    offer(reply, '审计日志.jsonl');
    // The lines are read after the handler has returned: row-level security must still know for whom.
    const asBefore = AsyncLocalStorage.snapshot();
    const stream = { [Symbol.asyncIterator]: () => ({ next: () => asBefore(() => lines.next()) }) };
    return reply.type('application/jsonl; charset=utf-8').send(Readable.from(stream));
  });

  serve(app, auditApi.verify, async ({ actor, query, request, reply }) => {
    const check = startCheck(
      (progress) => verifyLog(actor, verifyQuery(query), deps, progress),
      (cause) => noteFault(request.id, cause),
    );
    reply.raw.on('close', check.stop);
    return follow(
      reply,
      async () => check.state(),
      ({ state }) => state !== 'checking',
      () => closing,
    );
  });
}
