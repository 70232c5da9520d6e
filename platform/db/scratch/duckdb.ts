import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type Figures, type Filling, isMissing, type Scratch, type ScratchColumn } from './scratch.ts';

type DuckDb = typeof import('@duckdb/node-api');

/** How DuckDB is brought in where it was left out. */
const remedy = 'npm install --no-save @duckdb/node-api@1.5.5-r.5';

/**
 * Opens a DuckDB of its own in memory, closed to files and the network. Refuses where DuckDB is not installed: it is
 * the one part of the platform that may be left out.
 */
export async function openDuckDbScratch(threads: number): Promise<Scratch> {
  const duckdb = await load();
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: String(threads),
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    lock_configuration: 'true',
  });
  const connection = await instance.connect();
  return {
    table: (name, columns) => fill(duckdb, connection, name, columns),
    keep: async (table, query) => {
      await connection.run(`create or replace temporary table ${quoted(table)} as ${query}`);
    },
    rows: async (query) => {
      const reader = await connection.runAndReadAll(query);
      return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
    },
    figures: async (query, columns, take) => {
      const result = await connection.stream(query);
      const row = new Float64Array(columns);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        const vectors = Array.from({ length: columns }, (_, at) => chunk.getColumnVector(at));
        for (let at = 0; at < chunk.rowCount; at++) {
          for (const [column, vector] of vectors.entries()) {
            const value = vector.getItem(at);
            row[column] = value === null ? -1 : Number(value);
          }
          take(row);
        }
      }
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function load(): Promise<DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new RefusalError({ code: 'duckdb-missing', field: '--engine', given: 'duckdb', limit: remedy });
  }
}

async function fill(
  { DuckDBDataChunk, DuckDBVector, SMALLINT, INTEGER, BIGINT }: DuckDb,
  connection: DuckDBConnection,
  table: string,
  columns: readonly ScratchColumn[],
): Promise<Filling> {
  const list = columns.map(({ name, type }) => `${quoted(name)} ${type}`);
  await connection.run(`create or replace temporary table ${quoted(table)} (${list.join(', ')})`);
  const appender = await connection.createAppender(table, null, 'temp');
  const types = columns.map(({ type }) => ({ smallint: SMALLINT, integer: INTEGER, bigint: BIGINT })[type]);
  const size = DuckDBVector.standardSize();
  return {
    add: async (figures, places) => {
      for (let from = 0; from < places.length; from += size) {
        const part = places.subarray(from, from + size);
        const chunk = DuckDBDataChunk.create(types, part.length);
        for (const [at, column] of figures.entries())
          write(column, part, chunk.getColumnVector(at), columns[at]?.type === 'bigint');
        appender.appendDataChunk(chunk);
      }
    },
    end: async () => appender.closeSync(),
  };
}

function write(column: Figures, places: Int32Array, vector: DuckDBVector, isBig: boolean): void {
  for (let at = 0; at < places.length; at++) {
    const value = column.values[places[at] ?? 0] ?? Number.NaN;
    vector.setItem(at, isMissing(value, column) ? null : isBig ? BigInt(value) : value);
  }
  vector.flush();
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
