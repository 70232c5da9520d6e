import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { type Head, lineOf, origin } from '../domain/chain.ts';
import type { AuditEntry } from '../domain/entry.ts';
import type { AuditTables } from './tables.ts';

const linesAtOnce = 1000;

/** The end of the chain as the database knows it; `origin` where it is not to be seen. */
export async function readHead<T extends AuditTables>(db: Kysely<T>): Promise<Head> {
  const { rows } = await sql<Head>`select seq, hash from audit_head`.execute(db);
  return rows[0] ?? origin;
}

/** The entry before the first one of a moment or later, or the last if there is none: where a check from then begins. */
export async function headBefore<T extends AuditTables>(db: Kysely<T>, since: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, hash from audit_entry
    where seq < coalesce((select min(seq) from audit_entry where at >= ${since}::timestamptz), ${Number.MAX_SAFE_INTEGER})
    order by seq desc limit 1`.execute(db);
  return rows[0] ?? origin;
}

/** The last entry of before a moment. */
export async function lastBefore<T extends AuditTables>(db: Kysely<T>, until: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, hash from audit_entry where at < ${until}::timestamptz order by seq desc limit 1`.execute(db);
  return rows[0] ?? origin;
}

/**
 * The lines of the entries behind a number, up to another if one is given, in order and some at a time. Entries that are
 * added meanwhile come too, but whoever adds them does not keep it going: what is there when the end is reached is all.
 */
export async function* chainLines<T extends AuditTables>(
  db: Kysely<T>,
  after: number,
  upTo?: number,
): AsyncGenerator<string> {
  for (let last = after; ; ) {
    const rows = await rowsAfter(db as unknown as Kysely<AuditTables>, last, upTo);
    for (const row of rows) yield lineOf(entryOf(row));
    if (rows.length < linesAtOnce) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number];

function rowsAfter(db: Kysely<AuditTables>, seq: number, upTo: number | undefined) {
  const query = db
    .selectFrom('audit_entry')
    .selectAll()
    .select([
      // Sign for sign, and to the last digit: what the hash is not over must not be there.
      sql<string>`refusals::text`.as('refusalsText'),
      sql<string>`changes::text`.as('changesText'),
      sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactly'),
    ])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(linesAtOnce);
  return (upTo === undefined ? query : query.where('seq', '<=', upTo)).execute();
}

/** A row as its entry. What does not fit (a version that we do not know) is left as it is: the check tells it. */
const entryOf = (row: Row): AuditEntry => ({
  seq: row.seq,
  v: row.v as 1,
  at: row.exactly.replace(/000Z$/, 'Z'),
  actorId: row.actor_id,
  actorName: row.actor_name,
  postId: row.post_id,
  postTitle: row.post_title,
  postUnitId: row.post_unit_id,
  postUnitName: row.post_unit_name,
  roleId: row.role_id,
  roleName: row.role_name,
  onBehalfId: row.on_behalf_id,
  onBehalfName: row.on_behalf_name,
  address: row.address,
  sessionRef: row.session_ref,
  action: row.action,
  recordKind: row.record_kind,
  recordId: row.record_id,
  recordName: row.record_name,
  regionId: row.region_id,
  unitId: row.unit_id,
  chainId: row.chain_id,
  basisPlan: row.basis_plan,
  basisItem: row.basis_item,
  outcome: row.outcome,
  refusals: row.refusalsText,
  changes: row.changesText,
  reason: row.reason,
  prevHash: row.prev_hash,
  hash: row.hash,
});
