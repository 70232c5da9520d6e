import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type Account, databaseAccount } from './account.ts';
import type { Binaries } from './binaries.ts';

/**
 * Makes a new, empty cluster (UTF-8, C.UTF-8: byte order, and Chinese counts as letters). It is built beside its place
 * and renamed at the end, so that a half-made one is never taken for real. `throwAway` skips waiting for the disk.
 */
export async function initialise(
  binaries: Binaries,
  cluster: string,
  password: string,
  throwAway: boolean,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const account = databaseAccount();
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, 'pw');
  const data = join(unfinished, 'data');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined)
    for (const path of [unfinished, data, passwordFile]) chownSync(path, account.uid, account.gid);
  const common = [
    `--pgdata=${data}`,
    '--username=jingwei',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...(throwAway ? ['--no-sync'] : []),
  ];
  const first = await runInitdb(binaries.initdb, [...common, '--locale=C.UTF-8'], account);
  if (first !== null) {
    // A system without C.UTF-8 (macOS): PostgreSQL's own copy of the same rules.
    const builtIn = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const second = await runInitdb(binaries.initdb, [...common, ...builtIn], account);
    if (second !== null) throw new RefusalError({ code: 'database-not-made', field: cluster, given: second });
  }
  mkdirSync(dirname(cluster), { recursive: true });
  renameSync(data, cluster);
  rmSync(unfinished, { recursive: true, force: true });
}

/** Gives null on success, else the last words of initdb. */
function runInitdb(program: string, args: string[], account: Account | undefined): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? null : said.trim()));
  });
}
