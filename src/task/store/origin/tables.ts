import type { ColumnType } from 'kysely';
import type { MeetingDecision, MeetingItemKind } from '../../domain/index.ts';

type List = ColumnType<string[], readonly string[], readonly string[]>;
type Json<T> = ColumnType<T, string, string>;

interface OwnPlace {
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
}

interface PlanNameTable extends OwnPlace {
  plan_id: string;
  name: string;
  unit_ids: List;
  at: string;
  by_id: string;
  by_name: string;
}

interface PlanItemTable extends OwnPlace {
  plan_id: string;
  item_id: string;
  edition: number;
  what: 'left-out' | 'kept' | 'applied';
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
}

export interface MeetingTable extends OwnPlace {
  id: string;
  revision: number;
  title: string;
  held_on: string;
  place: string | null;
  chair: string | null;
  sits: Json<readonly { readonly id: string; readonly name: string }[]>;
  state: 'open' | 'ended';
  note: string | null;
  region_id: string;
  created_at: string;
  created_by: string;
  created_by_id: string;
  ended_at: string | null;
  ended_by: string | null;
  activity_at: string;
  activity_by: string;
}

interface MeetingItemTable {
  meeting_id: string;
  id: string;
  position: number;
  kind: MeetingItemKind;
  title: string;
  why: string;
  task_id: string | null;
  duty_id: string | null;
  decisions: Json<readonly MeetingDecision[]>;
}

/** What people decided about plans, and their meetings. */
export interface OriginTables {
  task_plan_name: PlanNameTable;
  task_plan_item: PlanItemTable;
  task_meeting: MeetingTable;
  task_meeting_item: MeetingItemTable;
}
