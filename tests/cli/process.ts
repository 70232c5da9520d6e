import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly notes: string;
}

/** Starts the command line as a process of its own, as `./jingwei` does after installing. */
export function startCli(args: readonly string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(root, 'apps/cli/main.ts'), ...args], { env: { ...process.env, ...env } });
}
