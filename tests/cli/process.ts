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

/** Runs it to its end; both outputs are pipes. */
export function cli(args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = startCli(args, env);
    const out: Buffer[] = [];
    const notes: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => notes.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), notes: Buffer.concat(notes).toString('utf8') }),
    );
    child.stdin.end();
  });
}
