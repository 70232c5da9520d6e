import { createReadStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { unseal } from './seal.ts';

/** Backups that were named by us, so that only those are ever taken away. */
const ownName = /^jingwei-\d{8}-\d{6}\.(?:tar|sealed)$/u;

/** The name of a backup made at `at` (ISO 8601): `jingwei-20260301-020000.tar`; `.sealed` for one with a passphrase. */
export const backupName = (at: string, sealed: boolean): string =>
  `jingwei-${at.slice(0, 19).replace(/[-:]/gu, '').replace('T', '-')}.${sealed ? 'sealed' : 'tar'}`;

/** Where a backup goes: into the folder under a name of its own, or to the file. Refuses one that is there already. */
export async function backupPlace(given: string, at: string, sealed: boolean): Promise<string> {
  const isFolder = (await stat(given).catch(() => null))?.isDirectory() === true;
  const file = isFolder ? join(given, backupName(at, sealed)) : given;
  if (existsSync(file)) throw new RefusalError({ code: 'backup-file-there', given: file });
  return file;
}

/**
 * Writes a file that only its owner may read, and gives its size. It gets its name when it is whole and on the disk;
 * when something goes wrong before, nothing is left.
 */
export async function writeWhole(file: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const unfinished = `${file}.part`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      for await (const chunk of chunks) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const { size } = await stat(unfinished);
    await rename(unfinished, file);
    return size;
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (cause instanceof Error && 'syscall' in cause)
      throw new RefusalError({ code: 'backup-not-written', field: file, given: cause.message });
    throw cause;
  }
}

/** Opens a backup file from its beginning, each time it is called. Refuses one that is not there. */
export function openBackup(file: string, passphrase: string | null): () => AsyncIterable<Buffer> {
  if (!existsSync(file)) throw new RefusalError({ code: 'not-found', field: file });
  return () => unseal(createReadStream(file, { highWaterMark: 1024 * 1024 }), passphrase);
}

/** Takes the oldest backups of ours out of a folder until only `keep` are left; gives their names. */
export async function keepNewest(folder: string, keep: number): Promise<string[]> {
  const ours = (await readdir(folder)).filter((name) => ownName.test(name)).sort();
  const old = ours.slice(0, Math.max(0, ours.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old;
}
