import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { checked } from '../../../platform/http/check.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import { follow } from '../../../platform/http/events.ts';
import { serve } from '../../../platform/http/serve.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { beginImport, finishImport, loadImport } from '../commands/import-plan.ts';
import { PlanId } from '../contract/shape.ts';
import { planApi } from '../contract.ts';
import { importAnswer } from './answers.ts';

const patienceMs = 10_000;

/** What may stand beside the file. */
const ImportFields = Type.Object(
  { asEditionOf: Type.Optional(PlanId), part: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
  { additionalProperties: false },
);

/** Upload of a file, and how far it has come. */
export function importRoutes(app: FastifyInstance, deps: PlanDeps, noteFault: NoteFault): void {
  let closing = false;
  const running = new Set<Promise<unknown>>();
  app.addHook('preClose', async () => {
    closing = true;
  });
  // An import that was promised is finished before the database closes, if it does not take too long.
  app.addHook('onClose', async () => {
    await Promise.race([Promise.allSettled(running), pause(patienceMs, null, { ref: false })]);
  });

  serve(app, planApi.importFile, ({ actor, request, reply }) =>
    withUpload(request, async ({ fileName, bytes, fields }, keep) => {
      const { asEditionOf, part } = checked(ImportFields, Value.Convert(ImportFields, fields));
      const file = { fileName, bytes, asEditionOf, part };
      const id = await beginImport(actor, file, deps);
      const work = finishImport(actor, id, file, deps);
      if (!wantsLater(request.headers.prefer)) return importAnswer(await work);
      const kept = work
        .catch((cause: unknown) => {
          // The refusal stands with the import; a fault of our own has nobody else to be told.
          if (!(cause instanceof RefusalError)) noteFault(id, cause);
        })
        .finally(() => running.delete(kept));
      running.add(kept);
      keep(kept);
      void reply.status(202).header('location', `${request.url}/${id}`);
      return importAnswer(await loadImport(actor, id, deps));
    }),
  );
  serve(app, planApi.readImport, async ({ actor, params }) =>
    importAnswer(await loadImport(actor, params.importId, deps)),
  );
  serve(app, planApi.followImport, async ({ actor, params, reply }) => {
    await loadImport(actor, params.importId, deps);
    return follow(
      reply,
      async () => importAnswer(await loadImport(actor, params.importId, deps)),
      ({ state }) => state === 'done' || state === 'refused',
      () => closing,
    );
  });
}

const wantsLater = (prefer: string | string[] | undefined): boolean =>
  [prefer].flat().some((header) => /\brespond-async\b/.test(header ?? ''));
