import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import { asSystem } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type PackLibrary, RefusalError } from '../../src/kernel/index.ts';
import { loadPlanServer } from '../../src/plan/index.ts';
import { accountDeps, accountGate } from './account.ts';
import { buildApp } from './app.ts';
import { chainDeps, startPlaces } from './chain.ts';
import { importDemoAs } from './demo-import.ts';
import { startDiagnoses } from './diagnosis.ts';
import { enterpriseDeps, startEnterprises } from './enterprise.ts';
import { linesOf, prepare, prepareDemo, type Ready } from './first-start.ts';
import { indicatorDeps, seedIndicators, startForms, startReports, startTotals, startWarnings } from './indicator.ts';
import { startLadder } from './ladder.ts';
import { officeDeps, startDispatching } from './office.ts';
import { organisationDeps } from './organisation.ts';
import { projectDeps, startProjects } from './project.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startSelections } from './selection.ts';
import { startCycles, startTasks, taskDeps } from './task.ts';
import { openWatch } from './watch.ts';

export interface ServerOptions {
  readonly port?: number | undefined;
  /** Address to listen on; 127.0.0.1 unless others are to reach the server. */
  readonly host?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
  /** Fills an empty database with the invented city; `people`: without its documents. */
  readonly demo?: boolean | 'people' | undefined;
  /** Packs to serve policies from; those that come with the program unless others are given. */
  readonly library?: (() => PackLibrary) | undefined;
  /** NODE_ENV as the operator set it. */
  readonly nodeEnv?: string | undefined;
  /** Another clock than the machine's, for scripts that live through days; no setting and no option leads here. */
  readonly clock?: Clock | undefined;
  /** One line at a time for whoever started the server. */
  readonly say?: ((line: string) => void) | undefined;
}

export interface RunningServer {
  /** Where a browser finds it. */
  readonly address: string;
  /** Settles when the demo is imported, or at once without one. Never rejects. */
  readonly demoDone: Promise<void>;
  /** Finishes the requests that are under way (ten seconds at most), then closes database and threads. */
  readonly stop: () => Promise<void>;
}

const webFolder = join(import.meta.dirname, '..', 'web', 'dist');
const patienceMs = 10_000;
const demoPatienceMs = 90_000;

/**
 * Starts the whole server and gives its address. Refuses a data folder that another server uses, a database that does
 * not answer, and a port that is taken; then nothing is left running.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const say = options.say ?? ((line: string) => process.stdout.write(`${line}\n`));
  const { dataDir, databaseUrl, clock } = options;
  const runtime = await openRuntime({ dataDir, databaseUrl, clock, exclusive: true });
  try {
    const { closeUnfinishedImports } = await loadPlanServer();
    await asSystem(() => closeUnfinishedImports(runtime.plan, runtime.alone));
    return await listen(runtime, options, say);
  } catch (cause) {
    await runtime.close();
    throw cause;
  }
}

async function listen(runtime: Runtime, options: ServerOptions, say: (line: string) => void): Promise<RunningServer> {
  const { config } = runtime;
  const { host = config.host, port = config.port } = options;
  const watch = await openWatch(config);
  const onlyThisMachine = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const isDemo = options.demo === true || options.demo === 'people';
  const { plan, secrets, dataDir, embedded } = runtime;
  const account = accountDeps({ plan, secrets, config, demo: isDemo, noteFault: watch.noteFault });
  const parts = { account, organisation: organisationDeps(plan), dataDir, embedded, host, nodeEnv: options.nodeEnv };
  await seedIndicators(indicatorDeps(plan));
  const ready = isDemo ? await prepareDemo(parts) : await prepare(parts);
  const app = await buildApp({
    account,
    plan: runtime.plan,
    secrets: runtime.secrets,
    gate: await accountGate(account, config.publicUrl),
    webFolder: existsSync(webFolder) ? webFolder : null,
    onlyThisMachine,
    library: options.library,
    noteFault: watch.noteFault,
    edge: watch.edge,
  });
  await app.listen({ host, port }).catch((cause: unknown) => refuseListening(cause, host, port));
  const bound = app.addresses()[0]?.port ?? port;
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`;
  say(`经纬已启动：${config.publicUrl ?? address}`);
  say(`数据在 ${runtime.where}。按 Ctrl+C 停止。`);
  watch.edge.log('info', 'started');
  for (const line of linesOf(ready, config.publicUrl ?? address)) say(line);
  const office = await officeDeps(runtime.plan, runtime.secrets, config.publicUrl);
  const dispatcher = await startDispatching(office, config.dispatch, watch.noteFault);
  const totals = await startTotals(indicatorDeps(runtime.plan), watch.noteFault);
  const forms = await startForms(indicatorDeps(runtime.plan), watch.noteFault);
  const reports = await startReports(indicatorDeps(runtime.plan), watch.noteFault);
  const warnings = await startWarnings(indicatorDeps(runtime.plan), watch.noteFault);
  const tasks = await startTasks(taskDeps(runtime.plan), watch.noteFault);
  const cycles = await startCycles(taskDeps(runtime.plan), watch.noteFault);
  const enterprises = await startEnterprises(enterpriseDeps(runtime.plan), watch.noteFault);
  const ladder = await startLadder(enterpriseDeps(runtime.plan), watch.noteFault, options.library);
  const selections = await startSelections(enterpriseDeps(runtime.plan), watch.noteFault);
  const places = await startPlaces(chainDeps(runtime.plan), watch.noteFault);
  const diagnoses = await startDiagnoses(runtime.plan, watch.noteFault);
  const projects = await startProjects(projectDeps(runtime.plan), watch.noteFault);
  // The pages answer while the demo fills up behind them.
  let stopping: Promise<void> | null = null;
  const fill = () => demo(runtime, ready, say, watch.noteFault, () => stopping !== null);
  const demoDone = options.demo === true ? fill() : Promise.resolve();
  const stop = (): Promise<void> => {
    watch.edge.log('info', 'stopping');
    stopping ??= finish(demoDone)
      .then(() =>
        Promise.all([
          dispatcher.stop(),
          totals.stop(),
          forms.stop(),
          reports.stop(),
          warnings.stop(),
          enterprises.stop(),
          selections.stop(),
          ladder.stop(),
          places.stop(),
          diagnoses.stop(),
          projects.stop(),
          tasks.stop(),
          cycles.stop(),
        ]),
      )
      .then(() => closeAll(app, runtime))
      .then(() => watch.edge.log('info', 'stopped'))
      .finally(watch.close);
    return stopping;
  };
  return { address, demoDone, stop };
}

async function demo(
  runtime: Runtime,
  ready: Ready,
  say: (line: string) => void,
  noteFault: NoteFault,
  isStopping: () => boolean,
): Promise<void> {
  try {
    await importDemoAs(runtime, ready, say, noteFault, isStopping);
  } catch (cause) {
    noteFault('demo', cause);
    say('演示资料没有全部导入，服务照常可用。请停止后删去数据目录再试一次。');
  }
}

/** A demo cut in half would stay so, since the next start finds plans: it is let finish, within reason. */
async function finish(demoDone: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, demoPatienceMs);
  });
  await Promise.race([demoDone, patience]);
  clearTimeout(timer);
}

async function closeAll(app: FastifyInstance, runtime: Runtime): Promise<void> {
  const force = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  await app.close();
  clearTimeout(force);
  await runtime.close();
}

function refuseListening(cause: unknown, host: string, port: number): never {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') throw new RefusalError({ code: 'port-in-use', field: '--port', given: port });
  if (code === 'EACCES') throw new RefusalError({ code: 'port-not-allowed', field: '--port', given: port });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    throw new RefusalError({ code: 'host-unknown', field: '--host', given: host });
  throw cause;
}

/** Runs a server until the terminal or the system asks it to stop; gives the exit code. */
export async function serveUntilStopped(options: ServerOptions): Promise<number> {
  // Whoever read our first line through a pipe may have gone; the server goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // From the first moment on, and for good: a start or a stop that is cut short would leave the database running, and npm
  // passes Ctrl+C on a second time.
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const server = await startServer(options);
  await asked;
  (options.say ?? ((line: string) => process.stdout.write(`${line}\n`)))('正在停止……');
  await server.stop();
  return 0;
}
