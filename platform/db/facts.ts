import type pg from 'pg';
import { auditHeadOf, connectOwner, migrationsOf } from './backup/catalog.ts';

/** What somebody who looks after a database wants to know of it. Nothing in it is personal. */
export interface DatabaseFacts {
  readonly version: string;
  /** `server_version_num`: 150018. */
  readonly versionNumber: number;
  readonly encoding: string;
  /** Chinese counts as letters, without which searching fails. */
  readonly chineseIsLetters: boolean;
  /** Milliseconds since 1970 by the database's clock. */
  readonly clock: number;
  /** Bytes of the whole database. */
  readonly size: number;
  readonly migrations: readonly string[];
  /** The server's own login: null while it is not there; `mighty` when row-level security does not hold it. */
  readonly appLogin: { readonly name: string; readonly mighty: boolean } | null;
  readonly auditHead: { readonly seq: number; readonly hash: string } | null;
  /** When the last audit entry was written, ISO 8601. */
  readonly auditAt: string | null;
  /** Deliveries that wait for an hour or more, that failed for good, and of which nobody knows whether they arrived. */
  readonly outbox: { readonly late: number; readonly failed: number; readonly uncertain: number };
  /** Ready-made roles of administrators that no enabled account holds; null before there are accounts. */
  readonly administratorsMissing: readonly string[] | null;
  /** Whether demo accounts are in it. */
  readonly demo: boolean;
}

/** Reads the facts as the owner; changes nothing. Tables that are not there yet count as empty. */
export async function readFacts(ownerAddress: string, appLogin: string): Promise<DatabaseFacts> {
  const client = await connectOwner(ownerAddress);
  try {
    await client.query('begin read only');
    const server = await one<{
      version: string;
      number: string;
      encoding: string;
      letters: boolean;
      clock: string;
      size: string;
    }>(
      client,
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
         current_setting('server_encoding') as encoding, '链' ~ '^[[:alpha:]]$' as letters,
         (extract(epoch from clock_timestamp()) * 1000)::bigint::text as clock,
         pg_database_size(current_database())::text as size`,
    );
    const migrations = await migrationsOf(client);
    const made = (table: string) =>
      one<{ there: boolean }>(client, 'select to_regclass($1) is not null as there', [`public.${table}`]);
    return {
      version: server.version,
      versionNumber: Number(server.number),
      encoding: server.encoding,
      chineseIsLetters: server.letters,
      clock: Number(server.clock),
      size: Number(server.size),
      migrations,
      appLogin: await loginOf(client, appLogin),
      auditHead: await auditHeadOf(client),
      auditAt: (await made('audit_entry')).there ? await auditAtOf(client) : null,
      outbox: (await made('delivery')).there ? await outboxOf(client) : { late: 0, failed: 0, uncertain: 0 },
      administratorsMissing: (await made('account')).there ? await missingOf(client) : null,
      demo:
        (await made('account')).there &&
        (await one<{ demo: boolean }>(client, 'select exists (select from account where demo) as demo')).demo,
    };
  } finally {
    await client.end();
  }
}

async function one<T extends object>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query<T>(text, values);
  return rows[0]!;
}

async function loginOf(client: pg.Client, name: string): Promise<DatabaseFacts['appLogin']> {
  const { rows } = await client.query<{ name: string; mighty: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or exists (
       select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role(r.oid, relowner, 'member')) as mighty
     from pg_roles r where rolname = $1`,
    [name],
  );
  return rows[0] ?? null;
}

async function auditAtOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ at: Date }>('select at from audit_entry order by seq desc limit 1');
  return rows[0]?.at.toISOString() ?? null;
}

async function outboxOf(client: pg.Client): Promise<DatabaseFacts['outbox']> {
  return one(
    client,
    `select count(*) filter (where state = 'pending' and created_at < now() - interval '1 hour')::int as late,
       count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'uncertain')::int as uncertain
     from delivery where state in ('pending', 'failed', 'uncertain')`,
  );
}

/** At least one of each of the three must be able to come in. */
async function missingOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select r.name from (values ('system-admin', '系统管理员'), ('security-admin', '安全管理员'), ('audit-admin', '审计管理员')) r (id, name)
     where not exists (
       select from post_grant g join post p on p.id = g.post_id join account a on a.person_id = p.person_id
       where g.role_id = r.id and g.state = 'granted' and not a.disabled
         and (p.valid_to is null or p.valid_to > current_date))
     order by r.id`,
  );
  return rows.map(({ name }) => name);
}
