import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import { appAddress, migrate, openKysely } from '../index.ts';
import { migrationFiles } from '../migration-files.ts';
import { emptyDatabase } from '../testing/empty.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { bringUpToDate } from '../up-to-date.ts';
import { connectOwner, tablesOf } from './catalog.ts';
import { checkBackup, type Manifest, restoreBackup, seal, takeBackup, unseal } from './index.ts';

const now = () => '2026-03-01T02:00:00.000Z';
const tell = () => undefined;
let source: TestDatabase<unknown>;
let client: pg.Client;
beforeAll(async () => {
  source = await testDatabase();
  client = new pg.Client({ connectionString: source.address });
  await client.connect();
  for (let number = 0; number < 40; number += 1) await addPlan(client, `p${number}`);
  await client.query('update plan set revision = 2 where id in ($1, $2)', ['p3', 'p7']);
});
afterAll(async () => {
  await client.end();
  await source.close();
});

/** A plan with its source and first change, in one transaction; texts with everything that COPY must escape. */
async function addPlan(by: pg.Client, id: string): Promise<void> {
  const text = `临江\t丝绸\\\n${id}\r${'𠮷'.repeat(3)}\\.\n\\N`;
  await by.query('begin');
  await by.query(
    `insert into source_file (id, file_name, format, sha256, size, bytes, body, page_starts, furniture, tables, created_at)
     values ($1, '方案.txt', 'txt', '', 1, $2, $3, '[]', '[]', '[]', $4)`,
    [id, Buffer.from([0, 10, 13, 92, 255]), text, now()],
  );
  await by.query(
    `insert into plan (id, revision, next_item, status, created_at, created_by_id, created_by_name, updated_at)
     values ($1, 1, 1, 'draft', $2, 'u', '综合科', $2)`,
    [id, now()],
  );
  await by.query(
    `insert into plan_history (plan_id, revision, action, at, by_id, by_name, change)
     values ($1, 1, 'import', $2, 'u', '综合科', '{"a": [1, null, "\\"x\\""]}')`,
    [id, now()],
  );
  await by.query('commit');
}

async function bytesOf(address: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of takeBackup(address, '0.1.0', now, tell)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* stream(bytes: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const opener = (bytes: Buffer) => () => unseal(stream(bytes), null);

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusals[0]!.code;
    throw cause;
  }
}

test('restored elsewhere every table is the same to the byte, and so is the next backup', async () => {
  const bytes = await bytesOf(source.address);
  const empty = await emptyDatabase(source.address);
  const manifest = await restoreBackup({ ownerAddress: empty.address, open: opener(bytes), tell });
  expect(manifest.tables.find(({ name }) => name === 'plan')?.rows).toBe(40);
  expect((await bytesOf(empty.address)).equals(bytes)).toBe(true);
  const restored = await connectOwner(empty.address);
  const triggers = await restored.query("select count(*)::int as off from pg_trigger where tgenabled = 'D'");
  expect(triggers.rows).toEqual([{ off: 0 }]);
  await expect(restored.query("update plan_history set action = 'x'")).rejects.toThrow('cannot change');
  await expect(restored.query("delete from source_file; delete from plan where id = 'p1'")).rejects.toThrow(
    'foreign key',
  );
  expect(await tablesOf(restored)).toEqual(await tablesOf(client));
  await restored.end();
  await empty.drop();
});

test('while others write, a backup is of one moment', async () => {
  let writing = true;
  const writer = new pg.Client({ connectionString: source.address });
  await writer.connect();
  const written = (async () => {
    let number = 0;
    while (writing) {
      await addPlan(writer, `w${number}`);
      number += 1;
    }
    return number;
  })();
  const backups: Buffer[] = [];
  for (let times = 0; times < 3; times += 1) backups.push(await bytesOf(source.address));
  writing = false;
  expect(await written).toBeGreaterThan(0);
  await writer.end();
  for (const bytes of backups) {
    const { tables } = await checkBackup(stream(bytes));
    const rows = (wanted: string) => tables.find(({ name }) => name === wanted)?.rows;
    expect([rows('plan'), rows('plan_history')]).toEqual([rows('source_file'), rows('source_file')]);
    const empty = await emptyDatabase(source.address);
    await restoreBackup({ ownerAddress: empty.address, open: opener(bytes), tell });
    expect((await bytesOf(empty.address)).equals(bytes)).toBe(true);
    await empty.drop();
  }
});

test('the owner needs no superuser for either', async () => {
  const [first, second] = await Promise.all([
    emptyDatabase(source.address, 'one'),
    emptyDatabase(source.address, 'two'),
  ]);
  const owner = openKysely(first.address, { connections: 1, owner: true });
  await migrate(owner);
  await owner.destroy();
  await appAddress(first.address);
  const bytes = await bytesOf(first.address);
  await restoreBackup({ ownerAddress: second.address, open: opener(bytes), tell });
  expect((await bytesOf(second.address)).equals(bytes)).toBe(true);
  for (const database of [first, second]) await database.drop();
});

test('one of an older program is restored as it was, then brought up to date', async () => {
  const [old, target] = await Promise.all([emptyDatabase(source.address), emptyDatabase(source.address)]);
  const [first, ...rest] = migrationFiles();
  const before = new pg.Client({ connectionString: old.address });
  await before.connect();
  await before.query(`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
    insert into kysely_migration_lock values ('migration_lock', 0)`);
  await before.query(first!.text);
  await before.query("insert into kysely_migration values ($1, '2025-01-01')", [first!.name]);
  for (const id of ['p1', 'p2']) await addPlan(before, id);
  await before.end();
  await restoreBackup({ ownerAddress: target.address, open: opener(await bytesOf(old.address)), tell });
  expect((await bringUpToDate(target.address, undefined, true)).ran).toEqual(rest.map(({ name }) => name));
  const after = await connectOwner(target.address);
  expect((await after.query('select id from plan order by id')).rows).toEqual([{ id: 'p1' }, { id: 'p2' }]);
  await after.end();
  for (const database of [old, target]) await database.drop();
});

describe('nothing is written from a file that is not whole and ours', () => {
  let bytes: Buffer;
  let manifest: Manifest;
  beforeAll(async () => {
    bytes = await bytesOf(source.address);
    manifest = await checkBackup(stream(bytes));
  });

  test('cut off anywhere', async () => {
    for (let at = 0; at < bytes.length; at += 997)
      expect(await codeOf(checkBackup(stream(bytes.subarray(0, at)))), String(at)).toMatch(/truncated|foreign/);
    expect(await codeOf(checkBackup(stream(bytes.subarray(0, -1))))).toBe('backup-truncated');
    expect(await codeOf(checkBackup(stream(Buffer.concat([bytes, Buffer.alloc(512)]))))).toBe('backup-changed');
  });

  test('one byte changed anywhere', async () => {
    for (let at = 0; at < bytes.length; at += 89) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      expect(await codeOf(checkBackup(stream(changed))), String(at)).toMatch(/^backup-(?:changed|truncated|foreign)$/);
    }
  });

  test('files of other programs', async () => {
    for (const foreign of ['', 'select 1;\n', 'x'.repeat(5000), '\u0000'.repeat(2000)])
      expect(await codeOf(checkBackup(stream(Buffer.from(foreign))))).toMatch(/foreign|truncated/);
  });

  test('the database stays as it was: empty, or with what is in it', async () => {
    const empty = await emptyDatabase(source.address);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 3000]! ^= 1;
    const restore = (what: Buffer, ownerAddress: string) =>
      codeOf(restoreBackup({ ownerAddress, open: opener(what), tell }));
    expect(await restore(changed, empty.address)).toMatch(/^backup-/);
    expect(await restore(bytes, source.address)).toBe('database-not-empty');
    const looking = await connectOwner(empty.address);
    expect(await tablesOf(looking)).toEqual([]);
    await looking.end();
    expect(await restore(bytes, empty.address)).toBe('done');
    await empty.drop();
  });

  test('one of a newer program', async () => {
    const chunks: Buffer[] = [];
    const { writeArchive } = await import('./archive.ts');
    const newer = { ...manifest, migrations: [...manifest.migrations, '9999-later'] };
    for await (const chunk of writeArchive(newer, (async function* () {})())) chunks.push(chunk);
    expect(await codeOf(checkBackup(stream(Buffer.concat(chunks))))).toBe('backup-newer');
  });
});

describe('sealed with a passphrase', () => {
  const collect = async (chunks: AsyncIterable<Buffer>) => {
    const all: Buffer[] = [];
    for await (const chunk of chunks) all.push(chunk);
    return Buffer.concat(all);
  };
  const sealed = (plain: Buffer) => collect(seal(stream(plain), '临江的口令 很长'));
  const opened = (what: Buffer, passphrase: string | null = '临江的口令 很长') =>
    collect(unseal(stream(what), passphrase));

  test.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 2 * 1024 * 1024 + 5])('%i bytes come back', async (size) => {
    const plain = Buffer.alloc(size, 7);
    expect((await opened(await sealed(plain))).equals(plain)).toBe(true);
  });

  test('not without it, not with another, not when changed, cut or put in another order', async () => {
    const whole = await sealed(Buffer.alloc(2 * 1024 * 1024 + 5, 7));
    const frame = 1024 * 1024 + 16;
    const begin = 17 + 16;
    const swapped = Buffer.concat([
      whole.subarray(0, begin),
      whole.subarray(begin + frame, begin + 2 * frame),
      whole.subarray(begin, begin + frame),
      whole.subarray(begin + 2 * frame),
    ]);
    const changed = Buffer.from(whole);
    changed[begin + frame + 100]! ^= 1;
    expect(await codeOf(opened(whole, null))).toBe('backup-sealed');
    expect(await codeOf(opened(whole, 'another one, long enough'))).toBe('backup-passphrase-wrong');
    expect(await codeOf(opened(swapped))).toBe('backup-passphrase-wrong');
    expect(await codeOf(opened(changed))).toBe('backup-changed');
    expect(await codeOf(opened(whole.subarray(0, begin + 2 * frame)))).toBe('backup-changed');
    expect(await codeOf(opened(whole.subarray(0, -1)))).toBe('backup-changed');
  });
});
