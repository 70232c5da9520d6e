import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const lock = join(tmpdir(), `jingwei-pages-${root.replace(/\W/g, '-')}`);
const PATIENCE_MS = 90_000;
const STEP_MS = 100;

/** Builds the pages when they are older than their sources. Of several test processes one builds, the others wait. */
export async function builtPages(): Promise<void> {
  await enter();
  try {
    // In a process of its own: libraries built under a test runner's NODE_ENV behave otherwise than for users.
    const env = { ...process.env, NODE_ENV: 'production' };
    const command = [join(root, 'apps', 'cli', 'main.ts'), 'build-web', '--if-stale'];
    await promisify(execFile)(process.execPath, command, { cwd: root, env });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

async function enter(): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      await pause(STEP_MS);
    }
  }
  // Whoever made the lock is gone: a build takes seconds.
  rmSync(lock, { recursive: true, force: true });
  mkdirSync(lock);
}
