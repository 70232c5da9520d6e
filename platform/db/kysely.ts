import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** How values come out of PostgreSQL: bigint as number, moments as ISO 8601 in UTC, days as `YYYY-MM-DD`. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: (text) => text,
  1184: (text) => new Date(text).toISOString(),
};

export interface KyselyOptions {
  readonly connections?: number;
}

/**
 * A pool of connections as Kysely. A statement that takes over a minute, a transaction that idles over a minute and a
 * wait of 15 seconds for a connection end in an error instead of piling up.
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
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
