import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { WorkTables } from '../../work/index.ts';
import type { ChangeKind, RequestState } from '../contract/fields.ts';
import type { AppealKind, AppealState, AppealStep } from '../domain/appeal/index.ts';
import type {
  EnterpriseContent,
  EnterprisePart,
  EnterpriseState,
  FigureVintage,
  Scale,
  TitleLevel,
} from '../domain/model/index.ts';
import type { PromiseKind, PromiseSide } from '../domain/promise/index.ts';

type Json<T> = ColumnType<T, string, string>;

interface Done {
  at: string;
  by_id: string;
  by_name: string;
}

export interface EnterpriseTable {
  id: string;
  no: GeneratedAlways<number>;
  revision: Generated<number>;
  code: string | null;
  code_reason: string | null;
  name: string;
  short_name: string;
  other_names: string[];
  legal_representative: string;
  address: string;
  region_id: string;
  park_id: string | null;
  industry: string | null;
  scale: Scale | null;
  founded_on: string | null;
  capital_fen: number | null;
  scope: string;
  products: string[];
  state: EnterpriseState;
  unit_id: string | null;
  chain_id: string | null;
  tags: Generated<string[]>;
  since: string;
  merged_into: string | null;
  counts: GeneratedAlways<boolean>;
  import_id: string | null;
  titles: Generated<string[]>;
  revenue: number | null;
  revenue_year: number | null;
  employees: number | null;
  searched: Generated<string>;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface SpanTable {
  enterprise_id: string;
  from_day: string;
  to_day: string;
  content: Json<EnterpriseContent>;
}

interface ChangeTable extends Done {
  id: string;
  enterprise_id: string;
  revision: number;
  kind: ChangeKind;
  holds_from: string;
  parts: string[];
  before: Json<Readonly<Record<string, unknown>>>;
  after: Json<Readonly<Record<string, unknown>>>;
  reason: Generated<string>;
  request_id: string | null;
}

export interface TitleTable extends Done {
  id: string;
  enterprise_id: string;
  revision: Generated<number>;
  kind: string;
  level: TitleLevel;
  number: Generated<string>;
  given_on: string;
  ends_on: string | null;
  ended_on: string | null;
  ended_reason: string | null;
  edition: string | null;
  source: string;
}

export interface FiguresTable extends Done {
  enterprise_id: string;
  period: string;
  revision: Generated<number>;
  figures: Json<Readonly<Record<string, number>>>;
  vintage: FigureVintage;
  source: string;
}

interface FactTable {
  enterprise_id: string;
  fact: string;
  from_day: string;
  value: number | null;
  source: string;
  at: string;
  by_name: string;
}

interface BlockTable {
  block: number;
  fact: string;
  digest: string;
  on_day: string;
  /** Of one making of all columns of the block. */
  version: number;
  content: Buffer;
}

interface ContactTable {
  id: string;
  enterprise_id: string;
  name: string;
  role: string;
  phone_masked: Generated<string>;
  mail_masked: Generated<string>;
  at: string;
  by_name: string;
}

interface FileTable extends Done {
  id: string;
  enterprise_id: string;
  about: string;
  name: string;
  type: string;
  size: number;
  sm3: string;
  content: Buffer;
  removed_at: string | null;
  removed_by: string | null;
  removed_reason: string | null;
  by_itself: Generated<boolean>;
  agreed_at: string | null;
  agreed_by: string | null;
}

export interface RequestTable {
  id: string;
  enterprise_id: string;
  revision: Generated<number>;
  changes: Json<Partial<EnterpriseContent>>;
  /** What stood there when it was asked. */
  before: Json<Partial<EnterpriseContent>>;
  agreed: Generated<EnterprisePart[]>;
  over_revision: number;
  holds_from: string;
  reason: string;
  state: RequestState;
  asked_at: string;
  asked_by_id: string;
  asked_by: string;
  decided_at: string | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_reason: string | null;
}

interface ImportTable {
  id: string;
  file_name: string;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
  state: 'reading' | 'checked' | 'saving' | 'saved' | 'undone' | 'failed';
  rows_read: Generated<number>;
  rows_total: number | null;
  percent: Generated<number>;
  compared_after: string | null;
  counts: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  faults: ColumnType<readonly unknown[], string | undefined, string>;
  failure: string | null;
  begun_at: string;
  ended_at: string | null;
  by_id: string;
  by_name: string;
}

interface PairTable {
  id: string;
  revision: Generated<number>;
  first_id: string;
  second_id: string;
  score: number;
  reasons: Json<readonly unknown[]>;
  state: 'open' | 'same' | 'other';
  found_at: string;
  kept_id: string | null;
  undo: ColumnType<unknown, string | null, string | null>;
  decided_at: string | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_reason: string | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
}

interface PairStepTable extends Done {
  id: GeneratedAlways<number>;
  pair_id: string;
  step: 'same' | 'other' | 'undo';
  kept_id: string | null;
  reason: string;
}

interface GrantTable extends Done {
  id: string;
  enterprise_id: string;
  revision: Generated<number>;
  clause: string | null;
  title: string;
  doc_number: string;
  granted_on: string;
  amount_fen: number;
  payer: string;
  paid_year: number | null;
  source: string;
}

interface PromiseTable extends Done {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  revision: Generated<number>;
  side: PromiseSide;
  kind: PromiseKind;
  words: string;
  unit_id: string;
  signed_on: string;
  due_on: string;
  amount: number | null;
  year: number | null;
  source: string;
  outcome: 'kept' | 'broken' | null;
  outcome_on: string | null;
  outcome_words: string | null;
  outcome_amount: number | null;
  is_asked: Generated<boolean>;
  looked_on: string | null;
}

interface AppealTable {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  revision: Generated<number>;
  kind: AppealKind;
  title: string;
  words: string;
  urgent: boolean;
  state: AppealState;
  unit_id: string | null;
  due_on: string | null;
  task_id: string | null;
  answer: string | null;
  answered_at: string | null;
  answered_by_id: string | null;
  answered_by: string | null;
  satisfied: boolean | null;
  judged_words: string | null;
  reopened: Generated<number>;
  by_itself: boolean;
  raised_at: string;
  raised_by_id: string;
  raised_by: string;
  changed_at: string;
}

interface AppealStepTable extends Done {
  id: GeneratedAlways<number>;
  appeal_id: string;
  step: AppealStep;
  words: Generated<string>;
  unit_name: string | null;
  due_on: string | null;
}

/** The tables of this slice, with those that a change of an enterprise writes to beside them. */
export interface EnterpriseTables extends AuditTables, WorkTables {
  enterprise: EnterpriseTable;
  /** The same rows as are shown of `enterprise`, for lists: indexes serve every condition. */
  enterprise_seen: EnterpriseTable;
  enterprise_span: SpanTable;
  enterprise_change: ChangeTable;
  enterprise_title: TitleTable;
  enterprise_figures: FiguresTable;
  enterprise_fact: FactTable;
  enterprise_block: BlockTable;
  enterprise_block_stale: { block: number };
  enterprise_look: { block: number; looked_on: string };
  enterprise_contact: ContactTable;
  enterprise_contact_private: { contact_id: string; enterprise_id: string; phone: string; mail: string };
  enterprise_file: FileTable;
  enterprise_request: RequestTable;
  enterprise_import: ImportTable;
  enterprise_pair: PairTable;
  enterprise_pair_step: PairStepTable;
  enterprise_grant: GrantTable;
  enterprise_promise: PromiseTable;
  enterprise_appeal: AppealTable;
  enterprise_appeal_step: AppealStepTable;
}
