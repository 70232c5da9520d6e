import { type SelectQueryBuilder, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Refusal } from '../../kernel/index.ts';
import type { Outcome } from '../domain/entry.ts';
import type { AuditChange } from '../domain/note.ts';
import type { AuditTables } from './tables.ts';

/** What decides which entries are meant. */
export interface Sought {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

/** An entry as people read it. */
export interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actor: string | null;
  readonly onBehalf: string | null;
  readonly post: string | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly action: string;
  readonly kind: string | null;
  readonly record: string | null;
  readonly recordId: string | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly address: string;
  readonly refusals: readonly Refusal[];
  readonly changes: readonly AuditChange[];
}

export interface EntryDetail extends EntryRow {
  readonly sessionRef: string | null;
  readonly regionId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
  readonly basisPlan: string | null;
  readonly basisItem: string | null;
  readonly prevHash: string;
  readonly hash: string;
}

const column = (name: keyof AuditTables['audit_entry']) => ({ at: sql.ref(`audit_entry.${name}`) });
const listed: ListedFields = {
  seq: column('seq'),
  // A day is one of Chinese time, wherever the server stands; there is an index over just this.
  at: { at: sql`((audit_entry.at at time zone 'Asia/Shanghai')::date)` },
  actor: column('actor_name'),
  onBehalf: column('on_behalf_name'),
  post: column('post_title'),
  unit: column('post_unit_name'),
  role: column('role_name'),
  action: column('action'),
  kind: column('record_kind'),
  record: column('record_name'),
  recordId: column('record_id'),
  outcome: column('outcome'),
  reason: column('reason'),
  address: column('address'),
};
const searched = ['record_name', 'actor_name', 'post_unit_name', 'reason', 'record_id'] as const;

/** One page of the entries that are meant, the latest first unless another order is asked for. */
export async function searchEntries(
  db: Kysely<AuditTables>,
  sought: Sought,
  pageSize: number,
  offset: number,
): Promise<{ rows: EntryRow[]; total: number; capped: boolean }> {
  const found = meant(db, sought);
  const count = await cappedCount(db, found);
  const rows = await inOrder(found, sought).select(rowColumns).limit(pageSize).offset(offset).execute();
  return { rows, ...count };
}

/** Numbers of all the entries that are meant, in order; at most so many. */
export async function entryNumbers(db: Kysely<AuditTables>, sought: Sought, most: number): Promise<number[]> {
  const rows = await inOrder(meant(db, sought), sought).select('audit_entry.seq').limit(most).execute();
  return rows.map(({ seq }) => seq);
}

/** Some entries by their numbers, in any order. */
export const entriesOf = (db: Kysely<AuditTables>, numbers: readonly number[]): Promise<EntryRow[]> =>
  db.selectFrom('audit_entry').select(rowColumns).where('seq', 'in', numbers).execute();

/** One entry with all that is known of it; undefined when there is none of this number. */
export const readEntry = (db: Kysely<AuditTables>, seq: number): Promise<EntryDetail | undefined> =>
  db
    .selectFrom('audit_entry')
    .select([
      ...rowColumns,
      'session_ref as sessionRef',
      'region_id as regionId',
      'unit_id as unitId',
      'chain_id as chainId',
      'basis_plan as basisPlan',
      'basis_item as basisItem',
      'prev_hash as prevHash',
      'hash',
    ])
    .where('seq', '=', seq)
    .executeTakeFirst();

const meant = (db: Kysely<AuditTables>, { words, filter }: Sought) =>
  db.selectFrom('audit_entry').where(
    matches(
      { words, filter },
      listed,
      searched.map((name) => sql.ref(`audit_entry.${name}`)),
    ),
  );

const inOrder = (
  query: SelectQueryBuilder<AuditTables, 'audit_entry', object>,
  { sort }: Sought,
): SelectQueryBuilder<AuditTables, 'audit_entry', object> =>
  query.orderBy(orderOf(sort, listed, sql`audit_entry.seq desc`));

const rowColumns = [
  'seq',
  'at',
  'actor_id as actorId',
  'actor_name as actor',
  'on_behalf_name as onBehalf',
  'post_title as post',
  'post_unit_name as unit',
  'role_name as role',
  'action',
  'record_kind as kind',
  'record_name as record',
  'record_id as recordId',
  'outcome',
  'reason',
  'address',
  'refusals',
  'changes',
] as const;
