import { closeSync, createWriteStream, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { RefusalError } from '../../src/kernel/index.ts';
import type { ByteSource } from '../facts/source.ts';
import { placeOf } from './place.ts';

/** What a view is called in messages: host, database and view, never with a password. */
export function viewName(address: string): string {
  const { view, where } = readAddress(address);
  return `${where} ${view.join('.')}`;
}

/**
 * Reads a view (or table) as comma-separated values with its column names as heading, as it stands at one moment and
 * without being able to change anything. It goes through a file that nobody else sees, so that however many rows there
 * are, few are in memory. Refuses an address without a view, a server that does not answer, and a view that is not there or
 * must not be read.
 */
export async function openView(address: string): Promise<ByteSource> {
  const { connectionString, view, where } = readAddress(address);
  const client = new pg.Client({ connectionString, application_name: 'jingwei', connectionTimeoutMillis: 15_000 });
  // A connection that breaks shows in the query that it was asked.
  client.on('error', () => undefined);
  const refuse = (code: string, cause: unknown): never => {
    throw new RefusalError({ code, field: where, given: cause instanceof Error ? cause.message : null });
  };
  await client.connect().catch((cause: unknown) => refuse('server-not-answering', cause));
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-facts-'));
  try {
    const query = await viewQuery(client, view, where);
    const file = join(folder, 'facts.csv');
    await pipeline(client.query(copyTo(query)), createWriteStream(file, { mode: 0o600 }));
    return openedFile(`${where} ${view.join('.')}`, file);
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    if ((cause as NodeJS.ErrnoException).syscall === 'write')
      throw new RefusalError({ code: 'output-not-writable', field: tmpdir() });
    return refuse('server-refuses', cause);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await client.end().catch(() => undefined);
  }
}

interface ViewAddress {
  readonly connectionString: string;
  /** Its name, or its schema and its name. */
  readonly view: readonly string[];
  readonly where: string;
}

function readAddress(address: string): ViewAddress {
  const where = placeOf(address);
  const url = new URL(address);
  const view = (url.searchParams.get('view') ?? '').split('.');
  if (view.length > 2 || view.some((part) => part === '' || part.includes('\0')))
    throw new RefusalError({ code: 'facts-view-missing', field: where });
  url.searchParams.delete('view');
  return { connectionString: url.href, view, where };
}

/** Asks for all columns by name, in a transaction that may only read: a view may call anything. */
async function viewQuery(client: pg.Client, view: readonly string[], where: string): Promise<string> {
  const name = view.map((part) => pg.escapeIdentifier(part)).join('.');
  await client.query('begin transaction isolation level repeatable read read only');
  const { rows } = await client.query<{ name: string; kind: string }>(
    `select attname as name, case typbasetype when 0 then pg_type.oid else typbasetype end::regtype::text as kind
     from pg_attribute join pg_type on pg_type.oid = atttypid
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
    [name],
  );
  if (rows.length === 0) throw new RefusalError({ code: 'facts-view-absent', field: where, given: view.join('.') });
  const columns = rows.map(({ name, kind }) => {
    const column = pg.escapeIdentifier(name);
    // PostgreSQL would write t and f, and a yes that is kept as a figure with decimals as 1.0000.
    if (kind === 'boolean') return `${column}::integer as ${column}`;
    return kind === 'numeric' ? `trim_scale(${column}) as ${column}` : column;
  });
  return `copy (select ${columns.join(', ')} from ${name}) to stdout (format csv, header, encoding 'UTF8')`;
}

/** The file's name is given back at once: when it is closed, nothing of it is left. */
function openedFile(name: string, path: string): ByteSource {
  const file = openSync(path, 'r');
  return {
    name,
    read: (into, at) => readSync(file, into, at, into.length - at, null),
    close: () => closeSync(file),
  };
}
