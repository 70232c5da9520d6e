import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerErrors, type NoteFault, refusedAnswer } from '../../platform/http/errors.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { observe } from '../../platform/http/observe.ts';
import { guard } from '../../platform/http/safety.ts';
import { serializerCompiler, validatorCompiler } from '../../platform/http/validation.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { SecretKey } from '../../platform/secrets/index.ts';
import type { AccountDeps } from '../../src/account/index.ts';
import { type AuditTables, loadAuditServer } from '../../src/audit/index.ts';
import { type PackLibrary, RefusalError } from '../../src/kernel/index.ts';
import { loadPlanServer, type PlanDeps } from '../../src/plan/index.ts';
import { accountDeps, accountRoutes } from './account.ts';
import { chainDeps, chainRoutes } from './chain.ts';
import { diagnosisDeps, diagnosisRoutes } from './diagnosis.ts';
import { enterpriseDeps, enterpriseRoutes } from './enterprise.ts';
import { healthRoutes } from './health.ts';
import { indicatorDeps, indicatorRoutes, withMachines } from './indicator.ts';
import { ladderRoutes } from './ladder.ts';
import { type MetricsReaders, metricsRoute, watchDatabase } from './monitoring.ts';
import { officeDeps, officeRoutes } from './office.ts';
import { openApiRoute } from './openapi.ts';
import { organisationDeps, organisationRoutes } from './organisation.ts';
import { policyDeps, policyRoutes } from './policy.ts';
import { projectDeps, projectRoutes } from './project.ts';
import { reportDeps, reportRoutes } from './report.ts';
import { taskDeps, taskRoutes } from './task.ts';
import { webRoutes } from './web.ts';

const megabyte = 1024 * 1024;

export interface AppOptions {
  readonly plan: PlanDeps;
  /** Seals what is kept secret in the database. Left out: by a key that ends with this process. */
  readonly secrets?: SecretKey | undefined;
  /** Sessions and accounts as the gate knows them. Left out: as they usually are. */
  readonly account?: AccountDeps | undefined;
  /** Who comes in, and as whom. */
  readonly gate: Gate;
  /** Folder with the built web pages; null: the API alone. */
  readonly webFolder: string | null;
  /** True while the server listens only to this machine; then other names than its own are refused. */
  readonly onlyThisMachine: boolean;
  /** Packs to serve policies from. Left out: those that come with the program. */
  readonly library?: (() => PackLibrary) | undefined;
  /** Is told every fault of our own. */
  readonly noteFault: NoteFault;
  /** What a server that listens has around it; nothing of it for tests and the command line. */
  readonly edge?: Edge | undefined;
}

/** What is around a listening server: proxies in front of it, and who watches it. */
export interface Edge {
  /** Address that browsers see; null when nobody said. */
  readonly publicUrl: string | null;
  /** Addresses of proxies whose word about the caller counts; null: none. */
  readonly trustedProxies: readonly string[] | null;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly metricsReaders: Omit<MetricsReaders, 'behindProxy'>;
}

/** The whole server but for listening, so that tests can ask it without a port. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { edge } = options;
  const trustedProxies = edge?.trustedProxies ?? null;
  const app = fastify({
    bodyLimit: 4 * megabyte,
    // Time to send a request whole; an upload of 50 MB over a slow line needs most of it.
    requestTimeout: 300_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    // The number in a refusal finds the fault in the log, also after a restart.
    genReqId: () => newId(),
    trustProxy: trustedProxies === null ? false : [...trustedProxies],
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const { routes, conflictAnswer } = await loadPlanServer();
  app.decorate('gate', await withMachines(options.gate, indicatorDeps(options.plan)));
  app.decorateRequest('actor', null);
  app.decorateRequest('knock', null);
  answerErrors(app, conflictAnswer, options.noteFault);
  if (edge !== undefined) observe(app, edge.log, edge.metrics);
  guard(app, { onlyThisMachine: options.onlyThisMachine, publicUrl: edge?.publicUrl ?? null });
  await app.register(fastifyMultipart, {
    limits: { fileSize: 50 * megabyte, files: 1, fields: 5, parts: 6, fieldSize: 1000, headerPairs: 20 },
    throwFileSizeLimit: true,
  });
  await openApiRoute(app);
  healthRoutes(app, options.plan.db);
  if (edge !== undefined) {
    watchDatabase(edge.metrics, options.plan.db);
    metricsRoute(app, edge.metrics, { ...edge.metricsReaders, behindProxy: trustedProxies !== null });
  }
  const { db, clock } = options.plan;
  const audit = await loadAuditServer();
  audit.routes(app, { db: db.withTables<AuditTables>(), clock }, options.noteFault);
  await organisationRoutes(app, organisationDeps(options.plan));
  await accountRoutes(app, options.account ?? accountDeps(options), edge?.publicUrl ?? null);
  const policy = await policyDeps(options.plan, options.library);
  await officeRoutes(app, await officeDeps(options.plan, options.secrets, edge?.publicUrl, policy));
  routes(app, options.plan, options.noteFault);
  await indicatorRoutes(app, indicatorDeps(options.plan), options.noteFault);
  await taskRoutes(app, taskDeps(options.plan), options.noteFault);
  await projectRoutes(app, projectDeps(options.plan));
  await policyRoutes(app, policy, options.noteFault);
  const enterprise = enterpriseDeps(options.plan, options.library);
  await enterpriseRoutes(app, enterprise, options.library);
  await ladderRoutes(app, enterprise, options.library);
  await diagnosisRoutes(app, diagnosisDeps(options.plan, policy));
  await chainRoutes(app, chainDeps(options.plan), options.noteFault);
  await reportRoutes(app, reportDeps(options.plan, options.noteFault), options.noteFault);
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
