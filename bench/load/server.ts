import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stopCluster } from '../../platform/db/embedded/cluster.ts';
import { openOwner } from '../../platform/db/owner.ts';
import { type CitySize, type Clicker, fillBusyCity } from '../../platform/db/testing/busy-city.ts';
import { openTemporaryFolder } from '../../platform/db/testing/folder.ts';
import type { Memory } from './figures.ts';

/** A server in a process of its own on a data folder of its own, with a city in it. */
export interface LoadedServer {
  readonly address: string;
  readonly clickers: readonly Clicker[];
  readonly memory: () => Promise<Omit<Memory, 'at'>>;
  /** Processor seconds of the server since it began. */
  readonly seconds: () => Promise<number>;
  /** Waits until nothing of what was asked is still being worked on, a minute at most. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const main = join(import.meta.dirname, '../../apps/cli/main.ts');

/** The same without anything in it: what the owner of the database puts there is his. */
export interface EmptyServer extends Omit<LoadedServer, 'clickers'> {
  readonly ownerAddress: string;
}

/** Starts it, fills its database and gives it when it answers. Nothing of it is left after `stop`. */
export async function startLoaded(size: CitySize, tell: (line: string) => void): Promise<LoadedServer> {
  const { ownerAddress, ...server } = await startEmpty(tell);
  tell(`放入 ${size.plans} 个方案、${size.people} 个人……`);
  return { ...server, clickers: await fillBusyCity(ownerAddress, size) };
}

/** Starts one whose database is as after a first start. */
export async function startEmpty(tell: (line: string) => void): Promise<EmptyServer> {
  const dataDir = openTemporaryFolder('load');
  tell('启动服务……');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'serve', '--api-only', '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, JINGWEI_DATA: dataDir, JINGWEI_LOG_LEVEL: 'warn' },
    },
  );
  const address = await addressTold(child);
  const owner = await openOwner({ dataDir });
  return {
    ...{ address, ownerAddress: owner.ownerAddress },
    memory: async () => memoryOf(await metricsOf(address)),
    seconds: async () => secondsOf(await metricsOf(address)),
    settle: () => settle(address),
    stop: async () => {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      child.kill('SIGTERM');
      await gone;
      await owner.close();
      await stopCluster(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address the server prints. Its output is read on: one that finds nobody listening any more ends. */
function addressTold(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/\S+?:\d+/u.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

const metricsOf = async (address: string): Promise<string> => (await fetch(`${address}/metrics`)).text();

async function settle(address: string): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    const metrics = await metricsOf(address);
    const connections = (state: string) =>
      Number(new RegExp(`^jingwei_db_connections\\{state="${state}"\\} (\\d+)$`, 'mu').exec(metrics)?.[1] ?? 0);
    // The dispatcher and these very figures hold one or two.
    if (connections('waiting') === 0 && connections('total') - connections('idle') <= 2) return;
    await pause(1000);
  }
}

const secondsOf = (metrics: string): number =>
  [...metrics.matchAll(/^process_cpu_seconds\{[^}]*\} (\S+)$/gmu)].reduce((sum, [, each]) => sum + Number(each), 0);

function memoryOf(metrics: string): Omit<Memory, 'at'> {
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(metrics)?.[1] ?? 0);
  return { rss: figure('process_resident_memory_bytes'), heap: figure('nodejs_heap_used_bytes') };
}
