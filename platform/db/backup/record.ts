import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last backup, as it is remembered in the data folder. */
export interface BackupRecord {
  /** Moment of the snapshot, ISO 8601. */
  readonly at: string;
  readonly file: string;
}

const recordOf = (dataDir: string): string => join(dataDir, 'last-backup.json');

/** Remembers a backup, for doctor and monitoring. Gives false where the data folder cannot be written. */
export async function rememberBackup(dataDir: string, record: BackupRecord): Promise<boolean> {
  const unfinished = `${recordOf(dataDir)}.${process.pid}`;
  try {
    await writeFile(unfinished, `${JSON.stringify(record)}\n`);
    await rename(unfinished, recordOf(dataDir));
    return true;
  } catch {
    return false;
  }
}

/** The last backup that was made from here; null when none is remembered. */
export async function lastBackup(dataDir: string): Promise<BackupRecord | null> {
  try {
    const { at, file } = JSON.parse(await readFile(recordOf(dataDir), 'utf8')) as Partial<BackupRecord>;
    return typeof at === 'string' && typeof file === 'string' && !Number.isNaN(Date.parse(at)) ? { at, file } : null;
  } catch {
    return null;
  }
}
