import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster, stopCluster } from './cluster.ts';
import { placesOf } from './places.ts';
import { runningPostmaster } from './postmaster.ts';
import { isAlive } from './start-lock.ts';

const sleep = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** What is still being made in a folder is taken away when it stands still. */
const again = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/**
 * Starts a server of its own for some work and takes it away with all that was in it, also when we are told to end in the
 * middle. `work` is given the address of a database on it.
 */
export async function onThrowAwayServer<T>(work: (address: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-reckoning-'));
  // As root, the database has an account of its own, which must come by; what is inside is closed to others.
  chmodSync(folder, 0o755);
  const end = (): void => process.exit(130);
  const clear = (): void => {
    const { cluster } = placesOf(folder);
    const running = runningPostmaster(cluster);
    if (running !== null) process.kill(running.pid, 'SIGQUIT');
    // It clears its own files while it ends, and nothing else can be waited for in the end of a process.
    for (let waited = 0; running !== null && isAlive(running.pid) && waited < 5000; waited += 20) sleep(20);
    for (const each of [cluster, folder]) rmSync(each, again);
  };
  process.once('exit', clear).once('SIGINT', end).once('SIGTERM', end);
  try {
    const cluster = await openCluster(folder, true);
    try {
      return await work(cluster.addressOf('postgres'));
    } finally {
      await cluster.leaveRunning();
      await stopCluster(folder);
    }
  } finally {
    process.off('exit', clear).off('SIGINT', end).off('SIGTERM', end);
    clear();
  }
}
