import type { ColumnType, GeneratedAlways } from 'kysely';
import type { NoticeTables } from '../../notice/index.ts';
import type { PartyKind, WorkKind, WorkState, WorkStep } from '../domain/index.ts';

/** JSON goes in as text and comes out as a value. */
type Json<T> = ColumnType<T, string, string>;

export interface WorkItemTable {
  id: string;
  revision: number;
  kind: WorkKind;
  title: string;
  detail: string;
  importance: 'normal' | 'high';
  link: string | null;
  origin_slice: string | null;
  origin_kind: string | null;
  origin_id: string | null;
  basis: string | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  assignee_kind: PartyKind;
  assignee_id: string;
  assignee_name: string;
  assignee_key: GeneratedAlways<string>;
  created_by_id: string;
  created_by_name: string;
  created_by_title: string | null;
  created_at: string;
  due_on: string | null;
  state: WorkState;
  claimed_by_id: string | null;
  claimed_by_name: string | null;
  claimed_by_title: string | null;
  closed_at: string | null;
  outcome: string | null;
}

interface CopyTable {
  item_id: string;
  party_kind: PartyKind;
  party_id: string;
  party_name: string;
  party_key: GeneratedAlways<string>;
}

interface StepTable {
  item_id: string;
  number: number;
  step: WorkStep;
  at: string;
  by_id: string;
  by_name: string;
  by_title: string | null;
  note: string | null;
}

interface ViewTable {
  person_id: string;
  list: string;
  name: string;
  usual: boolean;
  view: Json<object>;
}

interface SettingTable {
  person_id: string;
  name: string;
  value: Json<Record<string, unknown>>;
}

export interface WorkTables extends NoticeTables {
  work_item: WorkItemTable;
  work_copy: CopyTable;
  work_step: StepTable;
  saved_view: ViewTable;
  person_setting: SettingTable;
}
