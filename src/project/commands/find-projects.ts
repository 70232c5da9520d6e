import { mostExported } from '../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { Grouping, ProjectBox, ProjectRowJson, ProjectTotalsJson } from '../contract.ts';
import { libraryNames, stageNames } from '../domain/index.ts';
import {
  type GroupSums,
  listedProjects,
  listProjectIds,
  listProjectRows,
  type ProjectSearch,
  sumProjects,
} from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';
import { rowJson } from './json.ts';

/** What a list is asked for beside its conditions. */
export interface Narrowed {
  readonly box?: ProjectBox | undefined;
  readonly year?: number | undefined;
}

type Asked = Omit<ProjectSearch, 'box' | 'today'> & Narrowed;

const searchOf = ({ box = 'all', words, filter, sort }: Asked, deps: ProjectDeps): ProjectSearch => ({
  ...{ words, filter, sort, box, today: today(deps) },
});
const yearOf = ({ year }: Narrowed, deps: ProjectDeps): number => year ?? Number(today(deps).slice(0, 4));

/** One page of the projects in sight. */
export async function findProjects(
  actor: Actor,
  asked: Asked,
  page: { readonly limit: number; readonly offset: number },
  deps: ProjectDeps,
): Promise<{ rows: ProjectRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'project.read');
  const search = searchOf(asked, deps);
  const { projects, ...count } = await listProjectRows(deps.db, search, actor, { ...page, year: yearOf(asked, deps) });
  return { rows: projects.map((row) => rowJson(row, search.today)), ...count };
}

/** The same for a file: ids in order, and rows in batches. */
export async function projectsToExport(
  actor: Actor,
  asked: Asked & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: ProjectDeps,
) {
  permit(actor, 'project.read');
  const search = searchOf(asked, deps);
  const found = await listProjectIds(deps.db, search, actor, mostExported + 1);
  if (found.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const [wanted, without] = [asked.ids === null ? null : new Set(asked.ids), new Set(asked.except)];
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: async (some: readonly string[]): Promise<ProjectRowJson[]> =>
      (await listedProjects(deps.db, some, actor, yearOf(asked, deps))).map((row) => rowJson(row, search.today)),
  };
}

/** Number and investment of the projects that the list would show, taken apart. */
export async function totalProjects(
  actor: Actor,
  asked: Omit<Asked, 'sort'> & { readonly by?: Grouping | undefined },
  deps: ProjectDeps,
): Promise<ProjectTotalsJson> {
  permit(actor, 'project.read');
  const { by = 'library' } = asked;
  const year = yearOf(asked, deps);
  const found = await sumProjects(deps.db, searchOf({ ...asked, sort: [] }, deps), actor, { by, year });
  const names: Readonly<Record<string, string>> = by === 'library' ? libraryNames : by === 'stage' ? stageNames : {};
  const groups = found.map((group) => ({
    ...group,
    name: names[group.key] ?? (group.name === '' ? '没有注明' : group.name),
  }));
  return { year, all: sumOf(groups), groups };
}

const sumOf = (groups: readonly GroupSums[]): GroupSums => {
  const of = (field: 'count' | 'stuck' | 'totalFen' | 'yearPlanFen' | 'yearDoneFen' | 'doneFen'): number =>
    groups.reduce((sum, group) => sum + group[field], 0);
  return {
    ...{ key: '', name: '合计', count: of('count'), stuck: of('stuck'), totalFen: of('totalFen') },
    ...{ yearPlanFen: of('yearPlanFen'), yearDoneFen: of('yearDoneFen'), doneFen: of('doneFen') },
  };
};
