import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { RefusalError } from '../../../src/kernel/index.ts';
import { migrationFiles } from '../migration-files.ts';
import { countLines } from './archive.ts';
import { auditHeadOf, connectOwner, occupantOf, type TableShape, tablesOf } from './catalog.ts';
import { copyOut } from './copy.ts';
import { liftGuards } from './guards.ts';
import { Loader } from './load.ts';
import type { Manifest } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import type { Tell } from './take.ts';

export interface Restoration {
  /** Address of the empty database, as the one who will own its tables. */
  readonly ownerAddress: string;
  /** Opens the backup from its beginning; it is read twice. */
  readonly open: () => AsyncIterable<Buffer>;
  readonly tell: Tell;
}

/**
 * Fills an empty database from a backup, in one transaction: the tables as the backup's program had them, the rows, then
 * every table is read again and must be what the backup says to the byte, and the last audit entry too. Gives the
 * manifest. Refuses, with the database as empty as before, a file that is damaged or not ours (found before anything is
 * written), one made by a newer program (`backup-newer`), and a database with something in it (`database-not-empty`).
 */
export async function restoreBackup({ ownerAddress, open, tell }: Restoration): Promise<Manifest> {
  const manifest = await checkBackup(open());
  const client = await connectOwner(ownerAddress).catch((cause: unknown) => {
    throw new RefusalError({ code: 'database-not-answering', field: 'DATABASE_URL', given: wordsOf(cause) });
  });
  try {
    const occupant = await occupantOf(client);
    if (occupant !== null) throw new RefusalError({ code: 'database-not-empty', given: occupant });
    await client.query('begin');
    await fill(client, manifest, open, tell);
    await client.query('commit');
    await client.query('analyze');
    return manifest;
  } catch (cause) {
    if (cause instanceof pg.DatabaseError)
      throw new RefusalError({ code: 'backup-not-restored', given: cause.message });
    throw cause;
  } finally {
    // Ends an open transaction too: nothing of it stays.
    await client.end();
  }
}

/** Reads a backup to its end and gives its manifest. Refuses one that is damaged, not ours or newer than this program. */
export async function checkBackup(bytes: AsyncIterable<Buffer>): Promise<Manifest> {
  const manifest = await readArchive(bytes, async () => undefined);
  const known = migrationFiles().map(({ name }) => name);
  const strange = manifest.migrations.find((name, index) => name !== known[index]);
  if (strange !== undefined) throw new RefusalError({ code: 'backup-newer', given: strange, limit: manifest.program });
  return manifest;
}

async function fill(client: pg.Client, manifest: Manifest, open: Restoration['open'], tell: Tell): Promise<void> {
  await makeTables(client, manifest.migrations);
  const tables = await tablesOf(client);
  refuseOtherShapes(manifest, tables);
  const putBack = await liftGuards(client);
  // Some migrations put first rows into their tables; the backup has them too.
  for (const { name } of tables) await client.query(`delete from ${pg.escapeIdentifier(name)}`);
  const loader = new Loader(client, tables);
  const numbers = new Map(manifest.tables.map(({ name }, index) => [name, index + 1]));
  await readArchive(open(), async (piece) => {
    tell({ table: piece.table, number: numbers.get(piece.table) ?? 0, of: numbers.size });
    await loader.take(piece);
  });
  await loader.end();
  for (const { name, value, used } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${name}`, value, used]);
  await putBack();
  for (const part of manifest.tables) await compare(client, part, tables);
  const head = await auditHeadOf(client);
  if (JSON.stringify(head) !== JSON.stringify(manifest.auditHead))
    throw new RefusalError({ code: 'backup-differs', given: 'audit_entry' });
}

/** The tables as they were when the backup was made: its migrations, and the migrator's own lists. */
async function makeTables(client: pg.Client, migrations: readonly string[]): Promise<void> {
  await client.query(`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)`);
  for (const { name, text } of migrationFiles()) if (migrations.includes(name)) await client.query(text);
}

function refuseOtherShapes(manifest: Manifest, tables: readonly TableShape[]): void {
  const shape = ({ name, columns }: TableShape) => `${name}(${columns.join(', ')})`;
  const [theirs, ours] = [manifest.tables.map(shape), tables.map(shape)];
  const different = [...theirs, ...ours].find((each) => !theirs.includes(each) || !ours.includes(each));
  if (different !== undefined) throw new RefusalError({ code: 'backup-tables-differ', given: different.slice(0, 200) });
}

async function compare(
  client: pg.Client,
  part: Manifest['tables'][number],
  tables: readonly TableShape[],
): Promise<void> {
  const table = tables.find(({ name }) => name === part.name)!;
  const digest = createHash('sm3');
  let rows = 0;
  for await (const chunk of client.query(copyTo(copyOut(table)))) {
    digest.update(chunk);
    rows += countLines(chunk);
  }
  if (rows !== part.rows || digest.digest('hex') !== part.sm3)
    throw new RefusalError({ code: 'backup-differs', given: part.name });
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
