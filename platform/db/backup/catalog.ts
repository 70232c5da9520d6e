import pg from 'pg';
import type { SequencePart } from './manifest.ts';

export interface TableShape {
  readonly name: string;
  /** Columns that hold something of their own; computed ones follow from them. */
  readonly columns: readonly string[];
}

/**
 * A connection for work on whole tables, as their owner: without limits of time, every value written in the one way that
 * does not depend on the server's settings, and in error rather than short when row-level security would hide rows.
 */
export async function connectOwner(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, application_name: 'jingwei backup' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set synchronize_seqscans = off;
    set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 3;
    set bytea_output = 'hex'; set client_encoding = 'UTF8'; set row_security = off; set search_path = public`);
  return client;
}

/** Our tables in the order of their names: those that the owner made; what others put beside them is not ours. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relowner = current_user::regrole
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname collate "C"`);
  return rows;
}

/** Our sequences with their last value and whether it was given out already. */
export async function sequencesOf(client: pg.Client): Promise<SequencePart[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' and relowner = current_user::regrole
    order by relname collate "C"`);
  const sequences: SequencePart[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; used: boolean }>(
      `select last_value::text as value, is_called as used from ${pg.escapeIdentifier(name)}`,
    );
    sequences.push({ name, ...state.rows[0]! });
  }
  return sequences;
}

/** Names of the migrations that have run, in order; none in a database without our tables. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const there = await client.query("select to_regclass('public.kysely_migration') is not null as there");
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name collate "C"');
  return rows.map(({ name }) => name);
}

/** Number and hash of the last audit entry; null when there is none. */
export async function auditHeadOf(client: pg.Client): Promise<{ seq: number; hash: string } | null> {
  const there = await client.query("select to_regclass('public.audit_entry') is not null as there");
  if (there.rows[0]?.there !== true) return null;
  const { rows } = await client.query<{ seq: string; hash: string }>(
    'select seq::text as seq, hash::text as hash from audit_entry order by seq desc limit 1',
  );
  const [last] = rows;
  return last === undefined ? null : { seq: Number(last.seq), hash: last.hash };
}

/** What stands in the way of using a database as an empty one: a name of something in it, or null. */
export async function occupantOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by relname limit 1`);
  return rows[0]?.name ?? null;
}
