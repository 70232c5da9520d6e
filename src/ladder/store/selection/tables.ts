import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { EnterpriseTables } from '../../../enterprise/index.ts';
import type { Verdict } from '../../domain/index.ts';
import type { Measure, RoundState, SelectionScheme } from '../../domain/selection/index.ts';

type Json<T> = ColumnType<T, string, string>;
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>;

/** A fact that was used, as it was that day. */
export interface UsedFact {
  readonly fact: string;
  readonly name: string;
  /** Stored whole number and its scale; null: not known. */
  readonly value: number | null;
  readonly scale: number;
  readonly words: string;
  readonly from: string;
}

/** What an application was judged and reckoned by. */
export interface FrozenEntry {
  readonly on: string;
  readonly editionId: string | null;
  readonly editionHash: string | null;
  readonly facts: readonly UsedFact[];
  readonly points: readonly { readonly id: string; readonly points: number; readonly isKnown: boolean }[];
}

/** What a ranking is made of. */
export interface RankingInput {
  readonly scheme: SelectionScheme;
  readonly entries: readonly {
    readonly id: string;
    readonly quantitative: number;
    readonly sheets: readonly {
      readonly expertId: string;
      readonly points: Readonly<Record<string, number>>;
    }[];
  }[];
}

export type EntryState = 'applied' | 'withdrawn' | 'turned-away';
export type EntryVerdict = Verdict | 'none';

interface RoundTable {
  id: string;
  revision: Generated<number>;
  name: string;
  title_kind: string;
  region_id: string;
  unit_id: string;
  chain_id: string | null;
  state: RoundState;
  apply_from: string;
  apply_to: string;
  score_to: string | null;
  publicity_days: number;
  scheme: Json<SelectionScheme>;
  measures: Json<readonly Measure[]>;
  note: string;
  draw: number;
  frozen_on: string | null;
  edition_id: string | null;
  edition_name: string | null;
  edition_hash: string | null;
  frozen_sm3: string | null;
  publicity_from: string | null;
  publicity_to: string | null;
  listed_on: string | null;
  list_source: string | null;
  ended_reason: string | null;
  created_at: string;
  created_by_id: string;
  created_by: string;
  changed_at: string;
}

interface EntryTable {
  id: string;
  revision: Generated<number>;
  round_id: string;
  enterprise_id: string;
  name: string;
  code: string | null;
  region_id: string;
  unit_id: string | null;
  by_itself: boolean;
  statement: string;
  state: EntryState;
  state_reason: string | null;
  exception: string | null;
  verdict: EntryVerdict;
  gaps: string[];
  missing: string[];
  frozen: JsonOrNull<FrozenEntry>;
  quantitative: number | null;
  chosen: boolean | null;
  chosen_reason: string | null;
  title_id: string | null;
  applied_at: string;
  applied_by_id: string;
  applied_by: string;
  changed_at: string;
}

interface FileTable {
  id: string;
  entry_id: string;
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

interface ExpertTable {
  round_id: string;
  person_id: string;
  name: string;
  unit_id: string;
  unit_name: string;
  added_at: string;
  added_by: string;
  removed_at: string | null;
  removed_reason: string | null;
}

interface ConflictTable {
  round_id: string;
  person_id: string;
  enterprise_id: string;
  reason: string;
  by_name: string;
  at: string;
}

interface SeatTable {
  round_id: string;
  entry_id: string;
  person_id: string;
  handed_at: string | null;
  left_at: string | null;
  left_reason: string | null;
}

interface SheetTable {
  round_id: string;
  entry_id: string;
  person_id: string;
  points: Json<Readonly<Record<string, number>>>;
  remark: string;
  at: string;
}

interface RankingTable {
  round_id: string;
  input: Json<RankingInput>;
  sm3: string;
  at: string;
  by_name: string;
}

interface ObjectionTable {
  id: string;
  round_id: string;
  entry_id: string;
  raised_on: string;
  raised_by: string;
  words: string;
  noted_at: string;
  noted_by_id: string;
  noted_by: string;
  upheld: boolean | null;
  answer: string | null;
  answered_at: string | null;
  answered_by: string | null;
}

interface StepTable {
  round_id: string;
  number: GeneratedAlways<number>;
  at: string;
  by_name: string;
  words: string;
}

interface RemovalTable {
  id: string;
  revision: Generated<number>;
  enterprise_id: string;
  title_id: string;
  title_kind: string;
  state: 'noticed' | 'ended' | 'kept';
  reason: string;
  edition_id: string | null;
  gaps: string[];
  frozen: JsonOrNull<readonly UsedFact[]>;
  noticed_on: string;
  ends_on: string;
  plea: string | null;
  plea_at: string | null;
  plea_by: string | null;
  kept_reason: string | null;
  created_at: string;
  created_by_id: string;
  created_by: string;
  changed_at: string;
}

export interface SelectionTables extends EnterpriseTables {
  selection_round: RoundTable;
  selection_entry: EntryTable;
  selection_file: FileTable;
  selection_expert: ExpertTable;
  selection_conflict: ConflictTable;
  selection_seat: SeatTable;
  selection_sheet: SheetTable;
  selection_ranking: RankingTable;
  selection_objection: ObjectionTable;
  selection_step: StepTable;
  title_removal: RemovalTable;
}

export type SelectionDb = Kysely<SelectionTables>;
