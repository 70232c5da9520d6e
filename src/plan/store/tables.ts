import type { ColumnType } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { AnnexItem, OutlineNode, SourceFormat, SourceTable } from '../../document/index.ts';
import type { Refusal, Span } from '../../kernel/index.ts';
import type { WorkTables } from '../../work/index.ts';
import type { Finding } from '../domain/lint/model.ts';
import type { ItemContent, ItemKind, Origin, PlanCounts, PlanStatus, Review } from '../domain/model.ts';
import type { HistoryAction, StoredChange } from './history.ts';

/** JSON goes in as text and comes out as a value. */
export type Json<T> = ColumnType<T, string, string>;

interface SourceFileTable {
  id: string;
  file_name: string;
  format: SourceFormat;
  sha256: string;
  size: number;
  bytes: Buffer;
  body: string;
  page_starts: Json<number[]>;
  furniture: Json<Span[]>;
  tables: Json<SourceTable[]>;
  created_at: string;
}

interface PlanTable {
  id: string;
  revision: number;
  next_item: number;
  status: PlanStatus;
  latest_edition: number | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  created_at: string;
  created_by_id: string;
  created_by_name: string;
  updated_at: string;
}

interface ListingTable extends PlanCounts {
  plan_id: string;
  face: 'whole' | 'published';
  status: PlanStatus;
  revision: number;
  latest_edition: number | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  created_at: string;
  updated_at: string;
  title: string | null;
  name: string;
  file_name: string;
  doc_number: string | null;
  issuer: string | null;
  issued_on: string | null;
  valid_from: string | null;
  valid_to: string | null;
  weight: number;
  words: string;
}

export interface VersionTable extends PlanCounts {
  id: string;
  plan_id: string;
  number: number | null;
  based_on: number | null;
  discarded_at: string | null;
  source_id: string;
  source_start: number;
  source_end: number;
  title: string | null;
  doc_number: string | null;
  issuer: string | null;
  issued_on: string | null;
  valid_from: string | null;
  valid_to: string | null;
  validity_text: string | null;
  addressees: Json<string[]>;
  annexes: Json<AnnexItem[]>;
  outline: Json<OutlineNode[]>;
  published_at: string | null;
  published_by_id: string | null;
  published_by_name: string | null;
  hash: string | null;
  note: string | null;
  acknowledged: string | null;
}

export interface ItemTable {
  version_id: string;
  id: string;
  kind: ItemKind;
  start_at: number;
  end_at: number;
  review: Review;
  origin: Origin;
  touched_at: string | null;
  touched_by_id: string | null;
  touched_by_name: string | null;
  content: Json<ItemContent>;
}

interface FindingTable {
  version_id: string;
  id: string;
  position: number;
  rule: string;
  severity: string;
  content: Json<Finding>;
}

export interface DismissalTable {
  version_id: string;
  finding_id: string;
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
}

interface HistoryTable {
  plan_id: string;
  revision: number;
  action: HistoryAction;
  at: string;
  by_id: string;
  by_name: string;
  target: number | null;
  edition: number | null;
  change: Json<StoredChange>;
}

interface ParentTable {
  plan_id: string;
  position: number;
  parent_id: string | null;
  title: string;
  doc_number: string | null;
}

export type ImportState = 'reading' | 'understanding' | 'saving' | 'done' | 'refused';

/** A plan that an import made, with an earlier one from the same file if there is one. */
export interface ImportedPlan {
  readonly planId: string;
  readonly title: string | null;
  readonly sameAs: string | null;
}

interface ImportTable {
  id: string;
  file_name: string;
  size: number;
  state: ImportState;
  plans: Json<ImportedPlan[]>;
  refusals: Json<Refusal[]>;
  by_id: string;
  by_name: string;
  started_at: string;
  finished_at: string | null;
}

export interface PlanTables extends AuditTables, WorkTables {
  source_file: SourceFileTable;
  plan: PlanTable;
  plan_listing: ListingTable;
  plan_version: VersionTable;
  plan_item: ItemTable;
  plan_finding: FindingTable;
  plan_dismissal: DismissalTable;
  plan_history: HistoryTable;
  plan_parent: ParentTable;
  plan_import: ImportTable;
}
