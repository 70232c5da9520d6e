import { type CopyValue, copyLine } from '../../../../../platform/db/copy-text.ts';
import type { Day } from '../../../../kernel/index.ts';
import type { ReadRow } from '../../../domain/import/index.ts';
import { foundIn, searchedOf } from '../../../domain/search/index.ts';
import { type TagRule, tagsOfNew } from '../../../domain/tag/index.ts';

/** The columns in which rows are laid aside, in the order of `stagedLine`. */
export const stagedColumns = [
  ...['line', 'id', 'code', 'code_reason', 'name', 'short_name', 'other_names', 'legal_representative', 'address'],
  ...['region_id', 'says_region', 'park_id', 'industry', 'scale', 'founded_on', 'capital_fen', 'scope', 'products'],
  ...['state', 'chain_id', 'tags', 'searched', 'figures', 'revenue', 'revenue_year', 'employees'],
] as const;

/** A sound row as COPY takes it, with what follows from it where the enterprise is new. */
export function stagedLine(
  { line, content, saysRegion, saysState, figures }: ReadRow,
  id: string,
  rules: readonly TagRule[],
  day: Day,
): string {
  const years = Object.keys(figures)
    .filter((period) => period.length === 4)
    .sort();
  const newest: Record<string, number> = {};
  for (const year of years) Object.assign(newest, figures[year]);
  const revenueYear = years.findLast((year) => figures[year]?.revenue !== undefined);
  const tags = tagsOfNew(rules, { content, figures: newest }, day);
  const found = foundIn(
    content,
    tags.map(({ name }) => name),
  );
  const values: Readonly<Record<(typeof stagedColumns)[number], CopyValue>> = {
    ...{ line, id, code: content.code, code_reason: content.codeReason, name: content.name },
    ...{ short_name: content.shortName, other_names: content.otherNames, address: content.address },
    ...{ legal_representative: content.legalRepresentative, region_id: content.regionId, says_region: saysRegion },
    ...{ park_id: content.parkId, industry: content.industry, scale: content.scale, founded_on: content.foundedOn },
    ...{ capital_fen: content.capitalFen, scope: content.scope, products: content.products },
    ...{ state: saysState ? content.state : null, chain_id: content.chainId, tags: tags.map((tag) => tag.id) },
    ...{ searched: searchedOf(found), figures: Object.keys(figures).length === 0 ? null : JSON.stringify(figures) },
    ...{ revenue: newest.revenue, revenue_year: revenueYear, employees: newest.employees },
  };
  return copyLine(stagedColumns.map((column) => values[column]));
}
