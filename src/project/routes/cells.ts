import { dayAt } from '../../kernel/index.ts';
import { type ProjectRowJson, projectLabels } from '../contract.ts';

const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);
const labelled = (field: string, value: string): string => projectLabels[field]?.[value] ?? value;

const cells: Readonly<Record<string, (row: ProjectRowJson) => string | number | null>> = {
  name: (row) => row.name,
  enterprise: (row) => row.enterprise,
  creditCode: (row) => row.creditCode,
  code: (row) => row.code,
  region: (row) => row.region.name,
  chain: (row) => row.chain?.name ?? null,
  unit: (row) => row.unit.name,
  library: (row) => labelled('library', row.library),
  stage: (row) => labelled('stage', row.stage),
  nature: (row) => labelled('nature', row.nature),
  light: (row) => labelled('light', row.light),
  alarm: (row) => (row.alarms.length === 0 ? null : row.alarms.map((rule) => labelled('alarm', rule)).join('、')),
  total: (row) => wan(row.totalFen),
  yearPlan: (row) => wan(row.yearPlanFen),
  yearDone: (row) => wan(row.yearDoneFen),
  done: (row) => wan(row.doneFen),
  follower: (row) => row.followers.join('、'),
  undecided: (row) => (row.undecided ? '有' : null),
  positionOn: (row) => row.positionOn,
  startedOn: (row) => row.startedOn,
  completedOn: (row) => row.completedOn,
  producingOn: (row) => row.producingOn,
  lastMonth: (row) => row.lastMonth,
  site: (row) => row.site,
  scope: (row) => row.scope,
  changedAt: (row) => dayAt(row.changedAt),
};

/** What stands in a cell of the exported list; money in 万元. */
export const cellOf = (row: ProjectRowJson, column: string): string | number | null => cells[column]?.(row) ?? null;
