import { dayAt } from '../../kernel/index.ts';
import { appealLabels, type EnterpriseAppealRowJson, type EnterpriseRowJson, enterpriseLabels } from '../contract.ts';

const wan = (value: number | null, one: number): number | null => (value === null ? null : value / one);
const labelled = (field: string, value: string | null): string | null =>
  value === null ? null : (enterpriseLabels[field]?.[value] ?? value);
const joined = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join('、');

const cells: Readonly<Record<string, (row: EnterpriseRowJson) => string | number | null>> = {
  name: (row) => row.name,
  code: (row) => row.code,
  region: (row) => row.region.name,
  park: (row) => row.park?.name ?? null,
  industry: (row) => row.industry,
  chain: (row) => row.chain?.name ?? null,
  scale: (row) => labelled('scale', row.scale),
  state: (row) => labelled('state', row.state),
  title: (row) => joined(row.titles),
  tag: (row) => joined(row.tags),
  aboveScale: (row) => (row.titles.some(({ id }) => id === 'above-scale') ? '是' : null),
  revenue: (row) => wan(row.revenueYuan, 10_000),
  revenueYear: (row) => row.revenueYear,
  employees: (row) => row.employees,
  foundedOn: (row) => row.foundedOn,
  capital: (row) => wan(row.capitalFen, 1_000_000),
  legalRepresentative: (row) => row.legalRepresentative,
  address: (row) => row.address,
  products: (row) => row.products.join('、'),
  changedAt: (row) => dayAt(row.changedAt),
};

/** What stands in a cell of the exported list; money in 万元. */
export const cellOf = (row: EnterpriseRowJson, column: string): string | number | null => cells[column]?.(row) ?? null;

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const said = (field: string, value: string): string => appealLabels[field]?.[value] ?? value;
const appealCells: Readonly<Record<string, (row: EnterpriseAppealRowJson) => string | number | null>> = {
  title: (row) => row.title,
  enterprise: (row) => row.enterprise.name,
  region: (row) => row.region.name,
  kind: (row) => said('kind', row.kind),
  urgent: (row) => said('urgent', yesNo(row.urgent)),
  state: (row) => said('state', row.state),
  unit: (row) => row.unit?.name ?? null,
  dueOn: (row) => row.dueOn,
  overdue: (row) => (row.overdue ? said('overdue', 'yes') : null),
  satisfied: (row) => (row.satisfied === null ? null : said('satisfied', yesNo(row.satisfied))),
  reopened: (row) => row.reopened,
  raisedAt: (row) => dayAt(row.raisedAt),
  answer: (row) => row.answer,
};
export const appealCellOf = (row: EnterpriseAppealRowJson, column: string): string | number | null =>
  appealCells[column]?.(row) ?? null;
