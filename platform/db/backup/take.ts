import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableSource } from './archive.ts';
import { writeArchive } from './archive.ts';
import { auditHeadOf, connectOwner, migrationsOf, sequencesOf, type TableShape, tablesOf } from './catalog.ts';
import { copyOut } from './copy.ts';

/** Where a backup or a restoration has come to. */
export interface Progress {
  readonly table: string;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}
export type Tell = (progress: Progress) => void;

/**
 * The bytes of a backup of everything in the database at one moment, while others go on writing: all tables are read in
 * one snapshot. `program` is the program's version, `now` the moment in ISO 8601.
 */
export async function* takeBackup(
  ownerAddress: string,
  program: string,
  now: () => string,
  tell: Tell,
): AsyncGenerator<Buffer> {
  const client = await connectOwner(ownerAddress);
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await tablesOf(client);
    // Held until the end, so that nobody changes a table's columns between the first and the last.
    if (tables.length > 0)
      await client.query(`lock table ${tables.map(({ name }) => `"${name}"`).join(', ')} in access share mode`);
    const version = await client.query<{ version: string }>("select current_setting('server_version') as version");
    const head = {
      format: 1,
      program,
      at: now(),
      postgres: version.rows[0]?.version ?? '',
      migrations: await migrationsOf(client),
      sequences: await sequencesOf(client),
      auditHead: await auditHeadOf(client),
    } as const;
    yield* writeArchive(head, sources(client, tables, tell));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function* sources(client: pg.Client, tables: readonly TableShape[], tell: Tell): AsyncGenerator<TableSource> {
  for (const [index, { name, columns }] of tables.entries()) {
    tell({ table: name, number: index + 1, of: tables.length });
    yield { name, columns, text: client.query(copyTo(copyOut({ name, columns }))) };
  }
}
