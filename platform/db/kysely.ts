import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { isSystem, tellWhoAsks } from './as-actor.ts';
import { askKept } from './prepared.ts';

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
 * its order; and nothing is asked that takes longer than translating it would.
 */
const planning = '-c random_page_cost=1.1 -c jit=off';

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
    query: (text: string, values: readonly unknown[]) => askKept(client, text, values),
    release: () => client.release(),
  } as unknown as PostgresPoolClient;
  kept.set(client, made);
  return made;
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
    return tuplesOf(Buffer.concat(parts));
  } finally {
    client.release(broken);
  }
}

/** The rows of a binary copy: nineteen bytes of heading and how long what follows it is, then each row by its fields. */
function tuplesOf(bytes: Buffer): (Buffer | null)[][] {
  const rows: (Buffer | null)[][] = [];
  for (let at = 19 + bytes.readInt32BE(15); ; ) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    if (fields < 0) return rows;
    const row: (Buffer | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      if (length > 0) at += length;
    }
    rows.push(row);
  }
}
