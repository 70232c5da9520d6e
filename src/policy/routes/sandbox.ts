import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NoteFault } from '../../../platform/http/errors.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { type Keep, type Upload, withUpload } from '../../../platform/http/upload.ts';
import type { PolicyDeps } from '../commands/deps.ts';
import { readFigures } from '../commands/trial/read-figures.ts';
import { exportTrial, tryPolicy } from '../commands/trial/try-policy.ts';
import type { TrialEvent } from '../contract/sandbox.ts';
import { policyApi } from '../contract.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Trying a change of a policy on a file or on invented enterprises; what is sent is gone when the answer is. */
export function sandboxRoutes(app: FastifyInstance, deps: PolicyDeps, noteFault: NoteFault): void {
  serve(app, policyApi.readFigures, async ({ actor, params, query }) =>
    readFigures(actor, { ...params, ...query }, deps),
  );
  serve(app, policyApi.tryPolicy, ({ actor, params, query, request, reply }) =>
    withPeople(request, async (file, keep) => {
      const told = (cause: unknown): void => noteFault(request.id, cause);
      return stream(reply, tryPolicy(actor, { ...params, ...query, file }, deps, told), keep);
    }),
  );
  serve(app, policyApi.exportTrial, ({ actor, params, query, request, reply }) =>
    withPeople(request, async (file) => {
      const { name, bytes } = await exportTrial(actor, { ...params, ...query, file }, deps);
      offer(reply, name);
      return reply.type(types[query.format]).send(Buffer.from(bytes));
    }),
  );
}

/** The uploaded file, where one is sent: invented people need none. */
function withPeople<T>(request: FastifyRequest, work: (file: Upload | null, keep: Keep) => Promise<T>): Promise<T> {
  return request.isMultipart() ? withUpload(request, work) : work(null, () => undefined);
}

function stream(reply: FastifyReply, events: AsyncGenerator<TrialEvent>, keep: Keep): FastifyReply {
  // The stream is read outside of the handler, on behalf of whoever asked all the same.
  const inContext = AsyncLocalStorage.snapshot();
  const lines = inContext(() => Readable.from(linesOf(events)));
  keep(new Promise((resolve) => lines.once('close', resolve)));
  return reply.type('text/event-stream; charset=utf-8').send(lines);
}

async function* linesOf(events: AsyncGenerator<TrialEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`;
}
