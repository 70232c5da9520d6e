import type { ColumnType, Generated } from 'kysely';
import type { WarningRule } from '../../domain/warning/model.ts';
import type { Urgency } from '../../domain/warning/urgency.ts';

export type WarningState = 'open' | 'aside' | 'over';
/** Kinds of work that lie before the watch: regions below one, one unit, every unit of an indicator, sheets of a form. */
export type DueAxis = 'regions' | 'unit' | 'units' | 'sheets';

export interface WarningTable {
  id: string;
  cause: string;
  rule: WarningRule;
  light: Urgency;
  about: string;
  region_id: string;
  unit_id: string;
  chain_id: string;
  since: string;
  period: string;
  evidence: ColumnType<unknown, string, string>;
  behind: ColumnType<unknown, string, string>;
  small: boolean;
  state: WarningState;
  revision: Generated<number>;
  aside_by_id: string | null;
  aside_by_name: string | null;
  aside_at: string | null;
  aside_reason: string | null;
  aside_until: string | null;
  raised_at: string;
  last_found_at: string;
  over_at: string | null;
  told_at: string | null;
}

interface DueTable {
  about: string;
  axis: DueAxis;
  place_id: string;
  noted: Generated<number>;
}

interface StateTable {
  one: boolean;
  looked_until: string | null;
  day: string | null;
  finished_at: string | null;
  digest_on: string | null;
}

interface LimitsTable {
  region_id: string;
  revision: number;
  limits: ColumnType<unknown, string | null, string | null>;
  reason: string;
  at: string;
  by_id: string;
  by_name: string;
}

interface WarningWorkTable {
  warning_id: string;
  item_id: string;
}

export interface WatchTables {
  warning: WarningTable;
  warning_work: WarningWorkTable;
  watch_due: DueTable;
  watch_state: StateTable;
  watch_limits: LimitsTable;
}
