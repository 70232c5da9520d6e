import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Cycle, CycleKind, CycleState, Person, RuleKind, Trace } from '../../domain/index.ts';

type Json<T> = ColumnType<T, string, string>;

interface RulesTable {
  id: GeneratedAlways<number>;
  region_id: string;
  kind: RuleKind;
  from_day: string;
  content: ColumnType<unknown, string | null, never>;
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
}

export interface CycleTable {
  id: string;
  revision: number;
  kind: CycleKind;
  period: string;
  opens_on: string;
  due_on: string;
  state: CycleState;
  opened: ColumnType<Trace | null, string | null, string | null>;
  closed: ColumnType<Trace | null, string | null, string | null>;
  frozen: ColumnType<Cycle['frozen'], string | null, string | null>;
  freezing_at: string | null;
  made_at: string;
  made_by: string;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
}

interface CycleRegionTable {
  cycle_id: string;
  kind: CycleKind;
  period: string;
  region_id: string;
  chain_id: string | null;
  chains: Generated<string[]>;
  apart: Generated<string[]>;
}

interface ReminderTable {
  cycle_id: string;
  no: number;
  on_day: string;
  by_round: boolean;
  unit_ids: string[];
  words: string;
  by: Json<Person>;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
}

interface AskedTable {
  cycle_id: string;
  unit_id: string;
  done_at: string | null;
}

interface SnapshotTable {
  cycle_id: string;
  text: string;
  digest: string;
  known: Json<unknown>;
  head: Json<unknown>;
  known_at: string;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
}

export interface LetterTable {
  number: string;
  sign: string;
  year: number;
  no: number;
  task_id: string;
  duty_id: string;
  to_unit_id: string | null;
  to_unit_name: string;
  on_day: string;
  reply_by: string | null;
  words: string;
  paper_id: string | null;
  at: string;
  by_id: string;
  by_name: string;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
}

interface LetterCountTable {
  sign: string;
  year: number;
  last: number;
}

export interface DispatchTables {
  dispatch_rules: RulesTable;
  dispatch_cycle: CycleTable;
  dispatch_cycle_region: CycleRegionTable;
  dispatch_reminder: ReminderTable;
  dispatch_asked: AskedTable;
  dispatch_snapshot: SnapshotTable;
  dispatch_letter: LetterTable;
  dispatch_letter_count: LetterCountTable;
}
