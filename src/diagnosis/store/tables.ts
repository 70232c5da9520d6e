import type { ColumnType, Generated } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { EnterpriseTables } from '../../enterprise/index.ts';
import type { WorkTables } from '../../work/index.ts';
import type { AnswerValue, DiagnosisState, Form, Hand } from '../domain/model/index.ts';

type Json<T> = ColumnType<T, string | null, string | null>;

/** What was handed in: the form as it was asked and the answers to it. */
export interface Frozen {
  readonly form: Form;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly promise: string;
  readonly files: readonly { readonly questionId: string; readonly name: string; readonly sm3: string }[];
}
export interface KeptLevel {
  readonly scheme: string;
  readonly level: number;
  readonly name: string | null;
  readonly isLocal: boolean;
}
export interface KeptSide {
  readonly id: string;
  readonly name: string;
  readonly got: number;
  readonly worth: number;
}

export interface DiagnosisTable {
  id: string;
  revision: Generated<number>;
  enterprise_id: string;
  campaign_id: string | null;
  questionnaire_id: string;
  edition_id: string;
  table_id: string;
  digest: string;
  state: DiagnosisState;
  answered: Generated<number>;
  wanted: Generated<number>;
  begun_at: string;
  begun_by_id: string;
  begun_by: string;
  by_itself: boolean;
  submitted_at: string | null;
  submitted_by_id: string | null;
  submitted_by: string | null;
  frozen: Json<Frozen | null>;
  frozen_sm3: string | null;
  self_score: number | null;
  self_level: number | null;
  inspected_at: string | null;
  inspected_by_id: string | null;
  inspected_by: string | null;
  inspection_note: Generated<string>;
  score: number | null;
  level: number | null;
  level_name: string | null;
  levels: Json<readonly KeptLevel[] | null>;
  sides: Json<readonly KeptSide[] | null>;
  result_sm3: string | null;
  dropped_reason: string | null;
  changed_at: string;
}

interface AnswerTable {
  diagnosis_id: string;
  hand: Hand;
  question_id: string;
  revision: number;
  value: Json<AnswerValue | null>;
  note: Generated<string>;
  at: string;
  by_id: string;
  by_name: string;
}

interface FileTable {
  id: string;
  diagnosis_id: string;
  hand: Hand;
  question_id: string;
  name: string;
  type: string;
  size: number;
  sm3: string;
  content: Buffer;
  at: string;
  by_id: string;
  by_name: string;
  removed_at: string | null;
  removed_by: string | null;
}

interface CampaignTable {
  id: string;
  revision: Generated<number>;
  name: string;
  region_id: string;
  unit_id: string;
  chain_id: string | null;
  questionnaire_id: string;
  industries: string[];
  scales: string[];
  begins_on: string;
  due_on: string;
  note: string;
  closed_at: string | null;
  closed_by: string | null;
  created_at: string;
  created_by_id: string;
  created_by: string;
}

interface DutyTable {
  campaign_id: string;
  enterprise_id: string;
  reminded_at: string | null;
  reminders: Generated<number>;
}

interface ProviderTable {
  id: string;
  revision: Generated<number>;
  name: string;
  region_id: string;
  unit_id: string;
  chain_id: string | null;
  sides: string[];
  services: string;
  cases: string;
  contact: string;
  removed_at: string | null;
  changed_at: string;
  changed_by: string;
}

export interface DiagnosisTables extends EnterpriseTables, AuditTables, WorkTables {
  diagnosis: DiagnosisTable;
  diagnosis_answer: AnswerTable;
  diagnosis_file: FileTable;
  diagnosis_campaign: CampaignTable;
  diagnosis_duty: DutyTable;
  diagnosis_provider: ProviderTable;
}
