import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { RefusalError } from '../../src/kernel/index.ts';
import { loadPlanServer } from '../../src/plan/index.ts';
import { buildApp } from './app.ts';
import { importDemo } from './demo.ts';
import { openRuntime, type Runtime } from './runtime.ts';

export interface ServerOptions {
  readonly port?: number | undefined;
  /** Address to listen on; 127.0.0.1 unless others are to reach the server. */
  readonly host?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
  /** Fills an empty database with the invented city. */
  readonly demo?: boolean | undefined;
  /** One line at a time for whoever started the server. */
  readonly say?: ((line: string) => void) | undefined;
}

export interface RunningServer {
  /** Where a browser finds it. */
  readonly address: string;
  /** Finishes the requests that are under way (ten seconds at most), then closes database and threads. */
  readonly stop: () => Promise<void>;
}

const webFolder = join(import.meta.dirname, '..', 'web', 'dist');
const patienceMs = 10_000;

/**
 * Starts the whole server and gives its address. Refuses a data folder that another server uses, a database that does
 * not answer, and a port that is taken; then nothing is left running.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const say = options.say ?? ((line: string) => process.stdout.write(`${line}\n`));
  const { dataDir, databaseUrl } = options;
  const runtime = await openRuntime({ dataDir, databaseUrl, exclusive: true });
  try {
    const { closeUnfinishedImports } = await loadPlanServer();
    await closeUnfinishedImports(runtime.plan, runtime.alone);
    if (options.demo === true) await importDemo(runtime.plan, say);
    return await listen(runtime, options, say);
  } catch (cause) {
    await runtime.close();
    throw cause;
  }
}

async function listen(runtime: Runtime, options: ServerOptions, say: (line: string) => void): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 7140 } = options;
  const app = await buildApp({
    plan: runtime.plan,
    webFolder: existsSync(webFolder) ? webFolder : null,
    onlyThisMachine: ['127.0.0.1', 'localhost', '::1'].includes(host),
    noteFault: (number, cause) => process.stderr.write(`${number} ${cause instanceof Error ? cause.stack : cause}\n`),
  });
  await app.listen({ host, port }).catch((cause: unknown) => refuseListening(cause, host, port));
  const bound = app.addresses()[0]?.port ?? port;
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`;
  say(`经纬已启动：${address}`);
  say(`数据在 ${runtime.where}。按 Ctrl+C 停止。`);
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= closeAll(app, runtime);
    return stopping;
  };
  return { address, stop };
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
  const server = await startServer(options);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  (options.say ?? ((line: string) => process.stdout.write(`${line}\n`)))('正在停止……');
  await server.stop();
  return 0;
}
