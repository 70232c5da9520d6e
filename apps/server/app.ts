import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerErrors, type NoteFault, refusedAnswer } from '../../platform/http/errors.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { guard } from '../../platform/http/safety.ts';
import { serializerCompiler, validatorCompiler } from '../../platform/http/validation.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { loadPlanServer, type PlanDeps } from '../../src/plan/index.ts';
import { healthRoutes } from './health.ts';
import { openApiRoute } from './openapi.ts';
import { webRoutes } from './web.ts';

const megabyte = 1024 * 1024;

export interface AppOptions {
  readonly plan: PlanDeps;
  /** Who comes in, and as whom. */
  readonly gate: Gate;
  /** Folder with the built web pages; null: the API alone. */
  readonly webFolder: string | null;
  /** True while the server listens only to this machine; then other names than its own are refused. */
  readonly onlyThisMachine: boolean;
  /** Is told every fault of our own. */
  readonly noteFault: NoteFault;
}

/** The whole server but for listening, so that tests can ask it without a port. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 4 * megabyte,
    // Time to send a request whole; an upload of 50 MB over a slow line needs most of it.
    requestTimeout: 300_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const { routes, conflictAnswer } = await loadPlanServer();
  app.decorate('gate', options.gate);
  app.decorateRequest('actor', null);
  app.decorateRequest('knock', null);
  answerErrors(app, conflictAnswer, options.noteFault);
  guard(app, options.onlyThisMachine);
  await app.register(fastifyMultipart, {
    limits: { fileSize: 50 * megabyte, files: 1, fields: 5, parts: 6, fieldSize: 1000, headerPairs: 20 },
    throwFileSizeLimit: true,
  });
  await openApiRoute(app);
  healthRoutes(app, options.plan.db);
  routes(app, options.plan, options.noteFault);
  await webRoutes(app, options.webFolder);
  app.setNotFoundHandler((request) => {
    throw new RefusalError({ code: 'address-unknown', given: request.url.slice(0, 200) });
  });
  return app;
}

/** An address that cannot even be read as one never reaches a route. */
function answerBadAddress(_cause: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = { code: 'address-unknown', given: request.url.slice(0, 200) };
  void reply
    .status(400)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(refusedAnswer([refusal])));
}
