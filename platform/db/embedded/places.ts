import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { newId } from '../../ids/index.ts';
import { canReach, databaseAccount } from './account.ts';

/** Where the parts of an embedded database lie. */
export interface Places {
  /** The folder that the operator knows: `.data` or JINGWEI_DATA. */
  readonly dataDir: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  /** Password of the database, readable by us only. */
  readonly secret: string;
  readonly log: string;
  readonly startLock: string;
}

/** Where things go that must be reachable by the database's account although our own folder is closed to others. */
export const openFolder = '/var/lib/jingwei';

/**
 * Makes the data folder and says where its parts lie. As root in a folder closed to others (a clone below /root), the
 * cluster lies in /var/lib/jingwei, and a note in the data folder says where, so that it is found again when the folder
 * has moved. Refuses when that fails too.
 */
export function placesOf(givenDataDir: string): Places {
  const dataDir = resolve(givenDataDir);
  makeFolder(dataDir);
  const cluster = canReach(dataDir, databaseAccount())
    ? join(dataDir, 'postgres')
    : join(closedHome(dataDir), 'postgres');
  return {
    dataDir,
    cluster,
    secret: join(dataDir, 'database.json'),
    log: join(dataDir, 'postgres.log'),
    startLock: join(dataDir, 'starting.lock'),
  };
}

function closedHome(dataDir: string): string {
  const note = join(dataDir, 'postgres-elsewhere.txt');
  try {
    writeFileSync(note, `${join(openFolder, newId())}\n`, { flag: 'wx' });
  } catch {
    // It was noted before.
  }
  const home = readFileSync(note, 'utf8').trim();
  makeFolder(home);
  if (!canReach(home, databaseAccount()))
    throw new RefusalError({ code: 'data-folder-closed', field: 'JINGWEI_DATA', given: dataDir });
  return home;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch {
    throw new RefusalError({ code: 'data-folder-unwritable', field: 'JINGWEI_DATA', given: folder });
  }
}
