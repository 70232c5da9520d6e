import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Bounds {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly dataMegabytes: number;
}

export interface BoundedRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Written to standard input. */
  readonly input: Uint8Array | null;
  /** Most bytes that are taken from descriptor 3. */
  readonly answerBytes: number;
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The clock ran out, or the process used up its processor seconds. */
  readonly outOfTime: boolean;
  readonly answer: Buffer;
  readonly errors: string;
}

/**
 * Runs a program under bounds and waits for its end. Where there is a POSIX shell the kernel itself holds the process
 * and its children to the processor time and writable memory given; elsewhere only the clock does. It runs in a group
 * of its own, and the whole group is ended when the time is up, so that nothing stays behind.
 */
export async function runBounded(run: BoundedRun, bounds: Bounds): Promise<Outcome> {
  const child = start(run, bounds);
  let clockRanOut = false;
  const clock = setTimeout(() => {
    clockRanOut = true;
    endGroup(child);
  }, bounds.wallSeconds * 1000);
  try {
    const errors = collect(child.stderr, 64 * 1024, () => undefined);
    const answer = collect(child.stdio[3] as Readable | null, run.answerBytes, () => endGroup(child));
    child.stdin?.on('error', () => undefined); // a reader that refuses early closes its end first
    child.stdin?.end(run.input ?? undefined);
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, reason) => resolve([code, reason]));
    });
    const outOfTime = clockRanOut || signal === 'SIGXCPU';
    return { exitCode, signal, outOfTime, answer: answer(), errors: errors().toString('utf8') };
  } finally {
    clearTimeout(clock);
    endGroup(child);
  }
}

function start(run: BoundedRun, bounds: Bounds): ChildProcess {
  const options = {
    env: { ...run.env },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'] as ('pipe' | 'ignore')[],
    windowsHide: true,
  };
  if (process.platform === 'win32') return spawn(run.program, [...run.args], options);
  // The soft limit ends the process with SIGXCPU, which tells time from memory; the hard one follows a second later.
  const script = [
    'ulimit -c 0',
    `ulimit -H -t ${bounds.cpuSeconds + 1}`,
    `ulimit -S -t ${bounds.cpuSeconds}`,
    `ulimit -d ${bounds.dataMegabytes * 1024} 2>/dev/null`,
    'exec "$0" "$@"',
  ].join('; ');
  return spawn('/bin/sh', ['-c', script, run.program, ...run.args], { ...options, detached: true });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

/** Gathers at most `most` bytes of a stream; `overflow` is called once when there are more. */
function collect(stream: Readable | null, most: number, overflow: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    if (size > most) return;
    size += chunk.length;
    if (size > most) overflow();
    else chunks.push(chunk);
  });
  stream?.on('error', () => undefined);
  return () => Buffer.concat(chunks);
}
