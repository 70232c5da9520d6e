import type { ColumnType, GeneratedAlways } from 'kysely';
import type { IndicatorTables } from '../../indicator/index.ts';
import type { Doubt, DutyState, KeptReason, Light, Role, Task, TaskEvent, TaskState } from '../domain/index.ts';
import type { DispatchTables } from './dispatch/tables.ts';
import type { OriginTables } from './origin/tables.ts';

type Json<T> = ColumnType<T, string, string>;

export interface TaskTable {
  id: string;
  revision: number;
  title: string;
  content: Json<Task>;
  state: TaskState;
  source_kind: Task['source']['kind'];
  source_name: string;
  plan_id: string | null;
  edition: number | null;
  item_id: string | null;
  place: string | null;
  parent_id: string | null;
  parent_duty: string | null;
  occurrence_of: string | null;
  occurrence_key: string | null;
  occurrence_period: string | null;
  first_due_on: string | null;
  due_on: string | null;
  light: Light;
  light_reason: Json<KeptReason>;
  lit_on: string;
  kind: 'usual' | 'recurring' | 'occurrence' | 'part';
  lead_name: string;
  lead_unit_id: GeneratedAlways<string | null>;
  to_close: GeneratedAlways<boolean>;
  chain_ids: string[];
  progress: number | null;
  reported_on: string | null;
  help: boolean;
  disputed: boolean;
  extension_asked: boolean;
  milestone_days: string[];
  indicator_ids: string[];
  counts_events: GeneratedAlways<boolean>;
  counted_at: string | null;
  times_made_on: string | null;
  words: GeneratedAlways<string>;
  doubts: Json<readonly Doubt[]>;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
  created_on: string;
  created_at: string;
  created_by: string;
  created_by_id: string;
  activity_at: string;
  activity_by: string;
}

export interface TaskDutyTable {
  task_id: string;
  duty_id: string;
  unit_id: string | null;
  unit_name: string;
  role: Role;
  part: string | null;
  own: boolean;
  state: DutyState;
  first_due_on: string | null;
  due_on: string | null;
  light: Light;
  light_reason: Json<KeptReason>;
  sent_on: string | null;
  signed_on: string | null;
  submitted_on: string | null;
  closed_on: string | null;
  missed: boolean;
  reported_on: string | null;
  reported_cycle: string | null;
  help: string | null;
  problem: string | null;
  extension_to: string | null;
  urged_on: string | null;
  urged_times: number;
  letter: string | null;
  letter_by: string | null;
  region_id: string | null;
}

export interface TaskPartyTable {
  task_id: string;
  duty_id: string;
  role: 'keeper' | Role;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  by_region_id: string | null;
  by_unit_id: string | null;
  by_chain_id: string | null;
}

export interface TaskEventTable {
  task_id: string;
  no: number;
  kind: TaskEvent['kind'];
  duty_id: string | null;
  at: string;
  on_day: string;
  by_id: string;
  by_name: string;
  by_unit_id: string | null;
  body: Json<TaskEvent>;
  key: string | null;
}

export interface TaskReadingTable {
  task_id: string;
  deliverable_id: string;
  on_day: string;
  at: string;
  value: number;
  source: string;
  link: string | null;
}

interface TaskDependsTable {
  task_id: string;
  on_task_id: string;
}

export interface TaskFileTable {
  id: string;
  task_id: string;
  duty_id: string | null;
  kind: 'file' | 'photo' | 'document';
  name: string;
  media_type: string;
  size: number;
  digest: string;
  content: Buffer;
  at: string;
  by_id: string;
  by_name: string;
  event_no: number | null;
}

/** The tables of this slice, beside those of the slices that it writes to in its transactions. */
export interface TaskTables extends IndicatorTables, DispatchTables, OriginTables {
  task: TaskTable;
  task_duty: TaskDutyTable;
  task_party: TaskPartyTable;
  task_event: TaskEventTable;
  task_reading: TaskReadingTable;
  task_depends: TaskDependsTable;
  task_file: TaskFileTable;
}
