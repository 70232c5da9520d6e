import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { type Places, placesOf } from './places.ts';
import { freePort, runningPostmaster, spawnPostmaster, stopPostmaster } from './postmaster.ts';
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

interface Opening {
  readonly places: Places;
  readonly binaries: Binaries;
  readonly password: string;
  readonly throwAway: boolean;
}

/**
 * Opens the embedded database of a data folder: makes it the first time, starts its server or joins the one that runs.
 * A server that dies while we use it is started again on the same port, so that connections come back by themselves.
 * Refuses when it does not answer within a minute, with the last lines of its log.
 */
export async function openCluster(dataDir: string, throwAway = false): Promise<Cluster> {
  const places = placesOf(dataDir);
  return withStartLock(places.startLock, async () => {
    const opening = { places, binaries: findBinaries(), password: passwordOf(places), throwAway };
    await initialise(opening.binaries, places.cluster, opening.password, throwAway);
    const keeper = await reach(opening, await freePort());
    return useCluster(opening, keeper);
  });
}

/** Stops the server of a data folder whoever uses it, for the end of a test run. */
export const stopCluster = (dataDir: string): Promise<void> => stopPostmaster(placesOf(dataDir).cluster);

function useCluster(opening: Opening, first: pg.Client): Cluster {
  const { places, password } = opening;
  const { port } = first;
  const claims: number[] = [];
  let keeper = first;
  let ended = false;

  const revive = async (): Promise<void> => {
    if (ended) return;
    keeper = await withStartLock(places.startLock, () => reach(opening, port));
    for (const number of claims) await claim(keeper, number);
    keeper.once('end', onLoss);
  };
  const onLoss = (): void => void revive().catch(() => undefined);
  keeper.once('end', onLoss);
  const end = (leave: () => Promise<void>): Promise<void> => {
    ended = true;
    return leave();
  };

  return {
    addressOf: (database) => `postgres://jingwei:${password}@127.0.0.1:${port}/${database}`,
    claim: async (number) => {
      const got = await claim(keeper, number);
      if (got) claims.push(number);
      return got;
    },
    close: () => end(() => withStartLock(places.startLock, () => leave(places, keeper))),
    leaveRunning: () => end(() => keeper.end()),
  };
}

async function claim(keeper: pg.Client, number: number): Promise<boolean> {
  const answer = await keeper.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [number]);
  return answer.rows[0]?.got === true;
}

/** A connection that holds the shared lock, to the server that runs or else to one that we start on the given port. */
async function reach({ places, binaries, password, throwAway }: Opening, port: number): Promise<pg.Client> {
  const until = performance.now() + patienceMs;
  let started = Number.NEGATIVE_INFINITY;
  let hasEnded = () => false;
  while (performance.now() < until) {
    const running = runningPostmaster(places.cluster);
    const client = running === null ? null : await connect(running.port, password);
    if (client !== null) return client;
    if (running === null && performance.now() - started > (hasEnded() ? 500 : 10_000)) {
      started = performance.now();
      hasEnded = spawnPostmaster({
        program: binaries.postgres,
        cluster: places.cluster,
        log: places.log,
        port,
        throwAway,
      });
    }
    await pause(50);
  }
  throw new RefusalError({ code: 'database-not-starting', field: places.log, given: lastWords(places.log) });
}

async function connect(port: number, password: string): Promise<pg.Client | null> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'jingwei', password, database: 'postgres' });
  // A lost connection shows in its end; without a listener the error would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [inUse]);
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

async function leave(places: Places, keeper: pg.Client): Promise<void> {
  const last = await keeper
    .query('select pg_advisory_unlock_shared($1)', [inUse])
    .then(() => claim(keeper, inUse))
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
