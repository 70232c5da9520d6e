import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 90_000;
const STEP_MS = 100;

/** Of several test processes one works at a time, the others wait. `lock` is a folder that nobody else makes. */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await enter(lock);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

async function enter(lock: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      await pause(STEP_MS);
    }
  }
  // Whoever made the lock is gone: what is done behind it takes seconds.
  rmSync(lock, { recursive: true, force: true });
  mkdirSync(lock);
}
