import type { ColumnType } from 'kysely';
import type { ReportContent } from '../../contract/reading-api.ts';

type Json<T> = ColumnType<T, string, string>;
export type ReportStop = 'post-ended' | 'not-allowed' | 'refused';
export type ReportSchedule = 'none' | 'daily' | 'weekly' | 'monthly';

export interface ReportTable {
  id: string;
  name: string;
  content: Json<ReportContent>;
  share: 'none' | 'unit' | 'region';
  schedule: ReportSchedule;
  follow: boolean;
  revision: number;
  owner_id: string;
  owner_post: string;
  region_id: string | null;
  unit_id: string | null;
  chain_id: string | null;
  changed_at: string;
  next_at: string | null;
  stopped_at: string | null;
  stopped_why: ReportStop | null;
}

interface IssueTable {
  id: string;
  report_id: string;
  at: string;
  content: Buffer;
}

interface MapTable {
  region_id: string;
  content: Json<unknown>;
  changed_at: string;
  by_id: string;
  by_name: string;
}

interface ShapeTable {
  indicator_id: string;
  year: string;
  revision: number;
}

export interface ReadingTables {
  report: ReportTable;
  report_issue: IssueTable;
  region_map: MapTable;
  rollup_shape: ShapeTable;
}
