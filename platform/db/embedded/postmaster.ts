import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RefusalError } from '../../../src/kernel/index.ts';
import { databaseAccount } from './account.ts';
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

/** Lists over 100,000 plans and their orders stay in memory; where there is much of it, a million enterprises do too. */
const kept = (memory: number): string => {
  const eighth = Math.floor(memory / 8 / 2 ** 20);
  return `${Math.min(1024, Math.max(256, eighth))}MB`;
};

export interface PostmasterStart {
  readonly program: string;
  readonly cluster: string;
  readonly log: string;
  readonly port: number;
  /** Nothing has to survive a power cut: faster. */
  readonly throwAway: boolean;
}

/**
 * Starts a server on the cluster: on 127.0.0.1 only, in a process group of its own so that Ctrl-C in our terminal
 * reaches us and not the database. Does not wait until it answers; gives a way to see that it has ended, as it does at
 * once while processes of a server that was killed still hold its memory.
 */
export function spawnPostmaster({ program, cluster, log, port, throwAway }: PostmasterStart): () => boolean {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: throwAway ? '256MB' : kept(totalmem()),
    // A list of a million is written in one go; pages are not to be copied again and again on the way.
    max_wal_size: '4GB',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = openLog(log);
  const child = spawn(program, ['-D', cluster, ...args], {
    ...databaseAccount(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  });
  let ended = false;
  for (const event of ['error', 'exit'] as const)
    child.on(event, () => {
      ended = true;
    });
  child.unref();
  closeSync(out);
  return () => ended;
}

const longestLog = 10 * 1024 * 1024;

/** The log, begun anew when it has grown long; the one before is kept as `.old`. */
function openLog(log: string): number {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(log, `${log}.old`);
  return openSync(log, 'a', 0o600);
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

/** A port of 127.0.0.1 that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
