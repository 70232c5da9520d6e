import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { FormContent } from '../../domain/form/model.ts';
import type { SheetState } from '../../domain/sheet/model.ts';

type Json<T> = ColumnType<T, string, string>;

interface FormTable {
  id: string;
  revision: number;
  state: 'draft' | 'open' | 'closed';
  content: Json<FormContent>;
  content_revision: number;
  unmade: boolean;
  name: GeneratedAlways<string>;
  frequency: GeneratedAlways<string>;
  rows: GeneratedAlways<string>;
  first_period: GeneratedAlways<string>;
  columns: GeneratedAlways<number>;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface FormVersionTable {
  form_id: string;
  revision: number;
  content: Json<FormContent>;
}

interface FormUnitTable {
  form_id: string;
  unit_id: string;
  from_period: string | null;
}

interface FormPeriodTable {
  form_id: string;
  period: string;
  last_day: string;
  content_revision: number;
  opens_on: string;
  due_on: string;
}

interface RosterTable {
  id: string;
  revision: number;
  unit_id: string;
  enterprise_id: string;
  name: string;
  chain_id: string | null;
  region_id: string;
  from_month: string;
  until_month: string | null;
  changed_at: string;
  changed_by: string;
}

export interface SheetTable {
  id: string;
  revision: number;
  form_id: string;
  content_revision: number;
  period: string;
  unit_id: string;
  region_id: string;
  chain_id: string | null;
  state: SheetState;
  opens_on: string;
  due_on: string;
  extended_to: string | null;
  asked_to: string | null;
  asked_reason: string | null;
  submitted_on: string | null;
  submitted_at: string | null;
  submitted_by_id: string | null;
  submitted_by: string | null;
  approved_at: string | null;
  approved_by_id: string | null;
  approved_by: string | null;
  was_approved: Generated<boolean>;
  returned_reason: string | null;
  returned_cells: Generated<number>;
  filled: Generated<number>;
  wanted: Generated<number>;
  activity_at: string | null;
  activity_by: string | null;
  urged_at: string | null;
  urged_by: string | null;
  urged_times: Generated<number>;
  reminded_for: string | null;
  late_for: string | null;
}

interface Placed {
  region_id: string;
  unit_id: string;
  chain_id: string | null;
}

interface RowTable extends Placed {
  sheet_id: string;
  row_key: string;
  place: number;
  title: string;
  enterprise_id: string;
  figure_chain: string;
}

/** Where a figure that was filled in came from. */
export interface FilledFrom {
  readonly kind: 'form' | 'machine' | 'figure';
  readonly name: string;
  readonly unitName: string | null;
}

interface SheetCellTable extends Placed {
  sheet_id: string;
  row_key: string;
  indicator_id: string;
  revision: number;
  value: number | null;
  reason: string | null;
  note: string | null;
  unread: string | null;
  filled_from: Json<FilledFrom> | null;
  returned: string | null;
  recorded: number | null;
  saved_at: string;
  by_id: string;
  by_name: string;
}

interface StepTable extends Placed {
  id: Generated<number>;
  sheet_id: string;
  step: string;
  at: string;
  by_id: string;
  by_name: string;
  reason: string | null;
  cells: number | null;
}

interface MachineTable {
  id: string;
  name: string;
  hash: string;
  post_id: string;
  region_id: string;
  unit_id: string;
  chain_id: string | null;
  created_at: string;
  created_by: string;
  expires_on: string;
  last_used_at: string | null;
  last_used_from: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
}

interface BatchTable {
  post_id: string;
  key: string;
  hash: string;
  answer: ColumnType<unknown, string, string>;
  at: string;
}

export interface CollectionTables {
  form: FormTable;
  form_version: FormVersionTable;
  form_unit: FormUnitTable;
  form_period: FormPeriodTable;
  roster: RosterTable;
  sheet: SheetTable;
  sheet_row: RowTable;
  sheet_cell: SheetCellTable;
  sheet_step: StepTable;
  machine_token: MachineTable;
  figure_batch: BatchTable;
}
