import type { ColumnType, Generated } from 'kysely';
import type { TaskTables } from '../../task/index.ts';
import type { BulletinKind, BulletinState, BulletinStep, Composed, EditedContent } from '../domain/index.ts';

type Json<T> = ColumnType<T, string, string>;

export interface BulletinTable {
  id: string;
  revision: number;
  kind: BulletinKind;
  state: BulletinState;
  title: string;
  addressee: string | null;
  copies: string | null;
  issuer: string;
  sign: string;
  year: number | null;
  no: number | null;
  facts: string;
  facts_digest: string;
  composed: Json<Composed>;
  content: Json<EditedContent>;
  faults: number;
  cycle_id: string;
  period: string;
  subject_id: string | null;
  subject_name: string | null;
  reply_by: string | null;
  template_id: string | null;
  template_version: number | null;
  corrects_id: string | null;
  author_ids: string[];
  signed_on: string | null;
  signed_by: string | null;
  sent_at: string | null;
  archived_at: string | null;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface BulletinEditTable {
  bulletin_id: string;
  revision: number;
  at: string;
  by_id: string;
  by_name: string;
  content: Json<EditedContent>;
}

interface BulletinStepTable {
  bulletin_id: string;
  no: number;
  step: BulletinStep;
  at: string;
  by_id: string;
  by_name: string;
  words: string | null;
}

export interface BulletinRecipientTable {
  bulletin_id: string;
  kind: 'unit' | 'post';
  party_id: string;
  name: string;
  must_answer: boolean;
  answered_at: string | null;
  answered_by: string | null;
  answer: string | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  by_region_id: string | null;
  by_unit_id: string | null;
  by_chain_id: string | null;
}

export interface FileRefusal {
  readonly code: string;
  readonly field?: string;
  readonly given?: string | number | null;
  readonly limit?: string | number | null;
}

export interface BulletinFileTable {
  bulletin_id: string;
  kind: 'docx' | 'pdf' | 'xlsx';
  job: string;
  state: 'making' | 'ready' | 'refused';
  revision: number;
  stage: string | null;
  done: Generated<number>;
  total: Generated<number>;
  refusals: Json<readonly FileRefusal[]>;
  beat_at: string;
  made_at: string | null;
  size: number | null;
  digest: string | null;
  content: Buffer | null;
}

interface BulletinSeriesTable {
  sign: string;
  year: number;
  last: number;
}

export interface BulletinTemplateTable {
  id: string;
  revision: number;
  name: string;
  kind: BulletinKind;
  current_version: number;
  retired_at: string | null;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
  changed_at: string;
  changed_by: string;
}

interface BulletinTemplateVersionTable {
  template_id: string;
  version: number;
  file_name: string;
  size: number;
  digest: string;
  content: Buffer;
  note: string;
  at: string;
  by_id: string;
  by_name: string;
}

/** The tables of this slice, beside those of the slices that it writes to in its transactions. */
export interface ReportTables extends TaskTables {
  bulletin: BulletinTable;
  bulletin_edit: BulletinEditTable;
  bulletin_step: BulletinStepTable;
  bulletin_recipient: BulletinRecipientTable;
  bulletin_file: BulletinFileTable;
  bulletin_series: BulletinSeriesTable;
  bulletin_template: BulletinTemplateTable;
  bulletin_template_version: BulletinTemplateVersionTable;
}
