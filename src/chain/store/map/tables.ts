import type { ColumnType, GeneratedAlways } from 'kysely';
import type { MapEdits } from '../../domain/index.ts';

export interface ChainPlaceTable {
  chain_id: string;
  enterprise_id: string;
  node_id: string | null;
  score: number;
  reason: string;
  second_id: string | null;
  by_kind: 'rule' | 'person';
  by_name: string | null;
  at: string;
  region_id: string;
  unit_id: string | null;
}

interface ChainPlacePastTable {
  id: GeneratedAlways<number>;
  chain_id: string;
  enterprise_id: string;
  node_id: string | null;
  reason: string;
  by_kind: 'rule' | 'person';
  by_name: string | null;
  at: string;
  until: string;
}

interface ChainPlacingTable {
  chain_id: string;
  state: 'running' | 'done' | 'failed';
  seen_no: number;
  read: number;
  placed: number;
  outside: number;
  failure: string | null;
  at: string;
  ended_at: string | null;
  by_name: string;
  region_id: string;
  unit_id: string | null;
}

interface ChainMapEditionTable {
  chain_id: string;
  revision: number;
  from_day: string;
  edits: ColumnType<MapEdits, string, string>;
  reason: string;
  at: string;
  by_name: string;
  region_id: string;
  unit_id: string | null;
}

interface ChainGapTable {
  id: string;
  chain_id: string;
  node_id: string;
  kind: 'entry' | 'task';
  list_id: string | null;
  target_id: string;
  title: string;
  reason: string;
  at: string;
  by_name: string;
  region_id: string;
  unit_id: string | null;
}

/** What the register keeps that lists of places go by; it is written there. */
interface RegisterTable {
  id: string;
  name: string;
  region_id: string;
}

export interface ChainMapTables {
  enterprise: RegisterTable;
  chain_place: ChainPlaceTable;
  chain_place_past: ChainPlacePastTable;
  chain_placing: ChainPlacingTable;
  chain_map_edition: ChainMapEditionTable;
  chain_gap: ChainGapTable;
  chain_place_stale: { enterprise_id: string };
}
