import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { isSystem, tellWhoAsks } from './as-actor.ts';
import { askKept } from './prepared.ts';
import { tuplesOf } from './tuples.ts';

/** How values come out of PostgreSQL: bigint as number, moments as ISO 8601 in UTC, days as `YYYY-MM-DD`. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: (text) => text,
  1184: (text) => new Date(text).toISOString(),
};

export interface KyselyOptions {
  readonly connections?: number;
  /** True for the owner of the tables, over whom row-level security has no power: migrations, backup, tests. */
  readonly owner?: boolean;
}

/** How many connections of a pool there are, for whoever watches the server. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

const pools = new WeakMap<object, readonly pg.Pool[]>();

/** What the pools of an open database do together; zeros for one that is not ours. */
export function poolState(db: object): PoolState {
  const sum = (of: 'totalCount' | 'idleCount' | 'waitingCount') =>
    (pools.get(db) ?? []).reduce((total, pool) => total + pool[of], 0);
  return { total: sum('totalCount'), idle: sum('idleCount'), waiting: sum('waitingCount') };
}

/**
 * A pool of connections as Kysely. A statement that takes over a minute, a transaction that idles over a minute and a
 * wait of 15 seconds for a connection end in an error instead of piling up. Each connection is told on whose behalf it
 * is used before it is; the platform itself has some of its own, so that looking up who knocks need not tell anew.
 */
export function openKysely<Tables>(address: string, options: KyselyOptions = {}): Kysely<Tables> {
  const { connections = 10, owner = false } = options;
  const people = openPool(address, connections);
  const all = owner ? [people] : [people, openPool(address, Math.ceil(connections / 2))];
  const [, system = people] = all;
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: owner ? people : telling(people, system) }),
  });
  pools.set(db, all);
  return db;
}

/**
 * What is read all the time is in memory, where a row costs about the same wherever it lies, so that a list is walked in
 * its order; nothing is asked that takes longer than translating it would; and what an index finds of a million rows is
 * remembered row by row, not page by page, which would be looked through again.
 */
const planning = '-c random_page_cost=1.1 -c jit=off -c work_mem=16MB';

function openPool(address: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'jingwei',
    options: planning,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks between two statements of a transaction: the next statement is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The pools for Kysely, whose connections know who asks. */
function telling(people: pg.Pool, system: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await (isSystem() ? system : people).connect();
      try {
        await tellWhoAsks(client);
      } catch (cause) {
        client.release(true);
        throw cause;
      }
      return keeping(client);
    },
    end: async () => {
      await Promise.all([people.end(), system.end()]);
    },
  } as PostgresPool;
}

const kept = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** A connection for Kysely that keeps the plans of what it is asked all the time. */
function keeping(client: pg.PoolClient): PostgresPoolClient {
  const known = kept.get(client);
  if (known !== undefined) return known;
  const made = {
    query: (text: string, values: readonly unknown[]) =>
      values[0] instanceof Readable ? copiedFrom(client, text, values[0]) : askKept(client, text, values),
    release: () => client.release(),
  } as unknown as PostgresPoolClient;
  kept.set(client, made);
  return made;
}

async function copiedFrom(client: pg.PoolClient, text: string, source: Readable): Promise<pg.QueryResult> {
  await pipeline(source, client.query(copyFrom(text)));
  return { command: 'COPY', rowCount: 0, oid: 0, fields: [], rows: [] };
}

/**
 * Copies rows into `columns` of a table on the connection of a transaction, as fast as they come; `parts` are pieces of rows in the
 * text format of COPY (see copy-text.ts). What `parts` throws ends the transaction.
 */
export async function copyRows<Tables>(
  db: Kysely<Tables>,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const text = `copy ${pg.escapeIdentifier(table)} (${names}) from stdin`;
  await db.executeQuery(CompiledQuery.raw(text, [Readable.from(parts, { objectMode: true, highWaterMark: 2 })]));
}

/**
 * Rows as the server keeps them, without any value being read: whoever asks knows what the bytes of each mean (whole numbers are
 * big-endian). For columns of many megabytes, which would be twice as long in words. `text` is a select without parameters;
 * `$text` in it stands for each of `words` in turn, as a literal.
 */
export async function binaryRows(
  db: object,
  text: string,
  words: readonly string[] = [],
): Promise<readonly (readonly (Buffer | null)[])[]> {
  return tuplesOf(Buffer.concat(await binaryParts(db, text, words)));
}

/** The same, still in one piece and in memory that threads share: for `tuplesOf` in a thread, so that nobody waits here. */
export async function binaryBytes(db: object, text: string, words: readonly string[] = []): Promise<Uint8Array> {
  const parts = await binaryParts(db, text, words);
  const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function binaryParts(db: object, text: string, words: readonly string[]): Promise<Buffer[]> {
  const all = pools.get(db) ?? [];
  const pool = isSystem() ? all.at(-1) : all[0];
  if (pool === undefined) throw new TypeError('not a database of ours');
  const literal = words.map((word) => pg.escapeLiteral(word)).join(', ');
  const client = await pool.connect();
  let broken = true;
  try {
    await tellWhoAsks(client);
    const parts: Buffer[] = [];
    const query = `copy (${text.replace('$text', () => literal)}) to stdout (format binary)`;
    for await (const part of client.query(copyTo(query))) parts.push(part as Buffer);
    broken = false;
    return parts;
  } finally {
    client.release(broken);
  }
}
