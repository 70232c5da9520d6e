import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RefusalError } from '../../../src/kernel/index.ts';
import { databaseAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isAlive } from './start-lock.ts';

/** A running server: PostgreSQL itself writes its process number and port into its folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on this cluster, also one that a crashed process of ours left behind; null when none does. */
export function runningPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
  } catch {
    return null;
  }
}

/**
 * Starts a server on the cluster: on 127.0.0.1 only, on a free port, in a process group of its own so that Ctrl-C in
 * our terminal reaches us and not the database. Does not wait until it answers.
 */
export async function spawnPostmaster(
  binaries: Binaries,
  cluster: string,
  log: string,
  throwAway: boolean,
): Promise<void> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = openSync(log, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', cluster, ...args], {
    ...databaseAccount(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(out);
}

/** Asks the server to finish what it does, drop its connections and end; waits until it has. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = runningPostmaster(cluster);
  if (running === null) return;
  process.kill(running.pid, 'SIGINT');
  for (let waited = 0; isAlive(running.pid) && runningPostmaster(cluster) !== null; waited += 50) {
    if (waited > 60_000) throw new RefusalError({ code: 'database-not-stopping', given: running.pid });
    await pause(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
