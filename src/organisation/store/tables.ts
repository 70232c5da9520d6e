import type { ColumnType, Generated } from 'kysely';
import type { ScopeKind } from '../../access/index.ts';
import type { AuditTables } from '../../audit/index.ts';
import type { GrantState, Kind, RegionLevel, UnitKind } from '../domain/index.ts';

type List = ColumnType<string[], readonly string[], readonly string[]>;
/** JSON goes in as text and comes out as a value. */
type Json<T> = ColumnType<T, string | null, string | null>;

interface RegionTable {
  code: string;
  level: RegionLevel;
  local: boolean;
}

interface RegionTermTable {
  code: string;
  valid_from: string | null;
  valid_to: string | null;
  name: string;
  parent: string | null;
  aliases: List;
  successor: string | null;
}

interface RegionClosureTable {
  ancestor: string;
  descendant: string;
  /** `-infinity` and `infinity` where there is no end. */
  valid_from: string;
  valid_to: string;
}

interface ClosureTable {
  ancestor: string;
  descendant: string;
}

interface UnitTable {
  id: string;
  name: string;
  kind: UnitKind;
  region_id: string;
  parent: string | null;
  aliases: List;
  credit_code: string | null;
  bank_account_masked: string | null;
  valid_from: string | null;
  valid_to: string | null;
  successor: string | null;
  note: string;
}

interface ChainTable {
  id: string;
  name: string;
  region_id: string;
  parent: string | null;
  aliases: List;
  valid_from: string | null;
  valid_to: string | null;
}

interface PersonTable {
  id: string;
  name: string;
  phone_masked: string | null;
  id_number_masked: string | null;
  email: string | null;
  valid_to: string | null;
  note: string;
  created_at: ColumnType<string, string, never>;
}

interface PostTable {
  id: string;
  person_id: string;
  unit_id: string;
  title: string;
  main: boolean;
  valid_from: string | null;
  valid_to: string | null;
}

interface DelegationTable {
  id: string;
  post_id: string;
  to_person: string;
  valid_from: string;
  valid_to: string;
  reason: string;
  created_at: ColumnType<string, string, never>;
  created_by: ColumnType<string, string, never>;
  revoked_at: string | null;
}

interface RoleTable {
  id: string;
  name: string;
  scope_kind: ScopeKind;
  permissions: List;
  built_in: Generated<boolean>;
  note: string;
}

interface GrantTable {
  post_id: string;
  role_id: string;
  region_id: string | null;
  chains: List;
  state: GrantState;
  changed_at: string;
  changed_by: string;
}

interface ImportTable {
  id: string;
  file_name: string;
  at: string;
  by_id: string;
  by_name: string;
  rows: number;
  added: number;
  changed: number;
  ended: number;
  undone_at: string | null;
  undone_by_id: string | null;
  undone_by_name: string | null;
}

interface ImportChangeTable {
  import_id: string;
  position: number;
  kind: Kind;
  key: string;
  before: Json<unknown>;
  after: Json<unknown>;
}

export interface OrganisationTables extends AuditTables {
  region: RegionTable;
  region_term: RegionTermTable;
  region_closure: RegionClosureTable;
  unit: UnitTable;
  unit_closure: ClosureTable;
  unit_private: { unit_id: string; bank_account: string | null };
  chain: ChainTable;
  chain_closure: ClosureTable;
  person: PersonTable;
  person_private: { person_id: string; phone: string | null; id_number: string | null };
  post: PostTable;
  delegation: DelegationTable;
  access_role: RoleTable;
  post_grant: GrantTable;
  organisation_revision: { one: boolean; revision: number };
  organisation_import: ImportTable;
  organisation_import_change: ImportChangeTable;
}
