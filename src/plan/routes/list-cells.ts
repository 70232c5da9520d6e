import type { CellValue } from '../../../platform/workbook/csv.ts';
import type { PlanField } from '../contract.ts';
import { severityWords, statusWords } from '../domain/export/words.ts';
import type { ListedPlan } from '../store.ts';

const moments = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

const cells: Readonly<Record<PlanField, (plan: ListedPlan) => CellValue>> = {
  title: ({ title, fileName }) => title ?? fileName,
  docNumber: ({ docNumber }) => docNumber,
  issuer: ({ issuer }) => issuer,
  status: ({ status }) => statusWords[status],
  region: ({ regionName, place }) => regionName ?? place.regionId,
  unit: ({ unitName, place }) => unitName ?? place.unitId,
  chain: ({ chainName, place }) => chainName ?? place.chainId,
  issuedOn: ({ issuedOn }) => issuedOn,
  validTo: ({ validTo }) => validTo,
  indicators: ({ counts }) => counts.indicators,
  tasks: ({ counts }) => counts.tasks,
  clauses: ({ counts }) => counts.clauses,
  tables: ({ counts }) => counts.tables,
  unreviewed: ({ counts }) => counts.unreviewed,
  findings: ({ counts: { errors, warnings, notices } }) =>
    [
      [severityWords.error, errors],
      [severityWords.warning, warnings],
      [severityWords.notice, notices],
    ]
      .filter(([, count]) => count !== 0)
      .map(([word, count]) => `${word} ${count}`)
      .join('，'),
  errors: ({ counts }) => counts.errors,
  warnings: ({ counts }) => counts.warnings,
  updatedAt: ({ updatedAt }) => moments.format(new Date(updatedAt)),
};

/** What a cell of the exported list holds: the words and figures that the screen shows. */
export const planCell = (plan: ListedPlan, column: string): CellValue => cells[column as PlanField](plan);
