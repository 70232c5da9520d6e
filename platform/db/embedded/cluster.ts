import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { RefusalError } from '../../../src/kernel/index.ts';
import { findBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { type Places, placesOf } from './places.ts';
import { runningPostmaster, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { passwordOf } from './secret.ts';
import { withStartLock } from './start-lock.ts';

/** Our use of an embedded database. While it is open, no other process of ours stops the server. */
export interface Cluster {
  /** Address of a database in it, with the password. */
  readonly addressOf: (database: string) => string;
  /** Tries to be the only one with this number; false when another process is. Kept until close. */
  readonly claim: (number: number) => Promise<boolean>;
  /** Ends our use; the last user stops the server. */
  readonly close: () => Promise<void>;
  /** Ends our use and leaves the server running for the next one (test runs). */
  readonly leaveRunning: () => Promise<void>;
}

/** Advisory lock of everybody who uses the cluster: shared while using, exclusive before stopping. */
const inUse = 7_140_001;
const patienceMs = 60_000;

/**
 * Opens the embedded database of a data folder: makes it the first time, starts its server or joins the one that runs.
 * Refuses when it does not answer within a minute, with the last lines of its log.
 */
export async function openCluster(dataDir: string, throwAway = false): Promise<Cluster> {
  const places = placesOf(dataDir);
  return withStartLock(places.startLock, async () => {
    const password = passwordOf(places);
    const binaries = findBinaries();
    await initialise(binaries, places.cluster, password, throwAway);
    const keeper = await reach(places, password, () =>
      spawnPostmaster(binaries, places.cluster, places.log, throwAway),
    );
    await keeper.query('select pg_advisory_lock_shared($1)', [inUse]);
    return {
      addressOf: (database) => {
        const port = runningPostmaster(places.cluster)?.port ?? keeper.port;
        return `postgres://jingwei:${password}@127.0.0.1:${port}/${database}`;
      },
      claim: async (number) => {
        const answer = await keeper.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [number]);
        return answer.rows[0]?.got === true;
      },
      close: () => withStartLock(places.startLock, () => leave(places, keeper)),
      leaveRunning: () => keeper.end(),
    };
  });
}

/** Stops the server of a data folder whoever uses it, for the end of a test run. */
export const stopCluster = (dataDir: string): Promise<void> => stopPostmaster(placesOf(dataDir).cluster);

async function reach(places: Places, password: string, start: () => Promise<void>): Promise<pg.Client> {
  const until = performance.now() + patienceMs;
  let started = performance.now() - patienceMs;
  for (;;) {
    const running = runningPostmaster(places.cluster);
    if (running === null && performance.now() - started > 10_000) {
      started = performance.now();
      await start();
    }
    if (running !== null) {
      const client = await connect(running.port, password);
      if (client !== null) return client;
    }
    if (performance.now() > until)
      throw new RefusalError({ code: 'database-not-starting', field: places.log, given: lastWords(places.log) });
    await pause(50);
  }
}

async function connect(port: number, password: string): Promise<pg.Client | null> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'jingwei', password, database: 'postgres' });
  // A lost connection shows in the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

async function leave(places: Places, keeper: pg.Client): Promise<void> {
  const last = await keeper
    .query('select pg_advisory_unlock_shared($1)', [inUse])
    .then(() => keeper.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [inUse]))
    .then((answer) => answer.rows[0]?.got === true)
    .catch(() => false);
  await keeper.end().catch(() => undefined);
  if (last) await stopPostmaster(places.cluster);
}

function lastWords(log: string): string {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n');
  } catch {
    return '';
  }
}
