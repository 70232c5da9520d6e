import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { WorkTables } from '../../work/index.ts';
import type { Light } from '../domain/alarm/model.ts';
import type { Likeness } from '../domain/double/model.ts';
import type { Library, Position, ProjectContent, Vintage } from '../domain/model/index.ts';
import type { ProjectNorms } from '../domain/norm/model.ts';

type Json<T> = ColumnType<T, string, string>;

interface Placed {
  region_id: string;
  unit_id: string;
  chain_id: string | null;
}

export interface ProjectTable extends Placed {
  id: string;
  revision: number;
  content: Json<ProjectContent>;
  name: string;
  enterprise: string;
  code: string | null;
  total_fen: number;
  position: Position;
  library: GeneratedAlways<Library>;
  position_on: string;
  started_on: string | null;
  completed_on: string | null;
  producing_on: string | null;
  reached_on: string | null;
  undecided: Generated<boolean>;
  withdrawn_on: string | null;
  merged_into: string | null;
  counts: GeneratedAlways<boolean>;
  done_fen: Generated<number>;
  confirmed_fen: Generated<number>;
  last_month: string | null;
  light: Generated<Light>;
  alarm_rules: Generated<string[]>;
  alarm_reason: string | null;
  looked_on: string | null;
  likeness_keys: string[];
  searched: string;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface YearTable extends Placed {
  project_id: string;
  year: number;
  fen: number;
}

interface VersionTable extends Placed {
  project_id: string;
  revision: number;
  content: Json<ProjectContent>;
  parts: string[];
  reason: string | null;
  at: string;
  by_id: string;
  by_name: string;
}

export interface EventTable extends Placed {
  id: string;
  seq: GeneratedAlways<number>;
  project_id: string;
  kind: 'step' | 'back' | 'withdraw' | 'restore';
  position: Position;
  happened_on: string;
  evidence: string;
  files: string[];
  note: string;
  at: string;
  by_id: string;
  by_name: string;
  agreed: boolean | null;
  decided_at: string | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_reason: string | null;
}

export interface MonthTable extends Placed {
  project_id: string;
  month: string;
  revision: number;
  fen: number;
  progress: string;
  problem: string;
  vintage: Vintage;
  saved_at: string;
  by_id: string;
  by_name: string;
  confirmed_at: string | null;
  confirmed_by: string | null;
  returned: string | null;
}

interface MonthVersionTable extends Placed {
  project_id: string;
  month: string;
  revision: number;
  fen: number;
  progress: string;
  problem: string;
  vintage: Vintage;
  at: string;
  by_id: string;
  by_name: string;
  reason: string | null;
}

export interface FileTable extends Placed {
  id: string;
  project_id: string;
  kind: 'photo' | 'paper';
  name: string;
  type: string;
  size: number;
  sm3: string;
  taken_on: string;
  note: string;
  bytes: Buffer;
  at: string;
  by_id: string;
  by_name: string;
  removed_at: string | null;
  removed_by: string | null;
  removed_reason: string | null;
}

export interface AlarmTable extends Placed {
  id: string;
  project_id: string;
  cause: string;
  rule: string;
  light: Light;
  since: string;
  reason: string;
  raised_at: string;
  over_at: string | null;
}

interface FollowerTable extends Placed {
  project_id: string;
  kind: 'unit' | 'person';
  party_id: string;
}

export interface PairTable {
  id: string;
  revision: number;
  first_id: string;
  second_id: string;
  score: number;
  reasons: Json<Likeness['reasons']>;
  state: 'open' | 'same' | 'other';
  found_at: string;
  kept_id: string | null;
  decided_at: string | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_reason: string | null;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
}

interface PairStepTable {
  id: Generated<number>;
  pair_id: string;
  step: 'same' | 'other' | 'undo';
  kept_id: string | null;
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
}

interface NormTable {
  region_id: string;
  from_day: string;
  revision: number;
  content: Json<Omit<ProjectNorms, 'from'>>;
  unit_id: string | null;
  chain_id: string | null;
  changed_at: string;
  changed_by: string;
}

/** The tables of this slice, with those that a change of a project writes to beside them. */
export interface ProjectTables extends AuditTables, WorkTables {
  project: ProjectTable;
  project_year: YearTable;
  project_version: VersionTable;
  project_event: EventTable;
  project_month: MonthTable;
  project_month_version: MonthVersionTable;
  project_file: FileTable;
  project_alarm: AlarmTable;
  project_follower: FollowerTable;
  project_pair: PairTable;
  project_pair_step: PairStepTable;
  project_norm: NormTable;
}
