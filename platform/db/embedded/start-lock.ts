import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { RefusalError } from '../../../src/kernel/index.ts';

const patienceMs = 90_000;

/** Locks that this process holds: our own number in any other lock was left by a process that had it before us. */
const held = new Set<string>();

/**
 * Lets one process at a time start or stop the database of a data folder. The lock is a file with our process number;
 * one that a dead process left behind is taken over. Refuses after 90 seconds of waiting for a live one.
 */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  while (!take(file)) {
    if (performance.now() > until) throw new RefusalError({ code: 'database-start-locked', given: file });
    await pause(100);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  removeWhenAbandoned(file);
  return false;
}

function removeWhenAbandoned(file: string): void {
  const owner = ownerOf(file);
  if (owner === null || (owner === process.pid ? held.has(file) : isAlive(owner))) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Somebody may have replaced the abandoned lock between the look and the rename: then it goes back.
  if (ownerOf(aside) !== owner) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function ownerOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** True when a process with this number runs, ours or somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
