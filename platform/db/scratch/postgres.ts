import { once } from 'node:events';
import { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { RefusalError } from '../../../src/kernel/index.ts';
import { placeOf } from '../place.ts';
import { CopyReader, copyText } from './copy-text.ts';
import type { Filling, Scratch, ScratchColumn } from './scratch.ts';

/**
 * Opens a connection of its own to a PostgreSQL server, without a limit of time: reckoning over millions of rows takes
 * what it takes. Refuses an address that cannot be read and a server that does not answer or lets nobody in.
 */
export async function openPostgresScratch(address: string): Promise<Scratch> {
  const where = placeOf(address);
  const client = new pg.Client({
    connectionString: address,
    application_name: 'jingwei',
    connectionTimeoutMillis: 15_000,
    // Sums by region and kept rows stay in memory; nothing here is asked twice, so that nothing is worth translating.
    options: '-c work_mem=128MB -c temp_buffers=128MB -c jit=off',
  });
  // What broke the connection says more than what a query makes of it.
  let lost: Error | null = null;
  client.on('error', (cause) => {
    lost ??= cause;
  });
  try {
    await client.connect();
  } catch (cause) {
    throw new RefusalError({ code: 'server-not-answering', field: where, given: reasonOf(cause) });
  }
  const ask: Ask = (work) =>
    work().catch((cause: unknown) => {
      throw new RefusalError({ code: 'server-refuses', field: where, given: reasonOf(lost ?? cause) });
    });
  return {
    table: (name, columns) => ask(() => fill(client, name, columns, ask)),
    keep: async (table, query) => {
      const name = pg.escapeIdentifier(table);
      await ask(async () => {
        await client.query(`drop table if exists pg_temp.${name}`);
        await client.query(`create temporary table ${name} as ${query}`);
      });
    },
    rows: async (query) => {
      const types = { getTypeParser: () => (text: string) => text };
      return (await ask(() => client.query<(string | null)[]>({ text: query, rowMode: 'array', types }))).rows;
    },
    figures: (query, columns, take) => ask(() => readFigures(client, query, new CopyReader(columns, take))),
    close: () => client.end().catch(() => undefined),
  };
}

/** Does some work with the server and refuses by its place what goes wrong. */
type Ask = <T>(work: () => Promise<T>) => Promise<T>;

async function fill(client: pg.Client, table: string, columns: readonly ScratchColumn[], ask: Ask): Promise<Filling> {
  const name = pg.escapeIdentifier(table);
  const list = columns.map((column) => `${pg.escapeIdentifier(column.name)} ${column.type}`);
  await client.query(`drop table if exists pg_temp.${name}`);
  await client.query(`create temporary table ${name} (${list.join(', ')})`);
  const stream = client.query(copyFrom(`copy ${name} from stdin`));
  const ended = finished(stream);
  ended.catch(() => undefined);
  return {
    add: (figures, places) =>
      ask(async () => {
        for (const bytes of copyText(figures, places))
          if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
      }),
    end: () =>
      ask(async () => {
        stream.end();
        await ended;
      }),
  };
}

async function readFigures(client: pg.Client, query: string, reader: CopyReader): Promise<void> {
  const sink = new Writable({
    write(bytes: Uint8Array, _, done) {
      reader.read(bytes);
      done();
    },
  });
  await pipeline(client.query(copyTo(`copy (${query}) to stdout`)), sink);
}

const reasonOf = (cause: unknown): string | null =>
  cause instanceof Error && cause.message !== '' ? cause.message : null;
