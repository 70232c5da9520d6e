import { useQueries, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { type ProjectRowJson, projectApi } from '../../../project/contract.ts';
import type { EnterpriseJson } from '../../contract.ts';

const most = 50;
const mostNames = 5;
const projectsWhere = (filter: object) =>
  queryFor(projectApi.listProjects, { query: { filter: JSON.stringify(filter), box: 'all', pageSize: most } });

/**
 * Projects that an enterprise invests in: by its credit code, and by its name now and those that it had. A project that names
 * the code of another is not its own, whatever it is called.
 */
export function useProjectsOf({ name, code, content }: EnterpriseJson) {
  const names = [...new Set([name, ...content.otherNames])].slice(0, mostNames);
  const byNames = useQueries({ queries: names.map((each) => projectsWhere({ enterprise: { has: each } })) });
  const byCode = useQuery({ ...projectsWhere({ creditCode: { has: code ?? '' } }), enabled: code !== null });
  const answers = code === null ? byNames : [byCode, ...byNames];
  const failed = answers.find(({ error }) => error !== null);
  const rows: readonly ProjectRowJson[] = answers.flatMap(({ data }) => data?.rows ?? []);
  const own = rows.filter((row) =>
    row.creditCode === null ? names.includes(row.enterprise) : row.creditCode === code,
  );
  const projects = answers.some(({ data }) => data === undefined)
    ? undefined
    : [...new Map(own.map((row) => [row.id, row])).values()];
  return { projects, error: failed?.error ?? null, retry: () => void failed?.refetch() };
}
