import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { placesOf } from '../../platform/db/embedded/places.ts';
import { runningPostmaster } from '../../platform/db/embedded/postmaster.ts';

/** What is killed: the server, its database, or both. */
export type Blow = 'server' | 'database' | 'both';

/** The server on a data folder, which can be killed and started again. */
export interface Victim {
  /** Where it is now; changes with every start. */
  readonly address: () => string;
  readonly start: () => Promise<void>;
  readonly strike: (blow: Blow) => Promise<void>;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
}

export function victimOn(dataDir: string): Victim {
  let child: ChildProcess | null = null;
  let address = '';
  const start = async (): Promise<void> => {
    const script = join(import.meta.dirname, 'server-process.ts');
    child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await Promise.race([
      once(child.stdout!, 'data'),
      once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`no start: ${code ?? signal}`))),
    ]);
    address = String(said).trim();
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    address: () => address,
    start,
    strike: async (blow) => {
      if (blow !== 'database') await end('SIGKILL');
      if (blow !== 'server') killDatabase(dataDir);
      if (blow !== 'database') await start();
    },
    stop: () => end('SIGTERM'),
  };
}

/** The postmaster, as `kill -9` does: its processes end when they notice, each in the middle of what it does. */
function killDatabase(dataDir: string): void {
  const running = runningPostmaster(placesOf(dataDir).cluster);
  if (running !== null) process.kill(running.pid, 'SIGKILL');
}
