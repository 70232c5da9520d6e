import { mostExported } from '../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { EnterpriseBox, EnterpriseRowJson, EnterpriseTotalsJson, Grouping } from '../contract.ts';
import { scaleNames, stateNames } from '../domain/index.ts';
import {
  type EnterpriseSearch,
  type GroupSums,
  listEnterpriseIds,
  listEnterpriseRows,
  listedEnterprises,
  sumEnterprises,
} from '../store.ts';
import type { EnterpriseDeps } from './deps.ts';
import { rowJson } from './json.ts';

/** What a list is asked for; the box may be left out. */
export type EnterpriseAsked = Omit<EnterpriseSearch, 'box'> & { readonly box?: EnterpriseBox | undefined };

const searchOf = ({ box = 'open', words, filter, sort }: EnterpriseAsked): EnterpriseSearch => ({
  ...{ words, filter, sort, box },
});

/** One page of the enterprises in sight. */
export async function findEnterprises(
  actor: Actor,
  asked: EnterpriseAsked,
  page: { readonly limit: number; readonly offset: number },
  deps: EnterpriseDeps,
): Promise<{ rows: EnterpriseRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'enterprise.read');
  const { rows, ...count } = await listEnterpriseRows(deps.db, searchOf(asked), actor, page);
  return { rows: rows.map((row) => rowJson(row, deps)), ...count };
}

/** The same for a file: ids in order, and rows in batches. */
export async function enterprisesToExport(
  actor: Actor,
  asked: EnterpriseAsked & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: EnterpriseDeps,
) {
  permit(actor, 'enterprise.read');
  const found = await listEnterpriseIds(deps.db, searchOf(asked), actor, mostExported + 1);
  const [wanted, without] = [asked.ids === null ? null : new Set(asked.ids), new Set(asked.except)];
  const ids = found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true));
  if (wanted === null && found.length > mostExported)
    throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  return {
    ids,
    read: async (some: readonly string[]): Promise<EnterpriseRowJson[]> =>
      (await listedEnterprises(deps.db, some, actor)).map((row) => rowJson(row, deps)),
  };
}

/** How many enterprises the list would show, how many of them above scale, with their revenue and people, taken apart. */
export async function totalEnterprises(
  actor: Actor,
  asked: Omit<EnterpriseAsked, 'sort'> & { readonly by?: Grouping | undefined },
  deps: EnterpriseDeps,
): Promise<EnterpriseTotalsJson> {
  permit(actor, 'enterprise.read');
  const { by = 'region' } = asked;
  const found = await sumEnterprises(deps.db, searchOf({ ...asked, sort: [] }), actor, by);
  const names: Readonly<Record<string, string>> = by === 'scale' ? scaleNames : by === 'state' ? stateNames : {};
  const groups = found.map((group) => ({
    ...group,
    name: names[group.key] ?? (group.name === '' ? '没有注明' : group.name),
  }));
  return { all: sumOf(groups), groups };
}

const sumOf = (groups: readonly GroupSums[]): GroupSums => {
  const of = (field: 'count' | 'aboveScale' | 'revenueYuan' | 'employees'): number =>
    groups.reduce((sum, group) => sum + group[field], 0);
  return {
    ...{ key: '', name: '合计', count: of('count'), aboveScale: of('aboveScale') },
    ...{ revenueYuan: of('revenueYuan'), employees: of('employees') },
  };
};
