import { dayAt } from '../../kernel/index.ts';
import { type DiagnosisRowJson, diagnosisLabels } from '../contract.ts';

const points = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
const dayOf = (at: string | null): string | null => (at === null ? null : dayAt(at));

const cells: Readonly<Record<string, (row: DiagnosisRowJson) => string | number | null>> = {
  enterprise: (row) => row.enterprise.name,
  code: (row) => row.enterprise.code,
  region: (row) => row.region.name,
  chain: (row) => row.chain?.name ?? null,
  industry: (row) => row.industry,
  scale: (row) => (row.scale === null ? null : (diagnosisLabels.scale?.[row.scale] ?? row.scale)),
  state: (row) => diagnosisLabels.state?.[row.state] ?? row.state,
  level: (row) => row.levelName ?? (row.state === 'inspected' ? '未定级' : null),
  score: (row) => points(row.score),
  selfScore: (row) => points(row.selfScore),
  begunAt: (row) => dayOf(row.begunAt),
  submittedAt: (row) => dayOf(row.submittedAt),
  inspectedAt: (row) => dayOf(row.inspectedAt),
  inspectedBy: (row) => row.inspectedBy,
};

/** What stands in a cell of the exported list; points as they are shown. */
export const cellOf = (row: DiagnosisRowJson, column: string): string | number | null => cells[column]?.(row) ?? null;
