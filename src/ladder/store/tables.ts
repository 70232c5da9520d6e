import type { ColumnType } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { EnterpriseTables } from '../../enterprise/index.ts';
import type { Fact } from '../../policy/index.ts';
import type { EditionSource } from '../domain/index.ts';

/** What was judged by: an edition as it stood in its pack, and the facts it asks for, in the order in which they are kept. */
export interface KeptProgram {
  readonly hash: string;
  readonly edition: EditionSource;
  readonly facts: readonly Fact[];
}

export interface StandingTable {
  enterprise_id: string;
  title: string;
  block: number;
  standing: 'held' | 'expired' | 'none';
  given_on: string | null;
  ends_on: string | null;
  program_id: string | null;
  verdict: 'met' | 'unmet' | 'unknown' | null;
  reach: number | null;
  within: boolean;
  unmet: number | null;
  open: number | null;
  least: number | null;
  most: number | null;
  facts: string | null;
  judged_on: string;
  since: string;
  region_id: string;
  unit_id: string | null;
  chain_id: string | null;
  park_id: string | null;
}

interface ProgramTable {
  id: string;
  edition: string;
  title: string;
  content: ColumnType<KeptProgram, string, never>;
}

interface BlockTable {
  block: number;
  on_day: string;
  editions: string;
  version: number;
  judged_at: string;
}

export interface LadderTables extends EnterpriseTables {
  ladder_standing: StandingTable;
  ladder_program: ProgramTable;
  ladder_block: BlockTable;
}
export type LadderDb = Kysely<LadderTables>;
