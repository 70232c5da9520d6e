import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { tellWhoAsks } from './as-actor.ts';

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

const pools = new WeakMap<object, pg.Pool>();

/** What the pool of an open database does; zeros for one that is not ours. */
export function poolState(db: object): PoolState {
  const pool = pools.get(db);
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

/**
 * A pool of connections as Kysely. A statement that takes over a minute, a transaction that idles over a minute and a
 * wait of 15 seconds for a connection end in an error instead of piling up. Each connection is told on whose behalf it
 * is used before it is.
 */
export function openKysely<Tables>(address: string, options: KyselyOptions = {}): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: address,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'jingwei',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks between two statements of a transaction: the next statement is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: options.owner === true ? pool : telling(pool) }),
  });
  pools.set(db, pool);
  return db;
}

/** The pool for Kysely, whose connections know who asks. */
function telling(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      try {
        await tellWhoAsks(client);
      } catch (cause) {
        client.release(true);
        throw cause;
      }
      return client as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  } as PostgresPool;
}
