import type { ColumnType, Generated } from 'kysely';
import type { Comparator, TargetMode } from '../../../document/domain/index.ts';

/** A whole number of any length as text, exact in both directions. */
type Exact = ColumnType<number, string, string>;

export interface TargetTable {
  id: string;
  indicator_id: string;
  region_id: string;
  chain_id: string;
  unit_id: string;
  enterprise_id: string;
  enterprise_name: string;
  period: string;
  op: Comparator;
  mode: TargetMode;
  value: Exact;
  value2: ColumnType<number | null, string | null, string | null>;
  base_period: string | null;
  base_value: ColumnType<number | null, string | null, string | null>;
  base_per_year: boolean;
  from_period: string | null;
  year: Generated<number>;
  first_year: Generated<number>;
  plan_id: string;
  edition: number;
  item_id: string;
  cell_row: number | null;
  cell_column: number | null;
  said: string;
  remark: string | null;
  confirmed_edition: number;
  parent_id: string | null;
  handed: Generated<boolean>;
  replaces_id: string | null;
  overshoot: Generated<number>;
  set_on: string;
  ended_on: string | null;
  revision: Generated<number>;
  created_at: string;
  by_id: string;
  by_name: string;
}

interface AdjustmentTable {
  id: string;
  target_id: string;
  number: number | null;
  holds_on: string;
  value: Exact;
  before: Exact;
  reason: string;
  state: 'asked' | 'approved' | 'refused';
  asked_at: string;
  asked_by_id: string;
  asked_by_name: string;
  decided_at: string | null;
  decided_by_id: string | null;
  decided_by_name: string | null;
  decision: string | null;
}

interface DraftTable {
  target_id: string;
  revision: number;
  content: ColumnType<unknown, string, string>;
  at: string;
  by_id: string;
  by_name: string;
}

interface ObjectionTable {
  id: string;
  target_id: string;
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
  answer: string | null;
  answered_at: string | null;
  answered_by_id: string | null;
  answered_by_name: string | null;
}

interface LoadingTable {
  plan_id: string;
  edition: number;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  revision: number;
  decisions: ColumnType<unknown, string, string>;
  loaded_at: string | null;
  at: string;
  by_id: string;
  by_name: string;
}

export interface TargetTables {
  target: TargetTable;
  target_adjustment: AdjustmentTable;
  target_draft: DraftTable;
  target_objection: ObjectionTable;
  target_loading: LoadingTable;
}
