import type { ColumnType } from 'kysely';
import type { Refusal } from '../../kernel/index.ts';
import type { Outcome } from '../domain/entry.ts';
import type { AuditChange } from '../domain/note.ts';

/** Goes in as canonical JSON text and stays so, sign for sign. */
type JsonText<T> = ColumnType<T, string, never>;

export interface EntryTable {
  seq: number;
  v: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  post_id: string | null;
  post_title: string | null;
  post_unit_id: string | null;
  post_unit_name: string | null;
  role_id: string | null;
  role_name: string | null;
  on_behalf_id: string | null;
  on_behalf_name: string | null;
  address: string;
  session_ref: string | null;
  action: string;
  record_kind: string | null;
  record_id: string | null;
  record_name: string | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  basis_plan: string | null;
  basis_item: string | null;
  outcome: Outcome;
  refusals: JsonText<readonly Refusal[]>;
  changes: JsonText<readonly AuditChange[]>;
  reason: string | null;
  prev_hash: string;
  hash: string;
}

export interface HeadTable {
  one: boolean;
  seq: number;
  hash: string;
}

/** The tables of the log. A slice that records its changes adds them to its own: `PlanTables & AuditTables`. */
export type AuditTables = {
  audit_entry: EntryTable;
  audit_head: HeadTable;
};
