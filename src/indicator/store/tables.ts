import type { ColumnType, Generated } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { WorkTables } from '../../work/index.ts';
import type { Definition } from '../domain/definition.ts';
import type { Role, Vintage } from '../domain/figure.ts';
import type { CollectionTables } from './collection/tables.ts';
import type { ReadingTables } from './reading/tables.ts';
import type { TargetTables } from './target/tables.ts';
import type { WatchTables } from './warnings/tables.ts';

interface IndicatorTable {
  id: string;
  definition: ColumnType<Definition, string, string>;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  origin: string;
  valid_to: string | null;
  position: Generated<number>;
  created_at: string;
}

interface ObservationTable {
  id: Generated<number>;
  indicator_id: string;
  period: string;
  period_end: string;
  unit_id: string;
  enterprise_id: string;
  region_id: string;
  chain_id: string;
  role: Role;
  revision: number;
  value: number | null;
  reason: string | null;
  vintage: Vintage;
  saved_at: string;
}

interface VersionTable {
  observation_id: number;
  revision: number;
  value: number | null;
  reason: string | null;
  vintage: Vintage;
  saved_at: string;
  by_id: string;
  by_name: string;
  note: string | null;
}

interface PendingTable {
  id: Generated<number>;
  indicator_id: string;
  period: string;
  period_end: string;
  region_id: string;
  unit_id: string;
  chain_id: string;
  total: string;
  figures: number;
  firms: number;
  revised: number;
  final: number;
}

interface CellTable {
  indicator_id: string;
  period: string;
  region_id: string;
  unit_id: string;
  chain_id: string;
  total: string;
  figures: number;
  firms: number;
  revised: number;
  final: number;
}

interface StaleTable {
  period: string;
  noted: string;
}

export interface IndicatorTables
  extends AuditTables,
    WorkTables,
    ReadingTables,
    TargetTables,
    CollectionTables,
    WatchTables {
  indicator: IndicatorTable;
  observation: ObservationTable;
  observation_version: VersionTable;
  rollup_pending: PendingTable;
  rollup_cell: CellTable;
  rollup_stale: StaleTable;
}
