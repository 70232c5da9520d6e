import type { ColumnType } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';
import type { ChainContent } from '../domain/index.ts';
import type { ChainMapTables } from './map/tables.ts';

interface ChainFileTable {
  chain_id: string;
  revision: number;
  content: ColumnType<ChainContent, string, string>;
  region_id: string;
  unit_id: string | null;
  changed_at: string;
  changed_by: string;
}

interface ChainActTable {
  id: string;
  chain_id: string;
  kind: string;
  on_day: string;
  place: string;
  by_name: string;
  subject: string;
  found: string;
  struck: string | null;
  region_id: string;
  unit_id: string | null;
  noted_at: string;
  noted_by: string;
}

interface ChainMapTable {
  id: string;
  chain_id: string;
  map_id: string;
  name: string;
  media_type: string;
  size: number;
  digest: string;
  content: Buffer;
  region_id: string;
  unit_id: string | null;
  at: string;
  by_name: string;
}

interface ChainEntryTable {
  id: string;
  revision: number;
  chain_id: string;
  list_id: string;
  name: string;
  words: string;
  owner: string;
  due_on: string | null;
  settled_on: string | null;
  region_id: string;
  unit_id: string | null;
  changed_at: string;
  changed_by: string;
}

export interface ChainTables extends AuditTables, ChainMapTables {
  chain_file: ChainFileTable;
  chain_act: ChainActTable;
  chain_map: ChainMapTable;
  chain_entry: ChainEntryTable;
}
