import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type OpenDatabase, openDatabase, openKysely } from '../index.ts';
import { openTemporaryFolder } from '../testing/index.ts';
import { canReach } from './account.ts';
import { stopCluster } from './cluster.ts';
import { placesOf } from './places.ts';
import { runningPostmaster } from './postmaster.ts';
import { withStartLock } from './start-lock.ts';

interface Notes {
  note: { text: string };
}

const folders: string[] = [];
const newFolder = (): string => {
  const folder = openTemporaryFolder('embedded');
  folders.push(folder);
  return folder;
};
const processes: ChildProcess[] = [];

afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  for (const folder of folders) {
    await stopCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

const open = (dataDir: string, exclusive = false): Promise<OpenDatabase<Notes>> =>
  openDatabase<Notes>({ dataDir, exclusive });
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.catch((error: unknown) => error);
  return cause instanceof RefusalError ? cause.refusals.map((refusal) => refusal.code).join() : `not refused: ${cause}`;
};

/** Does what the server's own login may not. */
async function asOwner({ ownerAddress }: OpenDatabase<Notes>, statement: RawBuilder<unknown>): Promise<void> {
  const owner = openKysely<Notes>(ownerAddress, { connections: 1, owner: true });
  await statement.execute(owner);
  await owner.destroy();
}

/** Another process that opens the data folder as a server, says so and then only waits. */
async function otherServer(dataDir: string): Promise<ChildProcess> {
  const face = fileURLToPath(new URL('../index.ts', import.meta.url));
  const script = `const { openDatabase } = await import(${JSON.stringify(face)});
    await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, exclusive: true }); console.log('open'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  await once(child.stdout!, 'data');
  return child;
}

test('rows outlive the server; Chinese counts as letters; the last user stops it', async () => {
  const folder = newFolder();
  const first = await open(folder);
  await asOwner(first, sql`create table note (text text); grant all on note to public`);
  await first.db.insertInto('note').values({ text: '临江市' }).execute();
  const second = await open(folder);
  await first.close();
  expect(await second.db.selectFrom('note').selectAll().execute()).toEqual([{ text: '临江市' }]);
  const letters = await sql<{ yes: boolean }>`select '临江' ~ '^[[:alpha:]]+$' as yes`.execute(second.db);
  expect(letters.rows).toEqual([{ yes: true }]);
  await second.close();
  expect(runningPostmaster(placesOf(folder).cluster)).toBeNull();
  const third = await open(folder);
  expect(await third.db.selectFrom('note').selectAll().execute()).toHaveLength(1);
  await third.close();
});

test('a second server on the same folder is refused, a tool is not; after a crash the next one joins', async () => {
  const folder = newFolder();
  const crashed = await otherServer(folder);
  expect(await refusalOf(open(folder, true))).toBe('data-folder-in-use');
  const tool = await open(folder);
  await tool.close();
  const before = runningPostmaster(placesOf(folder).cluster);
  expect(before).not.toBeNull();
  crashed.kill('SIGKILL');
  await once(crashed, 'exit');
  const next = await open(folder, true);
  expect(runningPostmaster(placesOf(folder).cluster)).toEqual(before);
  await next.close();
});

test('a server that dies while it is used is started again, and the connections come back', async () => {
  const folder = newFolder();
  const { db, close } = await open(folder, true);
  const before = runningPostmaster(placesOf(folder).cluster)!;
  process.kill(before.pid, 'SIGKILL');
  const patience = { timeout: 40_000, interval: 100 };
  await vi.waitFor(() => {
    const after = runningPostmaster(placesOf(folder).cluster);
    expect(after?.port).toBe(before.port);
    expect(after?.pid).not.toBe(before.pid);
  }, patience);
  await vi.waitFor(() => sql`select 1`.execute(db), patience);
  await close();
  expect(runningPostmaster(placesOf(folder).cluster)).toBeNull();
});

test('the password is only ours to read and no connection goes without it', async () => {
  const folder = newFolder();
  const { db, close } = await open(folder);
  const { secret, cluster } = placesOf(folder);
  expect(statSync(secret).mode & 0o077).toBe(0);
  const { password } = JSON.parse(readFileSync(secret, 'utf8')) as { password: string };
  expect(password.length).toBeGreaterThanOrEqual(32);
  const listening = await sql<{ at: string }>`select current_setting('listen_addresses') as at`.execute(db);
  expect(listening.rows).toEqual([{ at: '127.0.0.1' }]);
  const stranger = openKysely(`postgres://jingwei:wrong@127.0.0.1:${runningPostmaster(cluster)!.port}/postgres`);
  await expect(sql`select 1`.execute(stranger)).rejects.toThrow('password authentication failed');
  await stranger.destroy();
  await close();
});

test('a half-made cluster is made anew, a lock of a dead process taken over', async () => {
  const folder = newFolder();
  const { cluster, startLock } = placesOf(folder);
  writeFileSync(startLock, '2147483646');
  const { db, close } = await open(folder);
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  expect(existsSync(`${cluster}.new`)).toBe(false);
  await close();
  expect(existsSync(startLock)).toBe(false);
});

test('the start lock lets one in at a time', async () => {
  const lock = join(newFolder(), 'one.lock');
  const said: string[] = [];
  const enter = (name: string) =>
    withStartLock(lock, async () => {
      said.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${name} out`);
    });
  await Promise.all([enter('a'), enter('b'), enter('c')]);
  expect(said.map((line) => line.slice(2))).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
});

test.runIf(process.getuid?.() === 0)('as root below a closed folder the cluster lies in an open one', () => {
  const closed = newFolder();
  chmodSync(closed, 0o700);
  const data = join(closed, 'data');
  const { cluster } = placesOf(data);
  expect(cluster.startsWith('/var/lib/jingwei/')).toBe(true);
  expect(canReach(join(cluster, '..'), { uid: 65534, gid: 65534 })).toBe(true);
  renameSync(data, join(closed, 'moved'));
  expect(placesOf(join(closed, 'moved')).cluster).toBe(cluster);
  rmSync(join(cluster, '..'), { recursive: true });
  chmodSync(closed, 0o755);
});

test('a database of a newer program is refused', async () => {
  const folder = newFolder();
  const database = await open(folder);
  await asOwner(database, sql`insert into kysely_migration (name, timestamp) values ('9999-future', '')`);
  await database.close();
  expect(await refusalOf(open(folder))).toBe('database-newer');
});

test('an external database that does not answer is refused', async () => {
  const url = 'postgres://nobody:x@127.0.0.1:1/none';
  expect(await refusalOf(openDatabase({ dataDir: newFolder(), url, exclusive: true }))).toBe('database-not-answering');
  expect(await refusalOf(openDatabase({ dataDir: newFolder(), url: '::', exclusive: true }))).toBe(
    'database-url-unreadable',
  );
});
