import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { limits } from '../limits.ts';

/** Measured: Node 24 on Linux; used where the system does not tell. */
const USUAL = 575;
const TEN_SECONDS = 10_000;

let measured: Promise<number> | null = null;

/**
 * Writable memory, in MB, that a Node process has laid claim to before it does anything. The kernel counts the claim,
 * used or not, and it differs with the machine: so it is measured once and the reader's own share put on top.
 */
export function idleMegabytes(): Promise<number> {
  measured ??= measure();
  return measured;
}

async function measure(): Promise<number> {
  const script = "process.stdout.write(require('node:fs').readFileSync('/proc/self/status', 'latin1'))";
  const flags = [`--max-old-space-size=${limits.heapMegabytes}`, '-e', script];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, flags, { env: {}, timeout: TEN_SECONDS });
    const kilobytes = /^VmData:\s+(\d+) kB/m.exec(stdout)?.[1];
    return kilobytes === undefined ? USUAL : Math.ceil(Number(kilobytes) / 1024);
  } catch {
    return USUAL;
  }
}
